// Bringing the stories of a store up to date: which reports tell which story, what each story tells, what changed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "store/document_rows.h"
#include "store/story_rows.h"

namespace isnad {

// Groups the reports that are not excluded, lays people's corrections over the groups, gives each story its id, and
// tells anew those stories whose reports changed or that `all` asks for. In the caller's transaction. The result
// depends on the reports and corrections alone, not on how they came in, but for the ids: a story keeps its id as long
// as it keeps more of its reports than any other story of the new grouping has of them; ties go to the older id. The
// id of a story that went into another leads there (story_redirects).
StoriesChanged update_stories(Database& database, DocumentRows& rows, const Lexicon& lexicon, unsigned threads,
                              bool all, const std::string& now, const std::function<void()>& on_step);

// The report as it was read, with the day that its own story gave it. Throws Error(not_found) where there is none.
Document load_dated_report(Database& database, DocumentRows& rows, int64_t key);

// What the store's story tells, made anew from the texts of its reports; the keys of its documents in `keys`. Empty
// where there is no such story.
std::optional<Collection> tell_stored_story(Database& database, DocumentRows& rows, const std::string& id,
                                            const Lexicon& lexicon, std::vector<int64_t>& keys);

}  // namespace isnad

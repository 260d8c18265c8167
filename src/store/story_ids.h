// Which stories of a new grouping are which of those before: ids are stable.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace isnad {

// Reports of each story before, by its id; sorted.
using StoryMembers = std::map<std::string, std::vector<int64_t>>;

struct StoryIds {
  std::vector<std::string> ids;             // of each new story; empty: it was not there before
  std::map<std::string, size_t> went_into;  // of ids that no story has any longer: the new story with most of theirs
  std::vector<std::string> gone;            // of these, the ones of which no report is left
};

// now: the reports of each new story, sorted. A new story takes the id of the one before with which it shares most
// reports; each id is given once, the largest overlap first, of equal ones the lower (older) id.
StoryIds match_stories(const StoryMembers& before, const std::vector<std::vector<int64_t>>& now);

// "s17" → 17.
int64_t story_number(const std::string& id);

}  // namespace isnad

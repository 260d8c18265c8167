// The pipeline: the ordered list of stages. Read this first.
#pragma once

#include <functional>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Everything that one report tells by itself: from its text to statements and figures.
void annotate(Document& document, const Lexicon& lexicon);

// The same for many documents, `threads` at a time; on_done(i) is called by the thread that made the i-th.
void annotate_all(std::vector<Document>& documents, const Lexicon& lexicon, unsigned threads,
                  const std::function<void(size_t)>& on_done);

// Everything that reports tell together. threads: how many documents are annotated at a time; the result does not
// depend on it. on_step is called twice for each document, by any thread.
Collection build_report(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads = 1,
                        const std::function<void()>& on_step = {});

// The last part of build_report, for one story or many: from annotated documents, their reuse and their stories to
// entities, groups, tolls, timeline, contradictions and briefs. What an archive calls when a report joins a story: it
// depends on nothing but the collection, whose results must be empty.
void reconcile(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad

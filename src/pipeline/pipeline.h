// The pipeline: the ordered list of stages. Read this first.
#pragma once

#include <functional>
#include <vector>

#include "document/collection.h"
#include "document/corrections.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Everything that one report tells by itself: from its text to statements and figures. A day that is known already,
// with its basis, stays.
void annotate(Document& document, const Lexicon& lexicon);

// The same for many documents, `threads` at a time; on_done(i) is called by the thread that made the i-th.
void annotate_all(std::vector<Document>& documents, const Lexicon& lexicon, unsigned threads,
                  const std::function<void(size_t)>& on_done);

// Everything that reports tell together. threads: how many documents are annotated at a time; the result does not
// depend on it. on_step is called twice for each document, by any thread. corrections: what people decided, laid over
// the stories and the entities before what builds on them.
Collection build_report(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads = 1,
                        const std::function<void()>& on_step = {}, const Corrections& corrections = {});

// The first half of build_report: the reports with their layers, what they share by copying, and which reports tell
// which story. Of the stories id, title, date, documents and in_part are set.
Collection group_reports(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads = 1,
                         const std::function<void()>& on_step = {});

// What the reports of one story tell together, where it is known which they are: all of build_report but the grouping.
// documents: as they were read; story: its documents and in_part are indices into them, the rest may be empty. The
// days of its own reports are inferred from one another; those of the reports in part are taken as they are.
Collection tell_story(std::vector<Document> documents, Story story, const Lexicon& lexicon,
                      const std::vector<NameCorrection>& corrections = {});

// The last part of build_report, for one story or many: from annotated documents, their reuse and their stories to
// entities, groups, tolls, timeline, contradictions and briefs. What an archive calls when a report joins a story: it
// depends on nothing but the collection, whose results must be empty, and what people decided of its names.
void reconcile(Collection& collection, const Lexicon& lexicon, const std::vector<NameCorrection>& corrections = {});

}  // namespace isnad

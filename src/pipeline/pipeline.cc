#include "pipeline/pipeline.h"

#include "claims/figures.h"
#include "claims/statements.h"
#include "mentions/names.h"
#include "mentions/numbers.h"
#include "mentions/times.h"
#include "pipeline/parallel.h"
#include "read/credits.h"
#include "read/lines.h"
#include "sentences/sentences.h"
#include "stories/brief.h"
#include "stories/contradictions.h"
#include "stories/copy_graph.h"
#include "stories/corrections.h"
#include "stories/entities.h"
#include "stories/groups.h"
#include "stories/published.h"
#include "stories/reuse.h"
#include "stories/stories.h"
#include "stories/story_facts.h"
#include "stories/timeline.h"
#include "stories/tolls.h"
#include "words/words.h"

namespace isnad {
namespace {

void find_mentions(Document& document, const Lexicon& lexicon) {
  split_lines(document, lexicon);
  find_credits(document, lexicon);
  split_sentences(document, lexicon);
  split_words(document, lexicon);
  find_numbers(document, lexicon);
  find_times(document, lexicon);
  find_names(document, lexicon);
}

void find_claims(Document& document, const Lexicon& lexicon) {
  resolve_times(document, lexicon);  // after the day of the report is known, which other reports may tell
  find_statements(document, lexicon);
  find_figures(document, lexicon);
}

// The title and the day that the reports of the one story give it.
void describe(Collection& collection, const Lexicon& lexicon) {
  Story& story = collection.stories.front();
  Collection grouped;
  grouped.documents = std::move(collection.documents);
  grouped.reuse = collection.reuse;
  group_stories(grouped, lexicon);
  collection.documents = std::move(grouped.documents);
  for (const Story& part : grouped.stories) {
    if (story.title.empty()) story.title = part.title;  // of the part with most reports
    if (!part.date.empty() && (story.date.empty() || part.date < story.date)) story.date = part.date;
  }
}

}  // namespace

Collection group_reports(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads,
                         const std::function<void()>& on_step) {
  const auto each = [&](std::vector<Document>& all, void (*stages)(Document&, const Lexicon&)) {
    for_each_parallel(all, threads, [&](Document& document) {
      stages(document, lexicon);
      if (on_step) on_step();
    });
  };
  Collection collection;
  collection.documents = std::move(documents);
  each(collection.documents, find_mentions);
  infer_published(collection, lexicon);
  each(collection.documents, find_claims);
  find_reuse(collection, lexicon);
  group_stories(collection, lexicon);
  return collection;
}

Collection build_report(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads,
                        const std::function<void()>& on_step, const Corrections& corrections) {
  Collection collection = group_reports(std::move(documents), lexicon, threads, on_step);
  correct_stories(collection, corrections.stories);
  reconcile(collection, lexicon, corrections.names);
  return collection;
}

Collection tell_story(std::vector<Document> documents, Story story, const Lexicon& lexicon,
                      const std::vector<NameCorrection>& corrections) {
  Collection own;  // the reports of the story, without those in part
  for (const uint32_t d : story.documents) own.documents.push_back(std::move(documents[d]));
  for (Document& document : own.documents) find_mentions(document, lexicon);
  infer_published(own, lexicon);
  for (Document& document : own.documents) find_claims(document, lexicon);
  Collection collection;
  collection.documents = std::move(documents);
  for (const uint32_t d : story.in_part) annotate(collection.documents[d], lexicon);
  for (size_t i = 0; i < story.documents.size(); ++i)
    collection.documents[story.documents[i]] = std::move(own.documents[i]);
  find_reuse(collection, lexicon);
  collection.stories.push_back(std::move(story));
  if (collection.stories.front().title.empty()) describe(collection, lexicon);
  reconcile(collection, lexicon, corrections);
  return collection;
}

void reconcile(Collection& collection, const Lexicon& lexicon, const std::vector<NameCorrection>& corrections) {
  build_copy_graphs(collection);
  link_entities(collection, lexicon);
  correct_names(collection, corrections, lexicon);
  group_figures(collection, lexicon);
  sum_tolls(collection, lexicon);
  build_timeline(collection, lexicon);
  set_story_facts(collection);
  find_contradictions(collection, lexicon);
  write_brief(collection, lexicon);
}

void annotate(Document& document, const Lexicon& lexicon) {
  find_mentions(document, lexicon);
  if (document.published_basis == PublishedBasis::unknown) {
    Collection alone;
    alone.documents.push_back(std::move(document));
    infer_published(alone, lexicon);
    document = std::move(alone.documents.front());
  }
  find_claims(document, lexicon);
}

void annotate_all(std::vector<Document>& documents, const Lexicon& lexicon, unsigned threads,
                  const std::function<void(size_t)>& on_done) {
  for_each_parallel(documents, threads, [&](Document& document) {
    annotate(document, lexicon);
    on_done(static_cast<size_t>(&document - documents.data()));
  });
}

}  // namespace isnad

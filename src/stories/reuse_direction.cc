#include "stories/reuse_direction.h"

#include <algorithm>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr double contained_share = 0.8;  // of a report's words within passages: the report is a part of the other

// The key of a medium named by these words and nothing else.
std::string media_key(std::string_view name, const Lexicon& lexicon) {
  std::string plain = folded(name);
  std::vector<FormId> forms;
  for (const std::string_view run : letter_runs(plain)) forms.push_back(lexicon.vocabulary.find(run));
  const auto found =
      lexicon.names.phrases.longest([&](uint32_t k) { return k < forms.size() ? forms[k] : unknown_form; });
  if (!found || found->words != forms.size()) return plain;
  const KnownPhrase& spelling = lexicon.names.spellings[found->value];
  return lexicon.names.known[spelling.outlet == none_known ? spelling.name : spelling.outlet].id;
}

bool credits_within(const MediaCredit& credit, const CopiedSide& side) {
  return credit.statement.empty() || std::any_of(side.passages.begin(), side.passages.end(), [&](const Span& passage) {
           return passage.overlaps(credit.statement);
         });
}

bool credits(const CopiedSide& side, const std::string& key) {
  return !key.empty() &&
         std::any_of(side.credits.credits.begin(), side.credits.credits.end(),
                     [&](const MediaCredit& credit) { return credit.key == key && credits_within(credit, side); });
}

bool credit_a_third(const CopiedSide& a, const CopiedSide& b) {
  return std::any_of(a.credits.credits.begin(), a.credits.credits.end(),
                     [&](const MediaCredit& credit) { return credits_within(credit, a) && credits(b, credit.key); });
}

// Negative where a was published before b; 0 where that is not known or they are of one moment.
int order_of(const Document& a, const Document& b) {
  if (!a.published.known() || !b.published.known()) return 0;
  if (a.published != b.published) return a.published < b.published ? -1 : 1;
  if (a.published_time.empty() || a.published_time.size() != b.published_time.size()) return 0;
  return a.published_time.compare(b.published_time);
}

}  // namespace

ReportCredits credits_of(const Document& document, const Lexicon& lexicon) {
  ReportCredits found;
  if (!document.outlet.empty()) found.self = media_key(document.outlet, lexicon);
  for (const Credit& credit : document.credits) {
    if (credit.kind != CreditKind::agency && credit.kind != CreditKind::outlet) continue;
    std::string key = media_key(document.bytes(credit.span), lexicon);
    if (!key.empty() && key != found.self) found.credits.push_back({std::move(key), {}});
  }
  for (const Statement& statement : document.statements) {
    for (const Source& source : statement.chain) {
      if (source.kind != SourceKind::media) continue;
      const bool known = source.mention != none && !document.mentions[source.mention].known_id.empty();
      std::string key = known ? document.mentions[source.mention].known_id : media_key(source.text, lexicon);
      if (key.empty() || key == found.self) continue;
      found.credits.push_back({std::move(key),
                               {std::min(statement.cue.start, statement.content.start),
                                std::max(statement.cue.end, statement.content.end)}});
    }
  }
  return found;
}

CopyDirection direction_of(const CopiedSide& a, const CopiedSide& b) {
  if (credits(a, b.credits.self)) return {Direction::a_from_b, "credit"};
  if (credits(b, a.credits.self)) return {Direction::b_from_a, "credit"};
  if (credit_a_third(a, b)) return {Direction::unknown, "common_source"};
  const int order = order_of(a.document, b.document);
  if (order != 0) return {order < 0 ? Direction::b_from_a : Direction::a_from_b, "time"};
  if (b.share >= contained_share && a.share < contained_share) return {Direction::b_from_a, "containment"};
  if (a.share >= contained_share && b.share < contained_share) return {Direction::a_from_b, "containment"};
  return {Direction::unknown, a.document.published.known() && b.document.published.known() ? "same_day" : "no_time"};
}

}  // namespace isnad

#include "stories/reuse.h"

#include <algorithm>
#include <optional>

#include "stories/reuse_align.h"
#include "stories/reuse_common.h"
#include "stories/reuse_direction.h"
#include "stories/reuse_index.h"
#include "stories/reuse_passages.h"
#include "stories/reuse_tokens.h"

// Anchors (runs of equal stems) name the pairs of documents and the places; alignment grows each to the passage that
// was copied with its small edits.

namespace isnad {
namespace {

constexpr uint32_t most_documents_of_a_run = 60;

struct Pair {
  const Document& a;
  const Document& b;
  TokenView a_tokens;
  TokenView b_tokens;
};

Span token_span(const Document& document, TokenView tokens, const Range& range) {
  Span span = document.span_of({tokens[range.first].word, tokens[range.last - 1].word + 1});
  // The closing marks behind the last word belong to the passage.
  for (uint32_t w = tokens[range.last - 1].word + 1; w < document.words.size(); ++w) {
    const Word& word = document.words[w];
    if (word.kind != WordKind::punctuation || word.space_before || word.span.start != span.end) break;
    const std::string_view mark = document.bytes(word.span);
    if (mark == "،" || mark == ":" || mark == "؛" || mark == "(") break;
    span.end = word.span.end;
  }
  return span;
}

bool holds_name(const Document& document, const Span& span) {
  return std::any_of(document.mentions.begin(), document.mentions.end(),
                     [&](const Mention& mention) { return mention.span.overlaps(span); });
}

bool holds_number(const Document& document, const Span& span) {
  return std::any_of(document.numbers.begin(), document.numbers.end(),
                     [&](const Number& number) { return number.span.overlaps(span); });
}

Span span_between(const Document& document, TokenView tokens, uint32_t first, uint32_t last) {
  if (first < last) return document.span_of({tokens[first].word, tokens[last - 1].word + 1});
  const uint32_t end = document.words[tokens[first == 0 ? 0 : first - 1].word].span.end;
  return {end, end};  // empty: the place where words were inserted on the other side
}

std::vector<Change> changes_of(const Pair& pair, const ReuseAlignment& alignment) {
  std::vector<Change> changes;
  const auto add = [&](uint32_t a_first, uint32_t a_last, uint32_t b_first, uint32_t b_last) {
    if (a_first >= a_last && b_first >= b_last) return;
    Change change;
    change.a = span_between(pair.a, pair.a_tokens, a_first, a_last);
    change.b = span_between(pair.b, pair.b_tokens, b_first, b_last);
    change.number = holds_number(pair.a, change.a) || holds_number(pair.b, change.b);
    change.name = holds_name(pair.a, change.a) || holds_name(pair.b, change.b);
    changes.push_back(change);
  };
  const AlignedPair* before = nullptr;
  for (const AlignedPair& now : alignment.pairs) {
    if (before) add(before->a + 1, now.a, before->b + 1, now.b);
    if (pair.a_tokens[now.a].form != pair.b_tokens[now.b].form) add(now.a, now.a + 1, now.b, now.b + 1);
    before = &now;
  }
  return changes;
}

double share_covered(const std::vector<ReuseAlignment>& alignments, bool first_side, size_t tokens) {
  std::vector<bool> covered(tokens, false);
  for (const ReuseAlignment& alignment : alignments) {
    const Range& range = first_side ? alignment.a : alignment.b;
    std::fill(covered.begin() + range.first, covered.begin() + range.last, true);
  }
  return static_cast<double>(std::count(covered.begin(), covered.end(), true)) /
         static_cast<double>(std::max<size_t>(tokens, 1));
}

CopiedSide side_of(const Pair& pair, bool first, const std::vector<ReuseAlignment>& alignments,
                   const ReportCredits& credits) {
  CopiedSide side{first ? pair.a : pair.b, credits, {}, 0};
  const TokenView tokens = first ? pair.a_tokens : pair.b_tokens;
  for (const ReuseAlignment& alignment : alignments)
    side.passages.push_back(token_span(side.document, tokens, first ? alignment.a : alignment.b));
  side.share = share_covered(alignments, first, tokens.size());
  return side;
}

void add_passages(const Pair& pair, uint32_t a, uint32_t b, const std::vector<ReuseAlignment>& alignments,
                  const CopyDirection& direction, std::vector<Reuse>& reuse) {
  for (const ReuseAlignment& alignment : alignments) {
    reuse.push_back({{a, token_span(pair.a, pair.a_tokens, alignment.a)},
                     {b, token_span(pair.b, pair.b_tokens, alignment.b)},
                     alignment.likeness(),
                     changes_of(pair, alignment),
                     direction.direction,
                     direction.reason});
  }
}

}  // namespace

void find_reuse(Collection& collection, const Lexicon& lexicon) {
  std::vector<std::vector<ReuseToken>> tokens;
  tokens.reserve(collection.documents.size());
  for (const Document& document : collection.documents) tokens.push_back(weighted_reuse_tokens(document, lexicon));
  std::vector<RunPlace> places = index_runs(tokens);
  const double reports_known = lexicon.stories.documents + static_cast<double>(collection.documents.size());
  discount_common_runs(collection.documents, reports_known, tokens, places);
  const std::vector<Anchor> anchors = find_anchors(places, most_documents_of_a_run);
  places = {};
  std::vector<std::optional<ReportCredits>> credits(collection.documents.size());
  const auto credits_at = [&](uint32_t d) -> const ReportCredits& {
    if (!credits[d]) credits[d] = credits_of(collection.documents[d], lexicon);
    return *credits[d];
  };
  for (size_t first = 0, last = 0; first < anchors.size(); first = last) {
    const uint32_t a = anchors[first].a_document, b = anchors[first].b_document;
    while (last < anchors.size() && anchors[last].a_document == a && anchors[last].b_document == b) ++last;
    const auto alignments = copied_passages(tokens[a], tokens[b], {anchors.data() + first, last - first});
    if (alignments.empty()) continue;
    const Pair pair{collection.documents[a], collection.documents[b], tokens[a], tokens[b]};
    add_passages(
        pair, a, b, alignments,
        direction_of(side_of(pair, true, alignments, credits_at(a)), side_of(pair, false, alignments, credits_at(b))),
        collection.reuse);
  }
}

}  // namespace isnad

#include "claims/figure_context.h"

#include <algorithm>

#include "claims/figure_measures.h"
#include "document/names.h"

namespace isnad {
namespace {

// The value of the first phrase of a role in the sentence.
template <class Enum>
Enum first_value(const FigureScan& scan, const Range& words, ContextRole role, Enum otherwise) {
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (!scan.has(i, role)) continue;
    if (const auto found = scan.context(i, words.last, role)) {
      return named<Enum>(scan.lexicon.names[scan.lexicon.contexts[found->value].value]).value_or(otherwise);
    }
  }
  return otherwise;
}

constexpr uint32_t ranks_reach = 8;  // "سقوط 9 قتلى و40 جريحا في صفوفها"

// The population that words name: the police of "المتحدث باسم الشرطة".
uint8_t named_population(const FigureScan& scan, const Range& words) {
  for (uint32_t i = words.first; i < words.last; ++i) {
    const auto found = scan.context(i, words.last, ContextRole::population);
    if (found) return scan.lexicon.contexts[found->value].value;
  }
  return 0;
}

// A body that tells of losses in its own ranks counts its own people.
Population own_ranks(const FigureScan& scan, const Range& sentence, const Candidate& candidate, const Chain& chain) {
  if (chain.empty() || chain.back().span.empty()) return Population::unspecified;
  const uint32_t end = std::min(sentence.last, candidate.phrase.first + ranks_reach);
  for (uint32_t i = candidate.phrase.first; i < end; ++i) {
    if (!scan.has(i, ContextRole::ranks)) continue;
    const uint8_t body = named_population(scan, words_in(scan.document, chain.back().span));
    return body == 0 ? Population::unspecified
                     : named<Population>(scan.lexicon.names[body]).value_or(Population::unspecified);
  }
  return Population::unspecified;
}

Population population_of(const FigureScan& scan, const Range& sentence, const Candidate& candidate) {
  if (candidate.bare_unit) return Population::not_people;
  uint8_t open = 0;
  const uint8_t unspecified = scan.lexicon.terms.unspecified;
  for (uint32_t i = candidate.of.first; i < candidate.of.last; ++i) {
    const CountedNoun* noun = scan.noun(i);
    const bool tells =
        noun != nullptr && noun->population != unspecified && (i == candidate.head || noun->kind != NounClass::thing);
    if (tells && open == 0) open = noun->population;
    if (scan.has(i, ContextRole::population)) {
      if (const auto found = scan.context(i, candidate.of.last, ContextRole::population); found && open == 0) {
        open = scan.lexicon.contexts[found->value].value;
      }
    }
  }
  // "16 من أفراد قوات الأمن": the noun leaves open what the words it is joined to tell.
  if (open == 0 && !candidate.of.empty() && candidate.of.last < sentence.last) {
    const auto found = scan.context(candidate.of.last, sentence.last, ContextRole::population);
    if (found) open = scan.lexicon.contexts[found->value].value;
  }
  // Nationalities are only said to be foreigners where no other word tells who they are.
  return open == 0 ? Population::unspecified
                   : named<Population>(scan.lexicon.names[open]).value_or(Population::unspecified);
}

Modality modality_of(const FigureScan& scan, const Range& sentence, const Candidate& candidate) {
  const uint32_t from =
      candidate.frame != none ? std::min(candidate.frame, candidate.phrase.first) : candidate.phrase.first;
  constexpr uint32_t farthest = 10;
  for (uint32_t i = candidate.phrase.first; i-- > sentence.first && candidate.phrase.first - i <= farthest + 4;) {
    if (scan.has(i, ContextRole::modality)) {
      const auto found = scan.context(i, sentence.last, ContextRole::modality);
      const FigureContext& context = scan.lexicon.contexts[found->value];
      if (i >= from || from - i <= context.reach) {
        return named<Modality>(scan.lexicon.names[context.value]).value_or(Modality::asserted);
      }
    }
    const std::string_view form = scan.document.folded_form(scan.word(i));
    if (form == "." || form == "؛") break;
  }
  return Modality::asserted;
}

// The location of the sentence that stands next behind the figure, else the last one before it.
uint32_t place_of(const Document& document, const Range& mentions, const Span& span) {
  uint32_t before = none;
  for (uint32_t i = mentions.first; i < mentions.last; ++i) {
    if (document.mentions[i].type != MentionType::location) continue;
    if (document.mentions[i].span.start >= span.end) return i;
    before = i;
  }
  return before;
}

uint32_t statement_of(const Document& document, const std::vector<uint32_t>& statements, const Span& span) {
  uint32_t innermost = none;
  for (const uint32_t i : statements) {
    const Span& content = document.statements[i].content;
    if (!content.contains(span)) continue;
    if (innermost == none || content.size() < document.statements[innermost].content.size()) innermost = i;
  }
  return innermost;
}

}  // namespace

StatementWalk::StatementWalk(const Document& document) {
  by_content_.resize(document.statements.size());
  for (uint32_t i = 0; i < by_content_.size(); ++i) by_content_[i] = i;
  std::stable_sort(by_content_.begin(), by_content_.end(), [&](uint32_t a, uint32_t b) {
    return document.statements[a].content.start < document.statements[b].content.start;
  });
}

const std::vector<uint32_t>& StatementWalk::overlapping(const Document& document, const Span& span) {
  std::erase_if(open_, [&](uint32_t i) { return document.statements[i].content.end <= span.start; });
  for (; next_ < by_content_.size() && document.statements[by_content_[next_]].content.start < span.end; ++next_) {
    open_.push_back(by_content_[next_]);
  }
  return open_;
}

SentenceContext sentence_context(const FigureScan& scan, const Sentence& sentence, StatementWalk& walk) {
  const Document& document = scan.document;
  SentenceContext context;
  context.statements = walk.overlapping(document, sentence.span);
  context.scope = first_value(scan, sentence.words, ContextRole::scope, Scope::incident);
  context.update = first_value(scan, sentence.words, ContextRole::update, Update::none);
  const auto starts_before = [](const auto& item, uint32_t byte) { return item.span.start < byte; };
  const auto& mentions = document.mentions;
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.span.start, starts_before);
  const auto last = std::lower_bound(first, mentions.end(), sentence.span.end, starts_before);
  context.locations = {static_cast<uint32_t>(first - mentions.begin()), static_cast<uint32_t>(last - mentions.begin())};
  constexpr size_t iso_day_size = 10;
  for (auto time = std::lower_bound(document.times.begin(), document.times.end(), sentence.span.start, starts_before);
       time != document.times.end() && time->span.start < sentence.span.end; ++time) {
    const bool day = (time->type == TimeType::date || time->type == TimeType::time) &&
                     time->value.size() >= iso_day_size && time->value[0] >= '0' && time->value[0] <= '9' &&
                     time->value[4] == '-' && time->value[7] == '-';
    if (!day) continue;
    context.day = time->value.substr(0, iso_day_size);
    break;
  }
  return context;
}

Figure make_figure(const FigureScan& scan, const Sentence& sentence, const SentenceContext& context,
                   const Candidate& candidate) {
  const Document& document = scan.document;
  Figure figure;
  // A figure begins behind joined conjunctions and prepositions: "و5 جرحى", "وقتيل".
  figure.span = {document.words[candidate.words.first].base.start, document.words[candidate.words.last - 1].span.end};
  if (candidate.number != none)
    figure.span.start = std::min(figure.span.start, document.numbers[candidate.number].span.start);
  if (candidate.head == none && candidate.number != none &&
      candidate.words == document.numbers[candidate.number].words) {
    figure.span = document.numbers[candidate.number].span;
  }
  figure.min = candidate.min;
  figure.max = candidate.max;
  figure.approximate = candidate.approximate;
  figure.number = candidate.number;
  figure.measure = named<Measure>(scan.lexicon.names[candidate.measure]).value_or(Measure::other);
  if (!candidate.of.empty()) {
    figure.of = document.span_of(candidate.of);
    figure.of.start = document.words[candidate.of.first].base.start;
  }
  figure.population = population_of(scan, sentence.words, candidate);
  figure.place = place_of(document, context.locations, figure.span);
  figure.day = context.day;
  figure.scope = context.scope;
  if (scan.lexicon.is_victim(candidate.measure)) figure.update = context.update;
  figure.modality = modality_of(scan, sentence.words, candidate);
  figure.statement = statement_of(document, context.statements, figure.span);
  if (figure.statement != none) figure.chain = document.statements[figure.statement].chain;
  if (figure.population == Population::unspecified) {
    figure.population = own_ranks(scan, sentence.words, candidate, figure.chain);
  }
  return figure;
}

}  // namespace isnad

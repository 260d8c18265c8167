#include "stories/published_events.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "stories/published_clues.h"

namespace isnad {
namespace {

constexpr size_t longest_list = 60;     // sentences looked at for one word
constexpr double least_likeness = 0.2;  // share of the shorter sentence's weight that both have
constexpr size_t least_shared_words = 4;
constexpr uint16_t least_word_bytes = 6;  // shorter words are particles
constexpr uint32_t near_words = 7;        // on each side of a time

bool names_day(const TimeReading& reading) { return named_day(reading, 0).has_value(); }

// The folded word without clitics and article; empty for particles and marks.
std::string_view content_form(const Document& document, const Word& word) {
  if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol) return {};
  std::string_view form = document.folded_form(word);
  const uint32_t prefix = word.stem.start - word.span.start;
  if (prefix < form.size()) form.remove_prefix(prefix);
  return form.size() < least_word_bytes && word.kind == WordKind::arabic ? std::string_view{} : form;
}

void sort_once(std::vector<uint32_t>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

void DatedSentences::count_word(std::string_view form, uint32_t document) {
  const auto [entry, is_new] =
      word_ids_.try_emplace(XXH3_64bits(form.data(), form.size()), static_cast<uint32_t>(documents_with_.size()));
  if (is_new) {
    documents_with_.push_back(0);
    last_document_.push_back(none);
  }
  if (last_document_[entry->second] == document) return;
  last_document_[entry->second] = document;
  ++documents_with_[entry->second];
}

void DatedSentences::read_sentence(const Document& document, Range words, Sentence& sentence) {
  const auto collect = [&](uint32_t first, uint32_t last, std::vector<uint32_t>& out) {
    for (uint32_t w = first; w < last; ++w) {
      const std::string_view form = content_form(document, document.words[w]);
      if (!form.empty()) out.push_back(word_ids_.at(XXH3_64bits(form.data(), form.size())));
    }
    sort_once(out);
  };
  collect(words.first, words.last, sentence.words);
  for (DatedTime& dated : sentence.times) {
    const Range at = document.times[dated.time].words;
    collect(at.first > words.first + near_words ? at.first - near_words : words.first, at.first, dated.words);
    collect(at.last, std::min(words.last, at.last + near_words), dated.words);
  }
}

DatedSentences::DatedSentences(const Collection& collection) : of_document_(collection.documents.size()) {
  for (uint32_t d = 0; d < collection.documents.size(); ++d) {
    const Document& document = collection.documents[d];
    for (const Word& word : document.words) {
      if (const auto form = content_form(document, word); !form.empty()) count_word(form, d);
    }
    uint32_t t = 0;
    for (size_t k = 0; k < document.sentences.size(); ++k) {
      const isnad::Sentence& sentence = document.sentences[k];
      Sentence dated{d, {}, {}};
      for (; t < document.times.size() && document.times[t].words.first < sentence.words.last; ++t) {
        if (names_day(document.times[t].reading)) dated.times.push_back({t, {}});
      }
      if (dated.times.empty()) continue;
      // What happened is often told in the sentence before or behind the one with the day.
      const uint32_t first = document.sentences[k > 0 ? k - 1 : k].words.first;
      const uint32_t last = document.sentences[std::min(k + 1, document.sentences.size() - 1)].words.last;
      read_sentence(document, {first, last}, dated);
      of_document_[d].push_back(static_cast<uint32_t>(sentences_.size()));
      sentences_.push_back(std::move(dated));
    }
  }
  const double count = static_cast<double>(collection.documents.size());
  word_weight_.resize(documents_with_.size());
  for (size_t w = 0; w < documents_with_.size(); ++w)
    word_weight_[w] = 0.05 + std::log((count + 1) / documents_with_[w]);
  with_word_.resize(documents_with_.size());
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    for (const uint32_t w : sentences_[s].words) {
      if (with_word_[w].size() <= longest_list) with_word_[w].push_back(s);
    }
  }
}

// The weight of the words that both have, as a share of the lighter one's.
double DatedSentences::likeness(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const {
  std::vector<uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const auto weight = [&](const std::vector<uint32_t>& words) {
    double sum = 0;
    for (const uint32_t w : words) sum += word_weight_[w];
    return sum;
  };
  const double lighter = std::min(weight(a), weight(b));
  return lighter > 0 ? weight(both) / lighter : 0;
}

std::vector<DatedSentences::Vote> DatedSentences::days_of(const Collection& collection, uint32_t document,
                                                          int32_t lowest, int32_t highest,
                                                          const std::vector<Known>& known) const {
  std::map<int32_t, Vote> votes;
  const auto compare = [&](const Sentence& mine, const Sentence& theirs) {
    const double like = likeness(mine.words, theirs.words);
    for (const DatedTime& a : mine.times) {
      const TimeReading& reading = collection.documents[document].times[a.time].reading;
      if (reading.kind != TimeKind::relative || reading.unit != TimeUnit::day) continue;
      for (const DatedTime& b : theirs.times) {
        const TimeReading& other = collection.documents[theirs.document].times[b.time].reading;
        if (!known[theirs.document].certain && other.kind == TimeKind::relative) continue;
        const auto day = named_day(other, *known[theirs.document].day);
        const bool parts_differ =
            reading.part != DayPart::none && other.part != DayPart::none && reading.part != other.part;
        if (!day || parts_differ || *day - reading.offset < lowest || *day - reading.offset > highest) continue;
        const double near = likeness(a.words, b.words);
        if (std::max(like, near) < least_likeness) continue;
        // An hour of the day that both name is one more thing they share.
        const bool same_part = reading.part != DayPart::none && reading.part == other.part;
        const double weight = std::max(like, near) * (0.2 + near) * (same_part ? 1.5 : 1);
        Vote& vote = votes[*day - reading.offset];
        if (weight > vote.weight) vote.from = theirs.document;
        vote.day = *day - reading.offset;
        vote.weight = std::max(vote.weight, weight) + 0.1 * std::min(vote.weight, weight);
      }
    }
  };
  for (const uint32_t s : of_document_[document]) {
    std::map<uint32_t, size_t> shared;
    for (const uint32_t w : sentences_[s].words) {
      if (with_word_[w].size() > longest_list) continue;
      for (const uint32_t other : with_word_[w]) ++shared[other];
    }
    for (const auto& [other, count] : shared) {
      const uint32_t peer = sentences_[other].document;
      if (peer != document && known[peer].day && count >= least_shared_words) compare(sentences_[s], sentences_[other]);
    }
  }
  std::vector<Vote> best;
  for (const auto& [day, vote] : votes) best.push_back(vote);
  std::stable_sort(best.begin(), best.end(), [](const Vote& a, const Vote& b) { return a.weight > b.weight; });
  return best;
}

}  // namespace isnad

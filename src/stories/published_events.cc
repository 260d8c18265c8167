#include "stories/published_events.h"

#include <tsl/robin_map.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "stories/published_clues.h"

namespace isnad {
namespace {

constexpr size_t longest_list = 60;      // sentences looked at for one word
constexpr double least_likeness = 0.25;  // share of the shorter sentence's weight that both have
constexpr uint16_t least_word_bytes = 6; // shorter words are particles

bool names_day(const TimeReading& reading) { return named_day(reading, 0).has_value(); }

}  // namespace

DatedSentences::DatedSentences(const Collection& collection) : of_document_(collection.documents.size()) {
  tsl::robin_map<uint64_t, uint32_t> ids;
  std::vector<uint32_t> documents_with, last_document;
  for (uint32_t d = 0; d < collection.documents.size(); ++d) {
    const Document& document = collection.documents[d];
    size_t t = 0;
    for (const isnad::Sentence& sentence : document.sentences) {
      Sentence dated{d, {}, {}, 0};
      while (t < document.times.size() && document.times[t].words.first < sentence.words.first) ++t;
      for (; t < document.times.size() && document.times[t].words.first < sentence.words.last; ++t) {
        if (names_day(document.times[t].reading)) dated.times.push_back(static_cast<uint32_t>(t));
      }
      for (uint32_t w = sentence.words.first; w < sentence.words.last; ++w) {
        const Word& word = document.words[w];
        if (word.kind == WordKind::punctuation || word.folded_size < least_word_bytes) continue;
        const std::string_view form = document.folded_form(word).substr(word.stem.start > word.span.start && word.stem.start - word.span.start < word.folded_size ? word.stem.start - word.span.start : 0);
        const auto [entry, is_new] = ids.try_emplace(XXH3_64bits(form.data(), form.size()), static_cast<uint32_t>(documents_with.size()));
        if (is_new) {
          documents_with.push_back(0);
          last_document.push_back(none);
        }
        if (last_document[entry->second] != d) {
          last_document[entry->second] = d;
          ++documents_with[entry->second];
        }
        if (!dated.times.empty()) dated.words.push_back(entry->second);
      }
      if (dated.times.empty()) continue;
      std::sort(dated.words.begin(), dated.words.end());
      dated.words.erase(std::unique(dated.words.begin(), dated.words.end()), dated.words.end());
      of_document_[d].push_back(static_cast<uint32_t>(sentences_.size()));
      sentences_.push_back(std::move(dated));
    }
  }
  const double count = static_cast<double>(collection.documents.size());
  word_weight_.resize(documents_with.size());
  for (size_t w = 0; w < documents_with.size(); ++w) word_weight_[w] = 0.05 + std::log((count + 1) / documents_with[w]);
  with_word_.resize(documents_with.size());
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    for (const uint32_t w : sentences_[s].words) {
      sentences_[s].weight += word_weight_[w];
      if (with_word_[w].size() <= longest_list) with_word_[w].push_back(s);
    }
  }
}

double DatedSentences::likeness(const Sentence& a, const Sentence& b) const {
  std::vector<uint32_t> both;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(both));
  if (both.size() < 4) return 0;
  double weight = 0;
  for (const uint32_t w : both) weight += word_weight_[w];
  const double shorter = std::min(a.weight, b.weight);
  return shorter > 0 ? weight / shorter : 0;
}

std::optional<DatedSentences::Vote> DatedSentences::day_of(const Collection& collection, uint32_t document, int32_t lowest,
                                                           int32_t highest,
                                                           const std::vector<std::optional<int32_t>>& known) const {
  std::map<int32_t, Vote> votes;
  for (const uint32_t s : of_document_[document]) {
    std::vector<uint32_t> others;
    for (const uint32_t w : sentences_[s].words) {
      if (with_word_[w].size() <= longest_list) others.insert(others.end(), with_word_[w].begin(), with_word_[w].end());
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const uint32_t other : others) {
      const uint32_t peer = sentences_[other].document;
      if (peer == document || !known[peer]) continue;
      const double like = likeness(sentences_[s], sentences_[other]);
      if (like < least_likeness) continue;
      for (const uint32_t t : sentences_[s].times) {
        const TimeReading& mine = collection.documents[document].times[t].reading;
        if (mine.kind != TimeKind::relative || mine.unit != TimeUnit::day) continue;
        for (const uint32_t u : sentences_[other].times) {
          const TimeReading& theirs = collection.documents[peer].times[u].reading;
          const auto day = named_day(theirs, *known[peer]);
          if (!day || (mine.part != DayPart::none && theirs.part != DayPart::none && mine.part != theirs.part)) continue;
          const int32_t published = *day - mine.offset;
          if (published < lowest || published > highest) continue;
          Vote& vote = votes[published];
          if (like > vote.weight) vote.from = peer;
          vote.day = published;
          vote.weight = std::max(vote.weight, like) + 0.1 * std::min(vote.weight, like);
        }
      }
    }
  }
  std::optional<Vote> best;
  for (const auto& [day, vote] : votes) {
    if (!best || vote.weight > best->weight) best = vote;
  }
  return best;
}

}  // namespace isnad

#include "mentions/tagger.h"

#include <limits>

namespace isnad {
namespace {

// Far below every sum of weights, far above overflow.
constexpr int32_t impossible = std::numeric_limits<int32_t>::min() / 4;

// Whether `label` may follow `before`; at the start of a sentence `before` is outside.
bool may_follow(NameLabel before, NameLabel label) {
  return label == label_outside || is_begin(label) || before == label || before + 1 == label;
}

}  // namespace

void decode_names(std::span<const NameScores> scores, const std::array<NameScores, name_row_size>& transitions,
                  std::vector<NameLabel>& labels) {
  labels.assign(scores.size(), label_outside);
  if (scores.empty()) return;
  std::vector<std::array<NameLabel, name_row_size>> from(scores.size());
  std::array<int32_t, name_row_size> best{};
  for (NameLabel label = 0; label < name_label_count; ++label) {
    best[label] = may_follow(label_outside, label) ? scores[0][label] + transitions[0][label] : impossible;
  }
  for (size_t i = 1; i < scores.size(); ++i) {
    std::array<int32_t, name_row_size> next{};
    for (NameLabel label = 0; label < name_label_count; ++label) {
      int32_t highest = impossible * 2;
      for (NameLabel before = 0; before < name_label_count; ++before) {
        if (!may_follow(before, label)) continue;
        const int32_t sum = best[before] + transitions[before][label];
        if (sum > highest) {
          highest = sum;
          from[i][label] = before;
        }
      }
      next[label] = std::max(highest + scores[i][label], impossible);
    }
    best = next;
  }
  NameLabel label = 0;
  for (NameLabel l = 1; l < name_label_count; ++l) {
    if (best[l] > best[label]) label = l;
  }
  for (size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label = from[i][label];
  }
}

void score_names(const NameModel& model, std::span<const NameSigns> sentence, std::vector<NameScores>& scores) {
  std::array<uint64_t, max_name_features> features;
  for (size_t i = 0; i < sentence.size(); ++i) {
    const uint32_t count = name_features(sentence, i, features);
    NameScores sum{};
    for (uint32_t k = 0; k < count; ++k) {
      const int8_t* row = model.row(features[k]);
      for (uint32_t label = 0; label < name_row_size; ++label) sum[label] += row[label];
    }
    scores.push_back(sum);
  }
}

}  // namespace isnad

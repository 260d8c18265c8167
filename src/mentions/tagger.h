// The sequence model of names: labels for the words of a sentence, by Viterbi over hashed linear features.
// Trained as an averaged structured perceptron (Collins 2002) by tools/train_names.cc.
#pragma once

#include <span>
#include <vector>

#include "document/mentions.h"
#include "lexicon/names_model.h"
#include "mentions/name_features.h"

namespace isnad {

// O, or B or I of a type: 1 + 2 * type, 2 + 2 * type.
using NameLabel = uint8_t;
inline constexpr NameLabel label_outside = 0;
inline NameLabel label_begin(MentionType type) { return static_cast<NameLabel>(1 + 2 * static_cast<int>(type)); }
inline NameLabel label_inside(MentionType type) { return static_cast<NameLabel>(2 + 2 * static_cast<int>(type)); }
inline bool is_begin(NameLabel label) { return label % 2 == 1; }
inline MentionType type_of(NameLabel label) { return static_cast<MentionType>((label - 1) / 2); }

// The best labels under scores[i][label] and the transitions; an I never stands without its B.
void decode_names(std::span<const NameScores> scores, const std::array<NameScores, name_row_size>& transitions,
                  std::vector<NameLabel>& labels);

// Scores of the model for every word of a sentence, appended to scores.
void score_names(const NameModel& model, std::span<const NameSigns> sentence, std::vector<NameScores>& scores);

}  // namespace isnad

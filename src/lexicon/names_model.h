// The weights of the sequence model of names: a table of quantised rows that features are hashed into.
//
// The file: "ISNM", version, log2 of the number of rows, two zero bytes, scale (float), 8 × 8 transition weights (int16),
// a bit for each row that is not all zero (lowest bit first), then the 7 weights (int8) of each of these rows, all little
// endian. More than half of the rows of a trained table are zero. tools/train_names.cc writes it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// O, then B and I of person, organization, location; the last column pads rows to eight bytes.
inline constexpr uint32_t name_label_count = 7;
inline constexpr uint32_t name_row_size = 8;
using NameScores = std::array<int32_t, name_row_size>;

struct NameModel {
  std::array<NameScores, name_row_size> transitions{};  // from label, to label
  std::vector<int8_t> weights;                          // rows of name_row_size
  uint64_t mask = 0;                                    // of a feature's hash: number of rows less one
  float scale = 1;                                      // of one unit of weight

  bool empty() const { return weights.empty(); }
  const int8_t* row(uint64_t feature) const { return weights.data() + (feature & mask) * name_row_size; }
};

// Throws Error(bad_format) where the bytes are no model. name is used in errors.
NameModel read_name_model(std::string_view bytes, std::string_view name);
std::string write_name_model(const NameModel& model);

}  // namespace isnad

#include "lexicon/names_model.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/error.h"

namespace isnad {
namespace {

constexpr std::string_view magic = "ISNM";
constexpr uint8_t model_version = 2;
constexpr uint32_t max_log2_rows = 20;
constexpr size_t header_size = 4 + 1 + 1 + 2 + sizeof(float);
constexpr size_t transition_count = name_row_size * name_row_size;

size_t bitmap_size(size_t rows) { return (rows + 7) / 8; }

static_assert(std::endian::native == std::endian::little, "the model is read as it stands");

}  // namespace

NameModel read_name_model(std::string_view bytes, std::string_view name) {
  const auto fail = [&](const char* what) { return Error(ErrorCode::bad_format, "data/" + std::string(name), what); };
  if (bytes.size() < header_size || !bytes.starts_with(magic)) throw fail("this is no model of names");
  if (static_cast<uint8_t>(bytes[4]) != model_version) throw fail("the model is of another version");
  const auto log2_rows = static_cast<uint8_t>(bytes[5]);
  if (log2_rows > max_log2_rows) throw fail("the model is too large");
  const size_t rows = size_t(1) << log2_rows;
  const size_t filled_at = header_size + transition_count * sizeof(int16_t);
  const size_t weights_at = filled_at + bitmap_size(rows);
  if (bytes.size() < weights_at) throw fail("the model is cut off");
  const auto is_filled = [&](size_t row) { return static_cast<uint8_t>(bytes[filled_at + row / 8]) >> row % 8 & 1; };
  size_t filled = 0;
  for (size_t at = filled_at; at < weights_at; ++at) {
    filled += static_cast<size_t>(std::popcount(static_cast<uint8_t>(bytes[at])));
  }
  if (bytes.size() != weights_at + filled * name_label_count) throw fail("the model is cut off");
  NameModel model;
  std::memcpy(&model.scale, bytes.data() + 8, sizeof(float));
  std::array<int16_t, transition_count> transitions;
  std::memcpy(transitions.data(), bytes.data() + header_size, sizeof transitions);
  for (size_t i = 0; i < transition_count; ++i) {
    model.transitions[i / name_row_size][i % name_row_size] = transitions[i];
  }
  model.weights.resize(rows * name_row_size);
  const char* next = bytes.data() + weights_at;
  for (size_t row = 0; row < rows; ++row) {
    if (!is_filled(row)) continue;
    std::memcpy(&model.weights[row * name_row_size], next, name_label_count);
    next += name_label_count;
  }
  model.mask = rows - 1;
  return model;
}

std::string write_name_model(const NameModel& model) {
  std::string out(magic);
  out += static_cast<char>(model_version);
  out += static_cast<char>(std::countr_zero(model.mask + 1));
  out.append(2, '\0');
  out.append(reinterpret_cast<const char*>(&model.scale), sizeof(float));
  for (const NameScores& from : model.transitions) {
    for (const int32_t weight : from) {
      const auto narrow = static_cast<int16_t>(weight);
      out.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
    }
  }
  const size_t rows = model.mask + 1;
  std::string filled(bitmap_size(rows), '\0'), weights;
  for (size_t row = 0; row < rows; ++row) {
    const int8_t* from = model.row(row);
    if (std::all_of(from, from + name_label_count, [](int8_t weight) { return weight == 0; })) continue;
    filled[row / 8] = static_cast<char>(filled[row / 8] | 1 << row % 8);
    weights.append(reinterpret_cast<const char*>(from), name_label_count);
  }
  return out + filled + weights;
}

}  // namespace isnad

#include "lexicon/names_model.h"

#include <bit>
#include <cstring>

#include "base/error.h"

namespace isnad {
namespace {

constexpr std::string_view magic = "ISNM";
constexpr uint8_t model_version = 1;
constexpr uint32_t max_log2_rows = 20;
constexpr size_t header_size = 4 + 1 + 1 + 2 + sizeof(float);
constexpr size_t transition_count = name_row_size * name_row_size;

static_assert(std::endian::native == std::endian::little, "the model is read as it stands");

}  // namespace

NameModel read_name_model(std::string_view bytes, std::string_view name) {
  const auto fail = [&](const char* what) { return Error(ErrorCode::bad_format, "data/" + std::string(name), what); };
  if (bytes.size() < header_size || !bytes.starts_with(magic)) throw fail("this is no model of names");
  if (static_cast<uint8_t>(bytes[4]) != model_version) throw fail("the model is of another version");
  const auto log2_rows = static_cast<uint8_t>(bytes[5]);
  if (log2_rows > max_log2_rows) throw fail("the model is too large");
  const size_t rows = size_t(1) << log2_rows;
  const size_t weights_at = header_size + transition_count * sizeof(int16_t);
  if (bytes.size() != weights_at + rows * name_row_size) throw fail("the model is cut off");
  NameModel model;
  std::memcpy(&model.scale, bytes.data() + 8, sizeof(float));
  std::array<int16_t, transition_count> transitions;
  std::memcpy(transitions.data(), bytes.data() + header_size, sizeof transitions);
  for (size_t i = 0; i < transition_count; ++i) {
    model.transitions[i / name_row_size][i % name_row_size] = transitions[i];
  }
  model.weights.resize(rows * name_row_size);
  std::memcpy(model.weights.data(), bytes.data() + weights_at, model.weights.size());
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
  out.append(reinterpret_cast<const char*>(model.weights.data()), model.weights.size());
  return out;
}

}  // namespace isnad

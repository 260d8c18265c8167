#include "lexicon/word_clusters.h"

#include <xxhash.h>

#include <bit>
#include <cstring>

#include "base/error.h"

namespace isnad {
namespace {

constexpr std::string_view magic = "ISNC";
constexpr uint8_t clusters_version = 1;
constexpr size_t header_size = 16;
constexpr uint64_t class_bits = 16, narrow_bits = 10;
constexpr uint64_t class_mask = (1u << class_bits) - 1, narrow_mask = (1u << narrow_bits) - 1;

}  // namespace

uint64_t word_cluster_hash(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }

WordClusters::WordClusters(std::string_view bytes) {
  const auto fail = [](const char* what) { return Error(ErrorCode::bad_format, "data/models/clusters.bin", what); };
  if (bytes.size() < header_size || !bytes.starts_with(magic)) throw fail("this is no table of word clusters");
  if (static_cast<uint8_t>(bytes[magic.size()]) != clusters_version) throw fail("the table is of another version");
  uint32_t count = 0;
  std::memcpy(&count, bytes.data() + 8, sizeof count);
  if (!std::has_single_bit(count) || bytes.size() != header_size + size_t(count) * sizeof(uint64_t)) {
    throw fail("the table is cut off");
  }
  slots_.resize(count);
  std::memcpy(slots_.data(), bytes.data() + header_size, bytes.size() - header_size);
}

WordCluster WordClusters::find(uint64_t hash) const {
  for (size_t step = 0; step < slots_.size(); ++step) {
    const uint64_t slot = slots_[((hash >> class_bits) + step) & (slots_.size() - 1)];
    if (slot == 0) break;
    if ((slot ^ hash) >> class_bits != 0) continue;
    return {static_cast<uint8_t>((slot & class_mask) >> narrow_bits), static_cast<uint16_t>(slot & narrow_mask)};
  }
  return {};
}

std::string write_word_clusters(const std::vector<std::pair<uint64_t, WordCluster>>& rows) {
  const uint64_t count = std::bit_ceil(2 * rows.size() + 1);
  std::vector<uint64_t> slots(count);
  for (const auto& [hash, cluster] : rows) {
    uint64_t at = hash >> class_bits & (count - 1);
    while (slots[at] != 0) at = (at + 1) & (count - 1);
    slots[at] = (hash & ~class_mask) | uint64_t(cluster.broad) << narrow_bits | cluster.narrow;
  }
  std::string out(magic);
  out += static_cast<char>(clusters_version);
  out.append(3, '\0');
  const auto size = static_cast<uint32_t>(count);
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out.append(4, '\0');
  out.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(uint64_t));
  return out;
}

}  // namespace isnad

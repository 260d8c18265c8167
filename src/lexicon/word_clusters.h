// Word clusters: words that stand beside the same words, so that a name no table holds is known by its company.
//
// The file: "ISNC", version, three zero bytes, number of slots (uint32, a power of two), four zero bytes, then slots of
// 64 bits: the upper 48 bits of the form's hash, 6 bits for one of 64 broad classes, 10 bits for one of 512 narrow
// ones; an empty slot is 0. Open addressing with linear probing. tools/make_word_clusters.cc makes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

struct WordCluster {
  uint8_t broad = 0;  // 0: the word has no class
  uint16_t narrow = 0;
};

uint64_t word_cluster_hash(std::string_view form);

class WordClusters {
 public:
  WordClusters() = default;
  // Throws Error(bad_format) where they are no such table.
  explicit WordClusters(std::string_view bytes);

  // The classes of a form by its word_cluster_hash.
  WordCluster find(uint64_t hash) const;

 private:
  std::vector<uint64_t> slots_;  // as many as a power of two
};

// The bytes of the table; rows: the hash of each form and its classes, of which broad is not 0.
std::string write_word_clusters(const std::vector<std::pair<uint64_t, WordCluster>>& rows);

}  // namespace isnad

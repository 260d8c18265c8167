// Phrases: a trie over word forms that finds the longest phrase of a table at a word of a report.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "lexicon/vocabulary.h"

namespace isnad {

class PhraseTrie {
 public:
  struct Match {
    uint32_t value = 0;
    uint32_t words = 0;
  };

  // A phrase given twice keeps the first value. An empty phrase is ignored.
  void add(const std::vector<FormId>& phrase, uint32_t value);

  // Makes room for so many words of phrases.
  void reserve(size_t words) {
    edges_.reserve(words);
    values_.reserve(words);
  }

  // True where some phrase begins with that form.
  bool begins(FormId form) const { return form != unknown_form && edges_.contains(key(0, form)); }

  // The longest phrase that begins at position 0, where form(k) gives the form of the k-th word from there
  // (unknown_form at the end).
  template <class FormAt>
  std::optional<Match> longest(FormAt&& form) const {
    std::optional<Match> best;
    uint32_t node = 0;
    for (uint32_t k = 0;; ++k) {
      const FormId id = form(k);
      if (id == unknown_form) return best;
      const auto next = edges_.find(key(node, id));
      if (next == edges_.end()) return best;
      node = next->second;
      if (values_[node] != no_value) best = Match{values_[node], k + 1};
    }
  }

 private:
  static constexpr uint32_t no_value = 0xffffffff;
  static uint64_t key(uint32_t node, FormId form) { return uint64_t(node) << 32 | form; }
  struct Hash {
    size_t operator()(uint64_t k) const { return static_cast<size_t>(k * 0x9E3779B97F4A7C15ull >> 17); }
  };

  tsl::robin_map<uint64_t, uint32_t, Hash> edges_;
  std::vector<uint32_t> values_{no_value};
};

}  // namespace isnad

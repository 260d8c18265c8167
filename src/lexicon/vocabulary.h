// The vocabulary: every folded word form that any table names has a number. A word of a report is looked up once;
// after that all stages compare numbers.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

using FormId = uint32_t;  // 0: a form that no table names
inline constexpr FormId unknown_form = 0;

class Vocabulary {
 public:
  Vocabulary();

  // The number of a form; a new one where it is not there yet. form is folded.
  FormId add(std::string_view form);
  FormId find(std::string_view form) const;
  std::string_view text(FormId id) const { return texts_[id]; }
  size_t size() const { return texts_.size(); }

  // Numbers of the words of a phrase as the tables write it: folded here, parted at spaces.
  std::vector<FormId> add_phrase(std::string_view phrase);

 private:
  struct Identity {
    size_t operator()(uint64_t hash) const { return hash; }
  };
  std::string_view keep(std::string_view form);

  // Letters of the forms stand in blocks that never move, so that a view of one stays good.
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;  // in the last block
  size_t free_ = 0;       // bytes from there to its end
  std::vector<std::string_view> texts_;
  // A bit for each hash: most forms of a report are in no table, and this tells so without a look at the map.
  static constexpr size_t sieve_bits = size_t(1) << 20;
  std::vector<uint64_t> sieve_ = std::vector<uint64_t>(sieve_bits / 64);
  // By 64 bits of the form's hash, so that a look-up touches no text; add sees to it that no two forms share them.
  tsl::robin_map<uint64_t, FormId, Identity> ids_;
};

}  // namespace isnad

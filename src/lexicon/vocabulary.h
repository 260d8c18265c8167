// The vocabulary: every folded word form that any table names has a number. A word of a report is looked up once;
// after that all stages compare numbers.
#pragma once

#include <tsl/robin_map.h>
#include <xxhash.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

using FormId = uint32_t;  // 0: a form that no table names
inline constexpr FormId unknown_form = 0;

class Vocabulary {
 public:
  // The number of a form; a new one where it is not there yet. form is folded.
  FormId add(std::string_view form);
  FormId find(std::string_view form) const;
  std::string_view text(FormId id) const { return texts_[id]; }
  size_t size() const { return texts_.size(); }

  // Numbers of the words of a phrase as the tables write it: folded here, parted at spaces.
  std::vector<FormId> add_phrase(std::string_view phrase);

 private:
  struct Hash {
    size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
  };
  std::deque<std::string> texts_{std::string()};
  tsl::robin_map<std::string_view, FormId, Hash> ids_;
};

}  // namespace isnad

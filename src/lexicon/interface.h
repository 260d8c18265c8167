// The words of the interface, in both languages.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace isnad {

enum class Language : uint8_t { english, arabic };

class InterfaceText {
 public:
  InterfaceText() = default;  // no words: every key stands for itself
  explicit InterfaceText(const TableSource& source);

  // The words for the key; the key itself where the table has none, so that a gap is seen and nothing breaks.
  std::string_view text(std::string_view key, Language language) const;
  // The same with {} replaced by value.
  std::string text(std::string_view key, Language language, std::string_view value) const;

 private:
  struct Words {
    std::string english;
    std::string arabic;
  };
  std::map<std::string, Words, std::less<>> words_;
};

}  // namespace isnad

// The words of the interface, in both languages.
#pragma once

#include <initializer_list>
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
  // The same with the places of {} taken by the values in their order; {1}, {2} … where a language orders them
  // otherwise.
  std::string text(std::string_view key, Language language, std::initializer_list<std::string_view> values) const;

 private:
  struct Words {
    std::string english;
    std::string arabic;
  };
  std::map<std::string, Words, std::less<>> words_;
};

}  // namespace isnad

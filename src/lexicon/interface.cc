#include "lexicon/interface.h"

namespace isnad {

InterfaceText::InterfaceText(const TableSource& source) {
  const Table table = source.table("interface/words");
  for (size_t row = 0; row < table.size(); ++row) {
    words_[std::string(table.cell(row, "key"))] = {std::string(table.cell(row, "english")),
                                                   std::string(table.cell(row, "arabic"))};
  }
}

std::string_view InterfaceText::text(std::string_view key, Language language) const {
  const auto found = words_.find(key);
  if (found == words_.end()) return key;
  return language == Language::arabic ? found->second.arabic : found->second.english;
}

std::string InterfaceText::text(std::string_view key, Language language, std::string_view value) const {
  return text(key, language, {value});
}

std::string InterfaceText::text(std::string_view key, Language language,
                                std::initializer_list<std::string_view> values) const {
  const std::string_view pattern = text(key, language);
  std::string out;
  size_t next = 0;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos || close > at + 2) {
      out += pattern[at];
      continue;
    }
    const size_t index = close == at + 1 ? next++ : static_cast<size_t>(pattern[at + 1] - '1');
    if (index < values.size()) out += *(values.begin() + index);
    at = close;
  }
  return out;
}

}  // namespace isnad

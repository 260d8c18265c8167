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
  std::string out(text(key, language));
  if (const size_t at = out.find("{}"); at != std::string::npos) out.replace(at, 2, value);
  return out;
}

}  // namespace isnad

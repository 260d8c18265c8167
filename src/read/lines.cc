#include "read/lines.h"

namespace isnad {

void split_lines(Document& document, const Lexicon&) {
  uint32_t start = 0;
  for (const std::string_view line : split(document.text, '\n')) {
    const auto end = static_cast<uint32_t>(start + line.size());
    if (!trim(line).empty()) {
      const LineKind kind = document.lines.empty() && line.size() < 240 ? LineKind::title : LineKind::body;
      document.lines.push_back({{start, end}, kind});
    }
    start = end + 1;
  }
}

}  // namespace isnad

#include "output/terminal_canvas.h"

#include <algorithm>

namespace isnad {

std::string Canvas::ink(std::string_view text, Ink ink) const {
  static constexpr const char* codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m"};
  if (!options_.color || ink == Ink::plain) return std::string(text);
  return codes[static_cast<size_t>(ink)] + std::string(text) + "\x1b[0m";
}

void Canvas::heading(std::string_view text) {
  blank();
  const size_t used = display_width(text) + 1;
  std::string rule;
  for (size_t i = used; i < options_.width; ++i) rule += "─";
  line(ink(text, Ink::strong) + " " + ink(rule, Ink::faint));
}

void Canvas::paragraph(std::string_view text, size_t indent, std::string_view label) {
  const size_t label_width = std::max(indent, label.empty() ? 0 : display_width(label) + 1);
  std::string lead(label.empty() ? std::string(indent, ' ') : pad(label, label_width));
  for (const std::string& row : wrap(text, std::max<size_t>(options_.width - label_width, 20))) {
    line(lead + quoted(row));
    lead = std::string(label_width, ' ');
  }
}

}  // namespace isnad

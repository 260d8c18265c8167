// The page that the terminal view is written on: headings, labels, wrapped paragraphs, colour.
#pragma once

#include <string>
#include <string_view>

#include "output/terminal.h"
#include "output/text_layout.h"

namespace isnad {

enum class Ink : uint8_t { plain, strong, faint, accent, warning };

class Canvas {
 public:
  explicit Canvas(const TerminalOptions& options) : options_(options) {}

  std::string ink(std::string_view text, Ink ink) const;
  void heading(std::string_view text);
  void blank() { out_ += '\n'; }
  // One line as it is.
  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }
  // Text wrapped to the width, each line behind `indent` blanks; the first line behind `label` instead.
  void paragraph(std::string_view text, size_t indent, std::string_view label = {});
  // Arabic words of a report: isolated where the options ask for it.
  std::string quoted(std::string_view text) const { return options_.isolates ? isolate(text) : std::string(text); }
  size_t width() const { return options_.width; }

  std::string take() { return std::move(out_); }

 private:
  const TerminalOptions& options_;
  std::string out_;
};

}  // namespace isnad

#include "output/format.h"

#include <fmt/format.h>

#include <cmath>

namespace isnad {
namespace {

std::string arabic_digits(const std::string& text) {
  static constexpr const char* digits[] = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += digits[c - '0'];
    } else if (c == ',') {
      out += "٬";
    } else if (c == '.') {
      out += "٫";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string format_number(double value, Digits digits) {
  std::string text = value == std::floor(value) && std::fabs(value) < 1e15
                         ? fmt::format("{}", static_cast<int64_t>(value))
                         : fmt::format("{}", value);
  const size_t point = std::min(text.find('.'), text.size());
  for (size_t at = point; at > 3 + (text.front() == '-' ? 1 : 0); at -= 3) text.insert(at - 3, ",");
  return digits == Digits::arabic ? arabic_digits(text) : text;
}

std::string format_interval(const std::optional<double>& min, const std::optional<double>& max, Digits digits) {
  if (min && max) {
    if (*min == *max) return format_number(*min, digits);
    return format_number(*min, digits) + "–" + format_number(*max, digits);
  }
  if (min) return "≥ " + format_number(*min, digits);
  if (max) return "≤ " + format_number(*max, digits);
  return "?";
}

std::string format_figure(const Figure& figure, Digits digits) {
  return (figure.approximate ? "~" : "") + format_interval(figure.min, figure.max, digits);
}

std::string format_chain(const Document& document, const Chain& chain, const InterfaceText& words, Language language) {
  std::string out = label_of(document);
  if (chain.empty()) return out + " (" + std::string(words.text("own_voice", language)) + ")";
  for (const Source& source : chain) out += " ← " + source.text;
  return out;
}

}  // namespace isnad

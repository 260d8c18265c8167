#include "read/json_ld.h"

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t most_fields = 100'000;
constexpr size_t deepest = 64;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Reader {
 public:
  Reader(std::string_view text, uint32_t offset) : text_(text), offset_(offset) {}

  std::vector<JsonField> run() {
    while (at_ < text_.size() && fields_.size() < most_fields) step();
    while (!open_.empty()) close();
    return std::move(fields_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"') return string();
    if (c == '{' || c == '[') return open(c == '{' ? JsonField::Kind::object : JsonField::Kind::array);
    if (c == '}' || c == ']') {
      key_ = {};
      if (!open_.empty()) close();
      ++at_;
      return;
    }
    if (c == ',') key_ = {};
    if (c == ',' || c == ':' || is_space(c)) {
      ++at_;
      return;
    }
    literal();
  }

  void string() {
    const size_t start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    const Span content = span(start, at_);
    if (at_ < text_.size()) ++at_;
    size_t next = at_;
    while (next < text_.size() && is_space(text_[next])) ++next;
    const bool in_object = !open_.empty() && fields_[open_.back()].kind == JsonField::Kind::object;
    if (in_object && next < text_.size() && text_[next] == ':') {
      key_ = content;
      at_ = next + 1;
      return;
    }
    add(JsonField::Kind::string, content);
  }

  void literal() {
    const size_t start = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) &&
           std::string_view(",:{}[]\"").find(text_[at_]) == std::string_view::npos)
      ++at_;
    add(JsonField::Kind::other, span(start, at_));
  }

  void open(JsonField::Kind kind) {
    const auto index = static_cast<uint32_t>(fields_.size());
    add(kind, span(at_, at_ + 1));
    ++at_;
    if (open_.size() < deepest) {
      open_.push_back(index);
    } else {
      at_ = text_.size();
    }
  }

  void close() {
    fields_[open_.back()].end = static_cast<uint32_t>(fields_.size());
    open_.pop_back();
  }

  void add(JsonField::Kind kind, const Span& value) {
    const auto index = static_cast<uint32_t>(fields_.size());
    fields_.push_back({kind, index + 1, open_.empty() ? none : open_.back(), key_, value});
    key_ = {};
  }

  Span span(size_t start, size_t end) const {
    return {static_cast<uint32_t>(start + offset_), static_cast<uint32_t>(end + offset_)};
  }

  std::string_view text_;
  uint32_t offset_;
  size_t at_ = 0;
  Span key_;
  std::vector<JsonField> fields_;
  std::vector<uint32_t> open_;
};

int hexadecimal(std::string_view digits) {
  if (digits.size() < 4) return -1;
  int value = 0;
  for (const char c : digits.substr(0, 4)) {
    const char lower = static_cast<char>(c | 32);
    if (c >= '0' && c <= '9') {
      value = value * 16 + c - '0';
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + lower - 'a' + 10;
    } else {
      return -1;
    }
  }
  return value;
}

// The code point of the escape at the front of raw, and the bytes it takes.
CodePoint escape_at(std::string_view raw) {
  if (raw.size() < 2) return {U'\\', static_cast<uint32_t>(raw.size())};
  switch (raw[1]) {
    case 'n': return {U'\n', 2};
    case 'r': return {U'\r', 2};
    case 't': return {U'\t', 2};
    case 'b':
    case 'f': return {U' ', 2};
    case 'u': break;
    default:
      return {static_cast<unsigned char>(raw[1]) < 0x80 ? static_cast<char32_t>(raw[1]) : U'\\',
              static_cast<unsigned char>(raw[1]) < 0x80 ? 2U : 1U};
  }
  const int first = hexadecimal(raw.substr(2));
  if (first < 0) return {U'u', 2};
  if (first < 0xD800 || first >= 0xE000) return {first == 0 ? U' ' : static_cast<char32_t>(first), 6};
  if (first < 0xDC00 && raw.size() >= 12 && raw[6] == '\\' && raw[7] == 'u') {
    const int second = hexadecimal(raw.substr(8));
    if (second >= 0xDC00 && second < 0xE000)
      return {static_cast<char32_t>(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)), 12};
  }
  return {U'\uFFFD', 6};
}

}  // namespace

std::vector<JsonField> json_fields(std::string_view text, uint32_t offset) { return Reader(text, offset).run(); }

std::vector<JsonPiece> json_string_pieces(std::string_view raw, uint32_t offset) {
  std::vector<JsonPiece> pieces;
  const auto add = [&](std::string text, size_t start, size_t end) {
    pieces.push_back({std::move(text), {static_cast<uint32_t>(offset + start), static_cast<uint32_t>(offset + end)}});
  };
  size_t from = 0;
  while (from < raw.size()) {
    const size_t escape = std::min(raw.find('\\', from), raw.size());
    if (escape > from) add(std::string(raw.substr(from, escape - from)), from, escape);
    if (escape == raw.size()) break;
    const CodePoint found = escape_at(raw.substr(escape));
    std::string text;
    append_utf8(text, found.value);
    add(std::move(text), escape, escape + found.size);
    from = escape + found.size;
  }
  return pieces;
}

std::string json_string(std::string_view raw) {
  std::string text;
  for (const JsonPiece& piece : json_string_pieces(raw, 0)) text += piece.text;
  return text;
}

}  // namespace isnad

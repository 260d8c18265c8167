#include "read/page_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/html_entities.h"

namespace isnad {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

}  // namespace

void PageText::append(std::string_view bytes, const Span& source) {
  const auto start = static_cast<uint32_t>(text_.size());
  text_ += bytes;
  const auto end = static_cast<uint32_t>(text_.size());
  const bool same_size = bytes.size() == source.size();
  if (!alignment_.empty()) {
    AlignedPiece& last = alignment_.back();
    const bool last_same = last.text.size() == last.source.size();
    if (same_size && last_same && last.text.end == start && last.source.end == source.start) {
      last.text.end = end;
      last.source.end = source.end;
      return;
    }
  }
  alignment_.push_back({{start, end}, source});
}

void PageText::add_blank(const Span& source) {
  if (text_.size() > line_start_ && text_.back() != ' ') append(" ", source);
}

void PageText::add(std::string_view bytes, const Span& source) {
  const bool same_size = bytes.size() == source.size();
  const auto place = [&](size_t start, size_t end) {
    if (!same_size) return source;
    return Span{static_cast<uint32_t>(source.start + start), static_cast<uint32_t>(source.start + end)};
  };
  size_t from = 0;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    if (!is_blank(c.value)) {
      at += c.size;
      continue;
    }
    if (at > from) append(bytes.substr(from, at - from), place(from, at));
    const size_t start = at;
    for (CodePoint next = c; next.size > 0 && is_blank(next.value); next = code_point_at(bytes, at)) at += next.size;
    add_blank(place(start, at));
    from = at;
  }
  if (from < bytes.size()) append(bytes.substr(from), place(from, bytes.size()));
}

void PageText::add_html(const Span& span) {
  const std::string_view raw = slice(page_, span);
  const auto place = [&](size_t start, size_t end) {
    return Span{static_cast<uint32_t>(span.start + start), static_cast<uint32_t>(span.start + end)};
  };
  size_t from = 0;
  for (size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', at)) {
    const HtmlEntity entity = html_entity_at(raw, at);
    if (entity.size == 0) {
      ++at;
      continue;
    }
    if (at > from) add(raw.substr(from, at - from), place(from, at));
    const Span source = place(at, at + entity.size);
    if (is_blank(entity.value)) {
      add_blank(source);
    } else {
      std::string value;
      append_utf8(value, entity.value);
      append(value, source);
    }
    at += entity.size;
    from = at;
  }
  if (from < raw.size()) add(raw.substr(from), place(from, raw.size()));
}

void PageText::end_line(LineKind kind) {
  while (text_.size() > line_start_ && text_.back() == ' ') {
    text_.pop_back();
    AlignedPiece& last = alignment_.back();
    last.text.end -= 1;
    if (last.text.empty()) {
      alignment_.pop_back();
    } else {
      last.source.end -= 1;  // blanks are one byte in pieces that hold anything else
    }
  }
  if (text_.size() == line_start_) return;
  lines_.push_back({{line_start_, static_cast<uint32_t>(text_.size())}, kind});
  text_ += '\n';
  line_start_ = static_cast<uint32_t>(text_.size());
}

void PageText::add_break(const Span& source, LineKind kind) {
  std::string_view line = std::string_view(text_).substr(line_start_);
  while (line.ends_with(' ')) line.remove_suffix(1);
  const char32_t last = code_point_before(line, line.size()).value;
  const bool ends =
      last == U'.' || last == U'؟' || last == U'!' || last == U':' || last == U'…' || last == U'»' || last == U'"';
  if (ends) return end_line(kind);
  add_blank(source);
}

Alignment composed(const Alignment& outer, const Alignment& inner) {
  if (inner.empty()) return outer;
  Alignment result;
  for (const AlignedPiece& piece : outer) {
    if (piece.text.size() != piece.source.size()) {
      result.push_back({piece.text, source_span(inner, piece.source)});
      continue;
    }
    auto at = std::upper_bound(inner.begin(), inner.end(), piece.source.start,
                               [](uint32_t place, const AlignedPiece& p) { return place < p.text.start; });
    if (at != inner.begin()) --at;
    for (; at != inner.end() && at->text.start < piece.source.end; ++at) {
      const Span middle{std::max(piece.source.start, at->text.start), std::min(piece.source.end, at->text.end)};
      if (middle.empty()) continue;
      const uint32_t moved = piece.text.start - piece.source.start;
      result.push_back({{middle.start + moved, middle.end + moved}, source_span(inner, middle)});
    }
  }
  return result;
}

}  // namespace isnad

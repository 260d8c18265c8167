// Spans: half-open ranges of byte offsets into the UTF-8 text of one document.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace isnad {

struct Span {
  uint32_t start = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - start; }
  bool empty() const { return start >= end; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool contains(uint32_t offset) const { return start <= offset && offset < end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that holds both.
inline Span join(const Span& a, const Span& b) { return {std::min(a.start, b.start), std::max(a.end, b.end)}; }

// The bytes of a span; the span must lie in text.
inline std::string_view slice(std::string_view text, const Span& span) { return text.substr(span.start, span.size()); }

// A half-open range of indices into one of a document's vectors (words, sentences).
struct Range {
  uint32_t first = 0;
  uint32_t last = 0;

  uint32_t size() const { return last - first; }
  bool empty() const { return first >= last; }
  bool contains(uint32_t index) const { return first <= index && index < last; }
  friend bool operator==(const Range&, const Range&) = default;
};

// "No index" in fields that hold an index into a vector.
inline constexpr uint32_t none = 0xffffffff;

}  // namespace isnad

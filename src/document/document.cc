#include "document/document.h"

#include <algorithm>

namespace isnad {
namespace {

template <class Item>
uint32_t item_at(const std::vector<Item>& items, uint32_t byte) {
  const auto behind = std::upper_bound(items.begin(), items.end(), byte,
                                       [](uint32_t at, const Item& item) { return at < item.span.start; });
  if (behind == items.begin()) return none;
  const auto found = behind - 1;
  return found->span.contains(byte) ? static_cast<uint32_t>(found - items.begin()) : none;
}

}  // namespace

std::string label_of(const Document& document) {
  return document.outlet.empty() ? document.id.substr(document.id.rfind('/') + 1) : document.outlet;
}

uint32_t line_at(const Document& document, uint32_t byte) { return item_at(document.lines, byte); }

uint32_t sentence_at(const Document& document, uint32_t byte) { return item_at(document.sentences, byte); }

uint32_t word_from(const Document& document, uint32_t byte) {
  const auto found = std::upper_bound(document.words.begin(), document.words.end(), byte,
                                      [](uint32_t at, const Word& word) { return at < word.span.end; });
  return static_cast<uint32_t>(found - document.words.begin());
}

Range words_in(const Document& document, const Span& span) {
  const uint32_t first = word_from(document, span.start);
  uint32_t last = first;
  while (last < document.words.size() && document.words[last].span.start < span.end) ++last;
  return {first, last};
}

}  // namespace isnad

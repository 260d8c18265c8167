#include "read/page_title.h"

#include <algorithm>
#include <array>

#include "base/fold.h"
#include "lexicon/lines.h"
#include "lexicon/table.h"
#include "read/page_article.h"

namespace isnad {
namespace {

constexpr uint32_t most_title_words = 45;
constexpr size_t fewest_title_bytes = 12;  // folded; less is a section or a site

constexpr std::array<std::string_view, 8> dividers = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • "};

// What the page may mean by its title.
struct Wanted {
  std::string words;
  bool cut = false;   // the page shortened it with dots
  bool whole = true;  // not a part of a longer title
};

std::vector<std::string> parts_of(const std::string& title) {
  std::vector<std::string> parts;
  size_t from = 0;
  while (from <= title.size()) {
    size_t best = title.size(), size = 0;
    for (const std::string_view divider : dividers) {
      const size_t at = title.find(divider, from);
      if (at < best) {
        best = at;
        size = divider.size();
      }
    }
    parts.push_back(title.substr(from, best - from));
    if (best == title.size()) break;
    from = best + size;
  }
  return parts;
}

std::vector<Wanted> wanted_titles(const PageMetadata& metadata) {
  std::vector<Wanted> wanted;
  const auto add = [&](const std::string& text, bool whole) {
    const std::string_view trimmed = trim(text);
    const bool cut = trimmed.ends_with("...") || trimmed.ends_with("…");
    std::string words = words_of(trimmed);
    if (words.size() >= fewest_title_bytes) wanted.push_back({std::move(words), cut, whole});
  };
  for (const std::string& title : metadata.titles) {
    add(title, true);
    const std::vector<std::string> parts = parts_of(title);
    std::string joined;
    for (size_t i = 0; i + 1 < parts.size(); ++i) {  // "place - headline - site": without the last parts
      joined += (i > 0 ? " " : "") + parts[i];
      if (i > 0) add(joined, false);
    }
    for (const std::string& part : parts) add(part, false);
    const size_t colon = title.find(": ");
    if (colon != std::string::npos) add(title.substr(colon + 2), false);
  }
  return wanted;
}

// False where a block is too short or too long to be any of the titles; letters are at least a byte each, at most two.
bool may_match(const PageBlock& block, const std::vector<Wanted>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& title) {
    const size_t size = title.words.size();
    return block.letters * 3 >= size && (title.cut || block.letters <= 2 * size);
  });
}

// How well a block's words answer what is wanted: 3 the same, 2 a part of the title, 0 not at all.
int match(const std::string& words, const std::vector<Wanted>& wanted) {
  int best = 0;
  for (const Wanted& title : wanted) {
    if (words == title.words) best = std::max(best, title.whole ? 4 : 3);
    if (title.cut && title.words.size() >= 20 &&
        words.find(title.words.substr(0, title.words.rfind(' '))) != std::string::npos) {
      best = std::max(best, 3);
    }
    // The page's own title is longer or shorter by a few words than that of its head.
    const size_t shorter = std::min(words.size(), title.words.size()),
                 longer = std::max(words.size(), title.words.size());
    if (shorter * 10 >= longer * 7 && (words.starts_with(title.words) || title.words.starts_with(words) ||
                                       words.ends_with(title.words) || title.words.ends_with(words))) {
      best = std::max(best, 2);
    }
  }
  return best;
}

}  // namespace

std::string words_of(std::string_view text) {
  const std::string plain = folded(text);
  std::string joined;
  for (const std::string_view run : letter_runs(plain)) joined.append(joined.empty() ? "" : " ").append(run);
  return joined;
}

uint32_t find_title(std::string_view page, const PageBlocks& all, const PageMetadata& metadata) {
  const std::vector<Wanted> wanted = wanted_titles(metadata);
  const std::string site = words_of(metadata.site);
  uint32_t best = none, only_h1 = none;
  int best_score = 0;
  uint32_t h1_count = 0;
  for (uint32_t i = 0; i < all.blocks.size(); ++i) {
    const PageBlock& block = all.blocks[i];
    if (block.words == 0 || block.words > most_title_words) continue;
    const bool heading = block.heading > 0, marked = has(block.marks, PageMark::title);
    if (block.heading != 1 && !may_match(block, wanted)) continue;
    const std::string words = folded_words(page, all, block);
    if (words == site) continue;
    const int matched = match(words, wanted);
    if (block.heading == 1 && !block.dropped && words.size() >= fewest_title_bytes) {
      ++h1_count;
      only_h1 = i;
    }
    if (matched == 0) continue;
    if (block.linked() && !heading) continue;  // a link to the page itself, in a path or a list
    int score = matched * 4 + (marked ? 2 : 0) - (block.dropped ? 4 : 0) - (block.linked() ? 2 : 0);
    if (heading) score += block.heading == 1 ? 6 : 3;
    score += static_cast<int>(std::min<uint32_t>(block.words, 12)) / 2;  // a site's name is short
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  if (best != none) return best;
  return h1_count == 1 ? only_h1 : none;
}

std::string bare_title(const PageMetadata& metadata) {
  if (metadata.titles.empty()) return {};
  const std::vector<std::string> parts = parts_of(metadata.titles.front());
  const auto longest = std::max_element(parts.begin(), parts.end(),
                                        [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  return std::string(trim(metadata.titles.size() > 1 && metadata.titles.front() != metadata.title_element &&
                                  longest->size() * 2 < metadata.titles.front().size()
                              ? metadata.titles.front()
                              : *longest));
}

}  // namespace isnad

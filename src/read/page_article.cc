#include "read/page_article.h"

#include <algorithm>

#include "base/fold.h"
#include "lexicon/lines.h"
#include "lexicon/table.h"
#include "read/html_entities.h"
#include "read/page_dates.h"
#include "read/page_title.h"

namespace isnad {
namespace {

constexpr uint32_t fewest_letters = 150;       // less text than this around a title is its lead, not its article
constexpr uint32_t most_furniture_words = 16;  // longer lines that begin like a notice are sentences
constexpr uint32_t most_notice_words = 120;
constexpr uint32_t fewest_template_pages = 3;  // other pages of the host that must bear a block
constexpr int cell_cost = 5, short_line_cost = 25, link_cost = 50, dropped_cost = 15;
constexpr uint32_t furniture_distance = 14;  // blocks around the title that may hold its date

bool is_mark_of(const PageBlock& block, PageMark mark) { return has(block.marks, mark) && block.words <= 25; }

class ArticleFinder {
 public:
  ArticleFinder(std::string_view page, const HtmlTree& tree, const std::vector<HtmlToken>& tokens,
                const PageBlocks& all, const PageMetadata& metadata, const PageSite& site, const PageLexicon& lexicon)
      : page_(page),
        tree_(tree),
        tokens_(tokens),
        all_(all),
        blocks_(all.blocks),
        metadata_(metadata),
        site_(site),
        lexicon_(lexicon) {}

  PageArticle run() {
    result_.title = find_title(page_, all_, metadata_);
    value_blocks();
    const uint32_t container = result_.title != none ? around_title() : best_container();
    Range range = blocks_in(container);
    if (result_.title != none && result_.title >= range.first && result_.title < range.last) {
      range.first = result_.title;
    }
    range = best_run(range);
    if (result_.title == none) title_before(range);
    keep(range);
    collect_furniture(range);
    return std::move(result_);
  }

 private:
  // --- what a block is worth ---------------------------------------------------------------------------------------

  bool is_repeated(const std::string& words) const {
    return site_.sites && !site_.host.empty() &&
           site_.sites->pages_with(site_.host, site_.page, words) >= fewest_template_pages;
  }

  // A paragraph to the readers, by its words (data/pages/notices.tsv).
  bool is_notice(const std::string& words) const {
    return has_phrase(words, [](PhrasePlace place, size_t, size_t, bool) { return place == PhrasePlace::notice; });
  }

  // A line of menus and notices, by its words (data/lines/boilerplate.tsv).
  bool is_furniture(const std::string& words) const {
    return has_phrase(words,
                      [](PhrasePlace place, size_t from, size_t count, bool short_line) {
                        if (place == PhrasePlace::inside || place == PhrasePlace::notice) return true;
                        if (from == 0 && place == PhrasePlace::comments && short_line) return true;
                        // One word alone may begin any sentence: "شارك الآلاف في …".
                        return from == 0 && place == PhrasePlace::start && (count > 1 || short_line);
                      }) ||
           whole_is_furniture(words);
  }

  bool whole_is_furniture(const std::string& words) const { return lexicon_.furniture.contains(words); }

  template <class Accepts>
  bool has_phrase(const std::string& words, Accepts&& accepts) const {
    std::vector<size_t> starts = {0};
    for (size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) starts.push_back(at + 1);
    for (size_t from = 0; from < starts.size(); ++from) {
      const std::string_view first = std::string_view(words).substr(starts[from]);
      if (!lexicon_.openers.contains(std::string(first.substr(0, first.find(' '))))) continue;
      for (size_t count = 1; count <= 6 && from + count <= starts.size(); ++count) {
        const size_t end = from + count < starts.size() ? starts[from + count] - 1 : words.size();
        const auto found = lexicon_.furniture.find(words.substr(starts[from], end - starts[from]));
        if (found == lexicon_.furniture.end()) continue;
        if (accepts(found->second, from, count, starts.size() <= 4)) return true;
      }
    }
    return false;
  }

  bool is_cell(const PageBlock& block) const {
    const HtmlTag tag = tree_.nodes[block.node].tag;
    return tag == HtmlTag::td || tag == HtmlTag::th;
  }

  // "التعليقات (12)": what follows was written by readers.
  bool opens_comments(const PageBlock& block) const {
    if (block.words == 0 || block.words > 5) return false;
    std::string words;
    const std::string all_words = folded_words(page_, all_, block);
    for (const std::string_view word : split(all_words, ' ')) {
      if (!word.empty() && word.find_first_not_of("0123456789") != std::string_view::npos) {
        words.append(words.empty() ? "" : " ").append(word);
      }
    }
    const auto found = lexicon_.furniture.find(words);
    return found != lexicon_.furniture.end() && found->second == PhrasePlace::comments;
  }

  int value_of(const PageBlock& block) {
    if (block.dropped) return -dropped_cost;
    const bool caption = has(block.marks, PageMark::caption);
    if (block.words <= most_furniture_words && !(caption && block.words > 4)) {
      const std::string words = folded_words(page_, all_, block);
      if (is_furniture(words)) return -link_cost;
      if (is_repeated(words)) return -link_cost;
    } else if (block.words <= most_notice_words) {
      const std::string words = folded_words(page_, all_, block);
      if (is_notice(words) || (site_.sites && is_repeated(words))) return -link_cost;
    }
    if (block.linked()) return block.words >= 15 && block.ends_sentence ? 0 : -link_cost;
    if (block.heading > 0) return 0;
    if (is_cell(block)) return block.words >= 20 || block.ends_sentence ? static_cast<int>(block.letters) : -cell_cost;
    if (is_mark_of(block, PageMark::date) || is_mark_of(block, PageMark::byline)) return 0;
    const bool paragraph = block.words >= 20 || (block.words >= 6 && block.ends_sentence);
    if (paragraph) return static_cast<int>(block.letters - block.link_letters);
    if (has(block.marks, PageMark::caption) || block.item || block.quote) return block.words >= 4 ? 5 : -5;
    return block.words >= 8 ? 0 : -short_line_cost;
  }

  void value_blocks() {
    values_.reserve(blocks_.size());
    for (const PageBlock& block : blocks_) values_.push_back(value_of(block));
    sums_.resize(blocks_.size() + 1);
    for (size_t i = 0; i < blocks_.size(); ++i) sums_[i + 1] = sums_[i] + std::max(values_[i], 0);
  }

  // --- the element ---------------------------------------------------------------------------------------------------

  // Blocks of an element's subtree.
  Range blocks_in(uint32_t node) const {
    const auto before = [](const PageBlock& block, uint32_t wanted) { return block.place < wanted; };
    const uint32_t end = tree_.nodes[node].end;
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), node, before);
    const auto last = std::lower_bound(first, blocks_.end(), end, before);
    return {static_cast<uint32_t>(first - blocks_.begin()), static_cast<uint32_t>(last - blocks_.begin())};
  }

  int64_t text_in(const Range& range) const { return sums_[range.last] - sums_[range.first]; }

  // The element around the title that holds its article: up from the title as long as the text grows by it, but not
  // into an element that holds several articles side by side.
  uint32_t around_title() const {
    uint32_t node = blocks_[result_.title].node;
    uint32_t best = node;
    int64_t text = text_after_title(node);
    while (node != 0) {
      const uint32_t parent = tree_.nodes[node].parent;
      const int64_t more = text_after_title(parent);
      if (text >= fewest_letters && has_twins(node, parent)) break;
      if (more * 10 > text * 11 || text < fewest_letters) {
        best = parent;
        text = std::max(text, more);
      }
      node = parent;
    }
    return best;
  }

  int64_t text_after_title(uint32_t node) const {
    Range range = blocks_in(node);
    range.first = std::clamp(result_.title, range.first, range.last);
    return text_in(range);
  }

  std::string_view attribute(uint32_t node, std::string_view name) const {
    const uint32_t token = tree_.nodes[node].token;
    return token == none ? std::string_view() : attribute_value(slice(page_, tokens_[token].attributes), name);
  }

  static std::string without_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c < '0' || c > '9') out += c;
    }
    return out;
  }

  // Articles that were loaded below one another, or posts of a thread: the element has brothers of its kind that hold
  // paragraphs and a heading of their own, or bear ids that differ in a number alone. The updates of a live page belong
  // together.
  bool has_twins(uint32_t node, uint32_t parent) const {
    const HtmlNode& self = tree_.nodes[node];
    const std::string_view names = attribute(node, "class");
    const std::string id = without_digits(attribute(node, "id"));
    const bool numbered = !id.empty() && id.size() + 2 < attribute(node, "id").size();
    if ((names.empty() && !numbered) || metadata_.live) return false;
    uint32_t looked_at = 0;
    for (uint32_t i = self.end; i < tree_.nodes[parent].end && looked_at < 50; i = tree_.nodes[i].end) {
      const HtmlNode& brother = tree_.nodes[i];
      if (brother.tag != self.tag) continue;
      ++looked_at;
      const bool same_id = numbered && without_digits(attribute(i, "id")) == id;
      if (attribute(i, "class") != names && !same_id) continue;
      if (same_id && text_in(blocks_in(i)) > 0) return true;
      if (text_in(blocks_in(i)) >= fewest_letters && begins_article(i)) return true;
    }
    return false;
  }

  // A heading or a date stands at its head.
  bool begins_article(uint32_t node) const {
    const Range range = blocks_in(node);
    bool heading = false, date = false;
    for (uint32_t i = range.first; i < std::min(range.last, range.first + 5); ++i) {
      heading =
          heading || (blocks_[i].heading > 0 && blocks_[i].heading <= 3) || has(blocks_[i].marks, PageMark::title);
      date = date || is_mark_of(blocks_[i], PageMark::date) || is_mark_of(blocks_[i], PageMark::byline);
    }
    return heading && date;
  }

  // Where no title is known: the element whose paragraphs stand closest together.
  uint32_t best_container() const {
    std::vector<int64_t> scores(tree_.nodes.size());
    uint32_t best = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (values_[i] <= 0) continue;
      uint32_t node = blocks_[i].node;
      int64_t share = values_[i];
      for (int level = 0; level < 5; ++level, node = tree_.nodes[node].parent) {
        scores[node] += share;
        if (level > 0) share = share * 2 / 3;
        if (scores[node] > scores[best]) best = node;
        if (node == 0) break;
      }
    }
    return best;
  }

  // The run of blocks with the greatest sum.
  Range best_run(const Range& range) const {
    int64_t sum = 0, best_sum = 0;
    Range best{range.first, range.first};
    uint32_t start = range.first;
    const bool from_title = result_.title != none && result_.title == range.first;
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (best_sum >= fewest_letters && opens_comments(blocks_[i])) break;
      sum += values_[i];
      if (sum > best_sum) {
        best_sum = sum;
        best = {start, i + 1};
      }
      if (sum <= 0 && !from_title) {
        sum = 0;
        start = i + 1;
      } else if (sum < 0 && best_sum == 0) {
        sum = 0;
      }
    }
    if (best.empty()) return best;
    return {best.first, with_tail(best.last, range.last)};
  }

  // The last captions and items behind the last paragraph.
  uint32_t with_tail(uint32_t last, uint32_t end) const {
    uint32_t tail = last;
    for (uint32_t i = last; i < end && i < last + 3; ++i) {
      const PageBlock& block = blocks_[i];
      if (block.dropped || values_[i] < 0) break;
      if (has(block.marks, PageMark::caption) && block.words >= 3) tail = i + 1;
    }
    return tail;
  }

  // A short line without a final mark right before the first paragraph, that stands out by its element.
  void title_before(const Range& range) {
    if (range.empty()) return;
    const uint32_t lowest = range.first > 8 ? range.first - 8 : 0;
    int best_score = 0;
    for (uint32_t i = std::min(range.first + 2, range.last); i-- > lowest;) {
      const PageBlock& block = blocks_[i];
      if (block.dropped || block.linked() || block.words < 3 || block.words > 30 || is_mark_of(block, PageMark::byline))
        continue;
      if (values_[i] > 0 || values_[i] == -link_cost || is_byline(block) || bears_date(block)) continue;
      int score = 0;
      if (block.heading > 0) score += 7 - block.heading;
      if (has(block.marks, PageMark::title)) score += 5;
      if (block.bold) score += 3;
      if (score > best_score) {
        best_score = score;
        result_.title = i;
      }
    }
  }

  // --- the lines -----------------------------------------------------------------------------------------------------

  bool next_is_paragraph(uint32_t i, const Range& range) const {
    for (uint32_t next = i + 1; next < range.last; ++next) {
      const PageBlock& block = blocks_[next];
      if (block.dropped) continue;
      if (block.linked() && seen_paragraph_) return false;  // before, buttons stand between the deck and the text
      const bool sign = is_mark_of(block, PageMark::date) || is_mark_of(block, PageMark::byline);
      if (values_[next] < 0 || (values_[next] == 0 && sign && block.heading == 0)) continue;
      return block.heading == 0 && (values_[next] > 0 || block.item || has(block.marks, PageMark::caption));
    }
    return false;
  }

  bool is_kept(uint32_t i, const Range& range, LineKind& kind) const {
    const PageBlock& block = blocks_[i];
    if (block.dropped || values_[i] == -link_cost) return false;
    const bool caption = has(block.marks, PageMark::caption);
    if (caption) {
      kind = LineKind::caption;
      return block.words >= 3;
    }
    if (values_[i] <= 0 && (is_mark_of(block, PageMark::date) || is_mark_of(block, PageMark::byline))) return false;
    if (!seen_paragraph_ && values_[i] <= 0 && is_byline(block)) {
      kind = LineKind::credit;
      return true;
    }
    if (block.heading > 0 || (block.bold && !block.ends_sentence && block.words <= 14)) {
      kind = LineKind::subhead;
      return next_is_paragraph(i, range);
    }
    if (values_[i] > 0) return true;
    if (block.quote && block.link_letters > 0 && !block.ends_sentence && values_[i] <= 0) return false;  // whose it is
    if (is_cell(block)) return seen_paragraph_;
    if (!seen_paragraph_ && !block.ends_sentence && bears_date(block)) return false;
    if (block.item || block.quote) return block.words >= (seen_paragraph_ ? 2U : 8U) && !block.linked();
    if (block.bold && block.words <= 14 && next_is_paragraph(i, range)) {
      kind = LineKind::subhead;
      return true;
    }
    return block.words >= 5 || (block.words >= 2 && block.ends_sentence && seen_paragraph_);
  }

  bool bears_date(const PageBlock& block) const {
    std::string text;
    for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) {
      text.append(" ").append(slice(page_, all_.pieces[i].span));
    }
    return !page_dates(text, lexicon_).empty();
  }

  // "المدينة - الصحيفة", "اسم - الصحيفة", "كتب فلان:": a short line with a divider between title and text.
  bool is_byline(const PageBlock& block) const {
    if (block.words > 6 || block.heading > 0) return false;
    std::string text;
    for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) text += slice(page_, all_.pieces[i].span);
    for (const std::string_view mark : {" - ", " – ", " — ", " / ", " ـ "}) {
      if (text.find(mark) != std::string::npos) return true;
    }
    return trim(text).ends_with(':');
  }

  void keep(const Range& range) {
    if (result_.title != none) result_.lines.push_back({result_.title, LineKind::title});
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (i == result_.title) continue;
      LineKind kind = LineKind::body;
      if (!is_kept(i, range, kind) || repeats_title(i)) continue;
      seen_paragraph_ = seen_paragraph_ || (kind == LineKind::body && values_[i] > 0);
      result_.lines.push_back({i, kind});
      if (kind == LineKind::body) result_.letters += blocks_[i].letters;
    }
    if (result_.letters == 0) result_.lines.clear();
  }

  bool repeats_title(uint32_t i) const {
    return result_.title != none && blocks_[i].letters == blocks_[result_.title].letters &&
           folded_words(page_, all_, blocks_[i]) == folded_words(page_, all_, blocks_[result_.title]);
  }

  void collect_furniture(const Range& range) {
    if (result_.lines.empty()) return;
    const uint32_t centre = result_.title != none ? result_.title : range.first;
    const uint32_t end = std::max(range.last, centre + 1);
    for (uint32_t distance = 1; distance <= furniture_distance; ++distance) {
      if (centre + distance < end) result_.furniture.push_back(centre + distance);
      if (centre >= distance) result_.furniture.push_back(centre - distance);
    }
    for (uint32_t i = end; i < std::min<size_t>(end + furniture_distance, blocks_.size()); ++i) {
      result_.furniture.push_back(i);
    }
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const std::vector<HtmlToken>& tokens_;
  const PageBlocks& all_;
  const std::vector<PageBlock>& blocks_;
  const PageMetadata& metadata_;
  const PageSite& site_;
  const PageLexicon& lexicon_;
  std::vector<int> values_;
  std::vector<int64_t> sums_;  // of positive values before each block
  bool seen_paragraph_ = false;
  PageArticle result_;
};

}  // namespace

std::string folded_words(std::string_view page, const PageBlocks& all, const PageBlock& block) {
  std::string text;
  for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) {
    const std::string_view piece = slice(page, all.pieces[i].span);
    if (piece.empty()) text += ' ';
    if (piece.find('&') == std::string_view::npos) {
      text += piece;
    } else {
      text += decode_entities(piece);
    }
  }
  return words_of(text);
}

PageArticle find_article(std::string_view page, const HtmlTree& tree, const std::vector<HtmlToken>& tokens,
                         const PageBlocks& blocks, const PageMetadata& metadata, const PageSite& site,
                         const PageLexicon& lexicon) {
  return ArticleFinder(page, tree, tokens, blocks, metadata, site, lexicon).run();
}

}  // namespace isnad

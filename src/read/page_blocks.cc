#include "read/page_blocks.h"

#include <algorithm>

#include "base/utf8.h"
#include "lexicon/table.h"

namespace isnad {
namespace {

constexpr size_t longest_name = 300;       // bytes of a class attribute that are looked at
constexpr uint32_t paragraph_bytes = 120;  // a text of this size in the source counts as a paragraph
constexpr uint32_t levels_of_marks = 3;    // elements above a block whose names tell of it

bool is_letter_byte(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The words of a class, id or role: "mostRead", "most-read most_read2" → most read, most read, most read.
class NameWords {
 public:
  explicit NameWords(std::string_view name) : rest_(name.substr(0, longest_name)) {}

  // The next word in lower case; empty at the end. `first` is true where a name begins with it.
  bool next(std::string& word, bool& first) {
    word.clear();
    first = at_ == 0 || blank_;
    while (at_ < rest_.size() && !is_letter_byte(rest_[at_])) first = (rest_[at_++] == ' ') || first;
    blank_ = false;
    const size_t start = at_;
    while (at_ < rest_.size() && is_letter_byte(rest_[at_])) {
      const bool capital = rest_[at_] >= 'A' && rest_[at_] <= 'Z';
      const bool lower_before = at_ > start && rest_[at_ - 1] >= 'a';
      if (capital && lower_before) break;
      word += static_cast<char>(rest_[at_++] | 32);
    }
    return !word.empty();
  }

 private:
  std::string_view rest_;
  size_t at_ = 0;
  bool blank_ = false;
};

PageMark marks_of_name(std::string_view name, const PageLexicon& lexicon) {
  PageMark all = PageMark::none;
  std::string word, before, pair;
  bool first = false;
  for (NameWords words(name); words.next(word, first); std::swap(before, word)) {
    if (const auto one = lexicon.marks.find(word); one != lexicon.marks.end()) all = all | one->second;
    if (!first) {
      pair.assign(before).append(" ").append(word);
      if (const auto two = lexicon.marks.find(pair); two != lexicon.marks.end()) all = all | two->second;
    }
  }
  return all;
}

// Elements without text for readers.
bool is_silent(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::raw:
    case HtmlTag::button:
    case HtmlTag::label:
    case HtmlTag::noscript:
    case HtmlTag::option:
    case HtmlTag::script:
    case HtmlTag::select:
    case HtmlTag::style:
    case HtmlTag::textarea:
    case HtmlTag::title: return true;
    default: return false;
  }
}

uint8_t heading_of(HtmlTag tag) {
  if (tag < HtmlTag::h1 || tag > HtmlTag::h6) return 0;
  return static_cast<uint8_t>(static_cast<unsigned>(tag) - static_cast<unsigned>(HtmlTag::h1) + 1);
}

bool is_bold(HtmlTag tag) { return tag == HtmlTag::b || tag == HtmlTag::strong || tag == HtmlTag::th; }

// What the element by itself tells, before its names.
PageMark mark_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::nav:
    case HtmlTag::footer:
    case HtmlTag::aside:
    case HtmlTag::dialog: return PageMark::drop;
    case HtmlTag::figcaption: return PageMark::caption;
    case HtmlTag::cite: return PageMark::byline;
    case HtmlTag::time: return PageMark::date;
    default: return PageMark::none;
  }
}

bool is_final_mark(char32_t c) { return c == U'.' || c == U'؟' || c == U'?' || c == U'!' || c == U'…' || c == U':'; }
bool is_closing_mark(char32_t c) {
  return c == U'"' || c == U'»' || c == U'”' || c == U'’' || c == U'\'' || c == U')' || c == U']' || c == U'“';
}

class BlockMaker {
 public:
  BlockMaker(std::string_view page, const std::vector<HtmlToken>& tokens, const HtmlTree& tree,
             const PageLexicon& lexicon)
      : page_(page), tokens_(tokens), tree_(tree), lexicon_(lexicon) {
    out_.node_marks.resize(tree.nodes.size());
    silent_.resize(tree.nodes.size());
  }

  PageBlocks run() {
    mark_nodes();
    weigh();
    find_drops();
    walk();
    return std::move(out_);
  }

 private:
  struct Cached {
    PageMark marks;
  };

  void mark_nodes() {
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == HtmlTag::text) continue;
      silent_[i] = is_silent(node.tag);
      out_.node_marks[i] = mark_of_tag(node.tag);
      if (node.token != none && !tokens_[node.token].attributes.empty()) mark_by_attributes(i, tokens_[node.token]);
    }
  }

  void mark_by_attributes(uint32_t i, const HtmlToken& token) {
    each_attribute(slice(page_, token.attributes), [&](const HtmlAttribute& attribute) {
      const std::string_view name = attribute.name;
      if (name.size() > 8) return;
      const bool role = equal_ignoring_case(name, "role");
      if (role || equal_ignoring_case(name, "class") || equal_ignoring_case(name, "id") ||
          equal_ignoring_case(name, "itemprop")) {
        out_.node_marks[i] = out_.node_marks[i] | (role ? mark_of_role(attribute.value) : marks_of(attribute.value));
      } else if (equal_ignoring_case(name, "hidden")) {
        silent_[i] = true;
      } else if (equal_ignoring_case(name, "style")) {
        silent_[i] = silent_[i] || attribute.value.find("display:none") != std::string_view::npos ||
                     attribute.value.find("display: none") != std::string_view::npos;
      }
    });
  }

  static PageMark mark_of_role(std::string_view role) {
    for (const std::string_view furniture : {"navigation", "banner", "contentinfo", "complementary", "dialog", "search",
                                             "toolbar", "menu", "menubar", "alert", "alertdialog"}) {
      if (role == furniture) return PageMark::drop;
    }
    return PageMark::none;
  }

  // Names come again and again on a page.
  PageMark marks_of(std::string_view name) {
    const auto found = cache_.find(name);
    if (found != cache_.end()) return found->second;
    const PageMark marks = marks_of_name(name, lexicon_);
    cache_.insert({name, marks});
    return marks;
  }

  // Bytes of paragraphs before each node, and the first heading.
  void weigh() {
    bytes_before_.resize(tree_.nodes.size() + 1);
    uint32_t silent_until = 0;
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (silent_[i]) silent_until = std::max(silent_until, node.end);
      uint32_t bytes = 0;
      if (node.tag == HtmlTag::text && i >= silent_until && tree_.nodes[node.parent].tag != HtmlTag::a) {
        const uint32_t size = tokens_[node.token].span.size();
        if (size >= paragraph_bytes) bytes = size;
      }
      if (node.tag == HtmlTag::h1 && first_heading_ == none) first_heading_ = i;
      bytes_before_[i + 1] = bytes_before_[i] + bytes;
    }
  }

  uint32_t paragraph_bytes_in(uint32_t i) const { return bytes_before_[tree_.nodes[i].end] - bytes_before_[i]; }

  void find_drops() {
    drop_.resize(tree_.nodes.size());
    const uint64_t all = bytes_before_.back();
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const PageMark marks = out_.node_marks[i];
      const bool wanted = has(marks, PageMark::body) || has(marks, PageMark::keep);
      if (!has(marks, PageMark::drop) || (wanted && !is_drop_tag(tree_.nodes[i].tag))) continue;
      const bool holds_heading = first_heading_ != none && first_heading_ > i && first_heading_ < tree_.nodes[i].end;
      const uint64_t inside = paragraph_bytes_in(i);
      if (holds_heading && inside > 0) continue;
      // Behind a heading and its first paragraphs: comments may be longer than the article. Else nothing but its share
      // of the paragraphs tells an element around the article.
      const bool behind = first_heading_ != none && first_heading_ < i &&
                          bytes_before_[i] - bytes_before_[first_heading_] >= 2 * paragraph_bytes;
      drop_[i] = behind ? inside * 20 <= all * 19 : inside * 2 <= all;
    }
  }

  static bool is_drop_tag(HtmlTag tag) { return has(mark_of_tag(tag), PageMark::drop); }

  // Elements that are open at a node.
  struct Open {
    uint32_t node;
    uint32_t end;
    HtmlTag tag;
    bool in_link, bold, item, quote, dropped, silent;
    uint8_t heading;
    bool block;
  };

  void walk() {
    stack_.push_back({0, static_cast<uint32_t>(tree_.nodes.size()), HtmlTag::none, false, false, false, false, false,
                      false, 0, true});
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      while (i >= stack_.back().end) leave();
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == HtmlTag::text) {
        add_text(tokens_[node.token].span, i);
      } else if (node.tag == HtmlTag::br) {
        ++breaks_;
      } else if (node.tag == HtmlTag::hr) {
        flush();
      } else if (node.tag != HtmlTag::raw) {
        enter(i, node);
      }
    }
    while (!stack_.empty()) leave();
  }

  // An anchor without an address is no link.
  bool is_link(const HtmlNode& node) const {
    if (node.tag != HtmlTag::a || node.token == none) return false;
    const std::string_view attributes = slice(page_, tokens_[node.token].attributes);
    return attributes.find("href") != std::string_view::npos || attributes.find("HREF") != std::string_view::npos;
  }

  void enter(uint32_t i, const HtmlNode& node) {
    const Open& above = stack_.back();
    Open open{i,
              node.end,
              node.tag,
              above.in_link || is_link(node),
              above.bold || is_bold(node.tag),
              above.item || node.tag == HtmlTag::li,
              above.quote || node.tag == HtmlTag::blockquote,
              above.dropped || drop_[i],
              above.silent || silent_[i],
              std::max(above.heading, heading_of(node.tag)),
              is_block(node.tag)};
    if (open.block || open.dropped != above.dropped) flush();
    stack_.push_back(open);
  }

  void leave() {
    const bool block = stack_.back().block;
    const bool dropped = stack_.back().dropped;
    if (block || (stack_.size() > 1 && dropped != stack_[stack_.size() - 2].dropped)) flush();
    stack_.pop_back();
  }

  void add_text(const Span& span, uint32_t node) {
    const Open& open = stack_.back();
    if (open.silent) return;
    const std::string_view text = slice(page_, span);
    const bool blank = trim(text).empty();
    if (blank && block_.pieces.empty()) return;
    if (!blank && breaks_ > 0) {
      if (breaks_ > 1) {
        flush();
      } else if (!block_.pieces.empty()) {
        out_.pieces.push_back({{span.start, span.start}, false});
        ++block_.pieces.last;
      }
      breaks_ = 0;
    }
    if (block_.pieces.empty()) begin_block(node);
    out_.pieces.push_back({span, open.in_link});
    block_.pieces.last = static_cast<uint32_t>(out_.pieces.size());
    if (!blank) count(text, open);
  }

  void begin_block(uint32_t node) {
    const Open& open = stack_.back();
    const auto first = static_cast<uint32_t>(out_.pieces.size());
    block_ = {};
    block_.place = node;
    block_.pieces = {first, first};
    block_.heading = open.heading;
    block_.item = open.item;
    block_.quote = open.quote;
    block_.dropped = open.dropped;
    block_.bold = true;
    size_t up = stack_.size() - 1;
    while (up > 0 && !stack_[up].block) --up;
    block_.node = stack_[up].node;
    const size_t top = up > levels_of_marks ? up - levels_of_marks : 1;
    // The names of the inline elements around it, of its own, and of those just above it, as far as they hold little
    // else.
    for (size_t k = stack_.size() - 1; k >= top && k > 0; --k) {
      const PageMark marks = out_.node_marks[stack_[k].node];
      block_.marks = block_.marks | marks;
      if (has(marks, PageMark::body)) break;
    }
  }

  void count(std::string_view text, const Open& open) {
    uint32_t letters = 0, words = 0;
    bool inside = false;
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at += c.size;
      const bool letter = c.value > 0x7F
                              ? c.value != 0xA0 && c.value != 0x200F && c.value != 0x200E
                              : is_letter_byte(static_cast<char>(c.value)) || (c.value >= '0' && c.value <= '9');
      letters += letter;
      words += letter && !inside;
      inside = letter || (inside && c.value != ' ' && c.value != '\n');
    }
    block_.letters += letters;
    block_.words += words;
    if (open.in_link) block_.link_letters += letters;
    block_.bold = block_.bold && open.bold;
  }

  bool sentence_ends() const {
    for (uint32_t i = block_.pieces.last; i > block_.pieces.first; --i) {
      std::string_view text = trim(slice(page_, out_.pieces[i - 1].span));
      while (!text.empty()) {
        const CodePoint last = code_point_before(text, text.size());
        if (is_final_mark(last.value)) return true;
        const bool unseen = last.value == 0x200E || last.value == 0x200F || last.value == 0xA0 || last.value == 0x200B;
        if (!unseen && !is_closing_mark(last.value)) return text.ends_with(';') && ends_in_entity(text);
        text.remove_suffix(last.size);
        text = trim(text);
      }
    }
    return false;
  }

  static bool ends_in_entity(std::string_view text) {
    for (const std::string_view quote : {".&quot;", ".&raquo;", ".&rdquo;", ".&#8221;", ".&nbsp;", "&hellip;"}) {
      if (text.ends_with(quote)) return true;
    }
    return false;
  }

  void flush() {
    breaks_ = 0;
    if (block_.pieces.empty()) return;
    block_.ends_sentence = sentence_ends();
    if (block_.letters > 0) out_.blocks.push_back(block_);
    block_ = {};
  }

  std::string_view page_;
  const std::vector<HtmlToken>& tokens_;
  const HtmlTree& tree_;
  const PageLexicon& lexicon_;
  PageBlocks out_;
  tsl::robin_map<std::string_view, PageMark> cache_;
  std::vector<bool> silent_, drop_;
  std::vector<uint32_t> bytes_before_;
  uint32_t first_heading_ = none;
  std::vector<Open> stack_;
  PageBlock block_;
  int breaks_ = 0;
};

}  // namespace

PageBlocks page_blocks(std::string_view page, const std::vector<HtmlToken>& tokens, const HtmlTree& tree,
                       const PageLexicon& lexicon) {
  return BlockMaker(page, tokens, tree, lexicon).run();
}

}  // namespace isnad

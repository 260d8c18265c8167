#include "read/html_tokens.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Elements whose content is text up to their end tag, whatever it looks like. The content of svg, math, iframe and
// noembed is no text of the page; it is left out the same way.
constexpr std::array<std::string_view, 12> raw_elements = {"script",  "style",  "textarea", "title",
                                                           "xmp",     "iframe", "svg",      "noframes",
                                                           "noembed", "math",   "object",   "template"};

class Scanner {
 public:
  explicit Scanner(std::string_view page) : page_(page) { tokens_.reserve(page.size() / 40 + 16); }

  std::vector<HtmlToken> run() {
    while (at_ < page_.size()) {
      const size_t open = page_.find('<', at_);
      if (open == std::string_view::npos) {
        at_ = page_.size();
        break;
      }
      at_ = open;
      if (!markup()) ++at_;  // a bare < is text
    }
    add_text(page_.size());
    return std::move(tokens_);
  }

 private:
  // Reads what begins with < at at_; false where it is no markup.
  bool markup() {
    const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
    if (is_letter(next)) return tag(false);
    if (next == '/') {
      if (at_ + 2 < page_.size() && is_letter(page_[at_ + 2])) return tag(true);
      return skip_to(">", at_ + 2);
    }
    if (next == '!') return declaration();
    if (next == '?') return skip_to(">", at_ + 2);
    return false;
  }

  bool declaration() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      if (rest.starts_with("<!-->")) return skip_to(">", at_ + 4);
      // Where the page has no further end of a comment, the comment ends with its first >, as browsers of old had it.
      if (comment_end_ != std::string_view::npos && comment_end_ < at_ + 4) comment_end_ = page_.find("-->", at_ + 4);
      if (comment_end_ == std::string_view::npos) return skip_to(">", at_ + 4);
      return skip_to("-->", at_ + 4);
    }
    if (rest.starts_with("<![CDATA[")) {  // kept as text, as feeds inside pages have it
      const size_t from = at_;
      add_text(from);
      at_ = text_start_ = from + 9;
      return true;
    }
    return skip_to(">", at_ + 2);
  }

  bool skip_to(std::string_view end, size_t from) {
    add_text(at_);
    const size_t found = page_.find(end, std::min(from, page_.size()));
    at_ = text_start_ = found == std::string_view::npos ? page_.size() : found + end.size();
    return true;
  }

  bool tag(bool closing) {
    const size_t start = at_, name_start = at_ + (closing ? 2 : 1);
    size_t name_end = name_start;
    while (name_end < page_.size() && !is_space(page_[name_end]) && page_[name_end] != '>' && page_[name_end] != '/' &&
           page_[name_end] != '<')
      ++name_end;
    const size_t close = tag_end(name_end);
    add_text(start);
    HtmlToken token;
    token.kind = closing ? TokenKind::end_tag : TokenKind::start_tag;
    const size_t behind = close < page_.size() && page_[close] == '>' ? close + 1 : close;
    token.span = span_of(start, behind);
    token.name = span_of(name_start, name_end);
    token.attributes = span_of(name_end, close);
    token.self_closing = closes_itself(name_end, close);
    at_ = text_start_ = behind;
    tokens_.push_back(token);
    if (!closing) raw_content(token);
    return true;
  }

  // The place of the > that ends a tag, or of the < of the next tag where the > was forgotten. A quote that is never
  // closed (known after one look at the rest of the page) is no quote.
  size_t tag_end(size_t at) {
    bool value = false;  // behind =, where a quote opens a value
    while (at < page_.size()) {
      const char c = page_[at];
      if (c == '>') return at;
      if (c == '<' && !value) return at;
      if (value && (c == '"' || c == '\'')) {
        const size_t end = quote_end(c, at + 1);
        if (end != std::string_view::npos) at = end;
        value = false;
      } else if (c == '=') {
        value = true;
      } else if (!is_space(c)) {
        value = false;
      }
      ++at;
    }
    return at;
  }

  size_t quote_end(char quote, size_t from) {
    size_t& last = quote == '"' ? no_double_after_ : no_single_after_;
    if (from >= last) return std::string_view::npos;
    const size_t end = page_.find(quote, from);
    if (end == std::string_view::npos) last = from;
    return end;
  }

  // The slash of "<br />"; that of "<a href=/>" belongs to the value.
  bool closes_itself(size_t name_end, size_t close) const {
    if (close <= name_end || page_[close - 1] != '/') return false;
    const char before = page_[close - 2];
    return close - 1 == name_end || is_space(before) || before == '"' || before == '\'';
  }

  void raw_content(HtmlToken& token) {
    const std::string_view name = slice(page_, token.name);
    const auto known = std::find_if(raw_elements.begin(), raw_elements.end(),
                                    [&](std::string_view raw) { return equal_ignoring_case(name, raw); });
    if (known == raw_elements.end()) return;
    const auto which = static_cast<size_t>(known - raw_elements.begin());
    if (at_ >= no_end_after_[which]) return;
    const size_t end = find_end_tag(*known, at_);
    // "<script src=x />": HTML knows no such thing, but where another script begins before the next end, it was meant.
    if (token.self_closing && (end == std::string_view::npos || begins_before(*known, end))) return;
    if (end == std::string_view::npos) {  // never closed: the element is taken as any other
      no_end_after_[which] = at_;
      return;
    }
    tokens_.back().self_closing = false;
    if (end > at_) tokens_.push_back({TokenKind::raw_text, false, span_of(at_, end), token.name, {}});
    at_ = text_start_ = end;
  }

  size_t find_end_tag(std::string_view name, size_t from) const {
    for (size_t at = page_.find("</", from); at != std::string_view::npos; at = page_.find("</", at + 2)) {
      if (!equal_ignoring_case(page_.substr(at + 2, name.size()), name)) continue;
      const size_t behind = at + 2 + name.size();
      if (behind >= page_.size() || page_[behind] == '>' || page_[behind] == '/' || is_space(page_[behind])) return at;
    }
    return std::string_view::npos;
  }

  bool begins_before(std::string_view name, size_t end) const {
    const std::string_view between = page_.substr(at_, end - at_);
    for (size_t at = between.find('<'); at != std::string_view::npos; at = between.find('<', at + 1)) {
      if (equal_ignoring_case(between.substr(at + 1, name.size()), name)) return true;
    }
    return false;
  }

  void add_text(size_t end) {
    if (end > text_start_) tokens_.push_back({TokenKind::text, false, span_of(text_start_, end), {}, {}});
    text_start_ = end;
  }

  static Span span_of(size_t start, size_t end) { return {static_cast<uint32_t>(start), static_cast<uint32_t>(end)}; }

  std::string_view page_;
  std::vector<HtmlToken> tokens_;
  size_t at_ = 0;
  size_t text_start_ = 0;
  size_t comment_end_ = 0;  // of the next comment that has an end; npos: there is none
  size_t no_double_after_ = std::string_view::npos;
  size_t no_single_after_ = std::string_view::npos;
  std::array<size_t, raw_elements.size()> no_end_after_ = [] {
    std::array<size_t, raw_elements.size()> all{};
    all.fill(std::string_view::npos);
    return all;
  }();
};

}  // namespace

bool equal_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(), [](char a, char b) { return lower(a) == b; });
}

std::vector<HtmlToken> html_tokens(std::string_view page) { return Scanner(page).run(); }

bool next_attribute(std::string_view& rest, HtmlAttribute& attribute) {
  const auto skip_spaces = [&] {
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  };
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == '/')) rest.remove_prefix(1);
  if (rest.empty()) return false;
  size_t end = 1;
  while (end < rest.size() && !is_space(rest[end]) && rest[end] != '=' && rest[end] != '/') ++end;
  attribute.name = rest.substr(0, end);
  attribute.value = {};
  rest.remove_prefix(end);
  skip_spaces();
  if (rest.empty() || rest.front() != '=') return true;
  rest.remove_prefix(1);
  skip_spaces();
  if (rest.empty()) return true;
  const char quote = rest.front();
  if (quote == '"' || quote == '\'') {
    const size_t close = std::min(rest.find(quote, 1), rest.size());
    attribute.value = rest.substr(1, close - 1);
    rest.remove_prefix(std::min(close + 1, rest.size()));
  } else {
    end = 0;
    while (end < rest.size() && !is_space(rest[end])) ++end;
    attribute.value = rest.substr(0, end);
    rest.remove_prefix(end);
  }
  return true;
}

std::string_view attribute_value(std::string_view attributes, std::string_view name) {
  std::string_view value;
  each_attribute(attributes, [&](const HtmlAttribute& attribute) {
    if (value.empty() && equal_ignoring_case(attribute.name, name)) value = attribute.value;
  });
  return value;
}

}  // namespace isnad

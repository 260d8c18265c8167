#include "read/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

namespace isnad {
namespace {

// How a tag stands in the skeleton: the name that libxml2 gets. Elements it does not know (it knows those of HTML 4) go
// under the name of one that behaves alike.
struct TagName {
  std::string_view name;
  HtmlTag tag;
  std::string_view skeleton;
};

constexpr std::array tag_names = {
    TagName{"a", HtmlTag::a, "a"},
    TagName{"abbr", HtmlTag::abbr, "span"},
    TagName{"address", HtmlTag::address, "div"},
    TagName{"article", HtmlTag::article, "div"},
    TagName{"aside", HtmlTag::aside, "div"},
    TagName{"audio", HtmlTag::audio, "div"},
    TagName{"b", HtmlTag::b, "b"},
    TagName{"blockquote", HtmlTag::blockquote, "blockquote"},
    TagName{"body", HtmlTag::body, ""},
    TagName{"br", HtmlTag::br, "br"},
    TagName{"button", HtmlTag::button, "span"},
    TagName{"center", HtmlTag::center, "center"},
    TagName{"cite", HtmlTag::cite, "span"},
    TagName{"dd", HtmlTag::dd, "dd"},
    TagName{"details", HtmlTag::details, "div"},
    TagName{"dialog", HtmlTag::dialog, "div"},
    TagName{"div", HtmlTag::div, "div"},
    TagName{"dl", HtmlTag::dl, "dl"},
    TagName{"dt", HtmlTag::dt, "dt"},
    TagName{"em", HtmlTag::em, "i"},
    TagName{"fieldset", HtmlTag::fieldset, "div"},
    TagName{"figcaption", HtmlTag::figcaption, "div"},
    TagName{"figure", HtmlTag::figure, "div"},
    TagName{"font", HtmlTag::font, "font"},
    TagName{"footer", HtmlTag::footer, "div"},
    TagName{"form", HtmlTag::form, ""},
    TagName{"h1", HtmlTag::h1, "h1"},
    TagName{"h2", HtmlTag::h2, "h2"},
    TagName{"h3", HtmlTag::h3, "h3"},
    TagName{"h4", HtmlTag::h4, "h4"},
    TagName{"h5", HtmlTag::h5, "h5"},
    TagName{"h6", HtmlTag::h6, "h6"},
    TagName{"head", HtmlTag::head, ""},
    TagName{"header", HtmlTag::header, "div"},
    TagName{"hr", HtmlTag::hr, "hr"},
    TagName{"html", HtmlTag::html, ""},
    TagName{"i", HtmlTag::i, "i"},
    TagName{"iframe", HtmlTag::iframe, "span"},
    TagName{"img", HtmlTag::img, "img"},
    TagName{"input", HtmlTag::input, "img"},
    TagName{"label", HtmlTag::label, "span"},
    TagName{"li", HtmlTag::li, "li"},
    TagName{"link", HtmlTag::link, ""},
    TagName{"main", HtmlTag::main, "div"},
    TagName{"meta", HtmlTag::meta, ""},
    TagName{"nav", HtmlTag::nav, "div"},
    TagName{"noscript", HtmlTag::noscript, "div"},
    TagName{"ol", HtmlTag::ol, "ol"},
    TagName{"option", HtmlTag::option, "span"},
    TagName{"p", HtmlTag::p, "p"},
    TagName{"pre", HtmlTag::pre, "pre"},
    TagName{"script", HtmlTag::script, "span"},
    TagName{"section", HtmlTag::section, "div"},
    TagName{"select", HtmlTag::select, "span"},
    TagName{"small", HtmlTag::small, "small"},
    TagName{"span", HtmlTag::span, "span"},
    TagName{"strong", HtmlTag::strong, "b"},
    TagName{"style", HtmlTag::style, "span"},
    TagName{"summary", HtmlTag::summary, "div"},
    TagName{"table", HtmlTag::table, "table"},
    TagName{"tbody", HtmlTag::tbody, "tbody"},
    TagName{"td", HtmlTag::td, "td"},
    TagName{"textarea", HtmlTag::textarea, "span"},
    TagName{"th", HtmlTag::th, "th"},
    TagName{"time", HtmlTag::time, "span"},
    TagName{"title", HtmlTag::title, "span"},
    TagName{"tr", HtmlTag::tr, "tr"},
    TagName{"u", HtmlTag::u, "u"},
    TagName{"ul", HtmlTag::ul, "ul"},
    TagName{"video", HtmlTag::video, "div"},
};
constexpr std::array<std::string_view, 14> void_names = {"area",   "base",   "basefont", "bgsound", "col",
                                                         "embed",  "frame",  "keygen",   "o:p",     "param",
                                                         "source", "spacer", "track",    "wbr"};
constexpr size_t longest_name = 10;

// Elements without content in the sense of the page: known by a name with a dash ("amp-img"), they are blocks.
constexpr TagName custom = {"", HtmlTag::other_block, "div"};
constexpr TagName unknown = {"", HtmlTag::other_inline, "span"};
constexpr TagName nothing = {"", HtmlTag::none, ""};

const TagName& known_tag(std::string_view written) {
  char lower[longest_name];
  if (written.size() > longest_name) return written.find('-') != std::string_view::npos ? custom : unknown;
  for (size_t k = 0; k < written.size(); ++k) {
    const char c = written[k];
    lower[k] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::string_view name(lower, written.size());
  const auto found = std::lower_bound(tag_names.begin(), tag_names.end(), name,
                                      [](const TagName& tag, std::string_view wanted) { return tag.name < wanted; });
  if (found != tag_names.end() && found->name == name) return *found;
  if (std::find(void_names.begin(), void_names.end(), name) != void_names.end()) return nothing;
  return name.find('-') != std::string_view::npos ? custom : unknown;
}

// The page without its content: "<div x=12>", "T13;", "</div>", where the numbers are those of the tokens.
class Skeleton {
 public:
  Skeleton(std::string_view page, const std::vector<HtmlToken>& tokens) {
    bytes_.reserve(tokens.size() * 12);
    for (size_t i = 0; i < tokens.size(); ++i) add(page, tokens[i], i);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void add(std::string_view page, const HtmlToken& token, size_t index) {
    if (token.kind == TokenKind::text || token.kind == TokenKind::raw_text) return add_number("T", index, ";");
    const TagName& tag = known_tag(slice(page, token.name));
    if (tag.skeleton.empty()) return;
    size_t& open = open_[static_cast<size_t>(&tag - tag_names.data()) < tag_names.size()
                             ? static_cast<size_t>(&tag - tag_names.data())
                             : tag_names.size()];
    if (token.kind == TokenKind::start_tag) {
      bytes_ += '<';
      bytes_ += tag.skeleton;
      add_number(" x=", index, token.self_closing ? " />" : ">");
      if (!token.self_closing) ++open;
    } else if (open > 0) {  // an end tag of nothing is an error, and errors are what costs the parser most
      --open;
      bytes_ += "</";
      bytes_ += tag.skeleton;
      bytes_ += '>';
    }
  }

  void add_number(std::string_view before, size_t number, std::string_view behind) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    bytes_ += before;
    bytes_.append(digits, end);
    bytes_ += behind;
  }

  std::string bytes_;
  std::array<size_t, tag_names.size() + 1> open_{};
};

// Takes the parser's events and lays the nodes down in document order.
class Builder {
 public:
  Builder(std::string_view page, const std::vector<HtmlToken>& tokens, HtmlTree& tree)
      : page_(page), tokens_(tokens), tree_(tree) {
    tree.nodes.reserve(tokens.size() + 1);
    tree.nodes.push_back({});
    open_.push_back(0);
  }

  void start(const xmlChar** attributes) {
    ++depth_;
    if (depth_ > max_depth) {
      tree_.cut = true;
      return;
    }
    uint32_t token = none;
    HtmlTag tag = HtmlTag::p;  // an implied paragraph is the only element that the parser makes by itself
    if (attributes && attributes[0] && attributes[1]) {
      token = number_of(reinterpret_cast<const char*>(attributes[1]));
      tag = known_tag(slice(page_, tokens_[token].name)).tag;
    }
    open_.push_back(add(token, tag));
  }

  void end() {
    if (depth_ == 0) return;
    if (depth_ <= max_depth) close();
    --depth_;
  }

  // "T12;T15;": the marks of texts that follow one another.
  void text(std::string_view marks) {
    for (const char c : marks) {
      if (c == 'T') number_ = 0;
      if (c >= '0' && c <= '9') number_ = number_ * 10 + static_cast<uint32_t>(c - '0');
      if (c == ';') add(number_, tokens_[number_].kind == TokenKind::text ? HtmlTag::text : HtmlTag::raw);
    }
  }

  void finish() {
    while (!open_.empty()) close();
  }

 private:
  static uint32_t number_of(std::string_view digits) {
    uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

  uint32_t add(uint32_t token, HtmlTag tag) {
    const auto index = static_cast<uint32_t>(tree_.nodes.size());
    tree_.nodes.push_back({open_.back(), index + 1, token, tag});
    return index;
  }

  void close() {
    tree_.nodes[open_.back()].end = static_cast<uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  std::string_view page_;
  const std::vector<HtmlToken>& tokens_;
  HtmlTree& tree_;
  std::vector<uint32_t> open_;
  uint32_t depth_ = 0;
  uint32_t number_ = 0;  // of a mark, which may come in two parts
};

void on_start(void* builder, const xmlChar*, const xmlChar** attributes) {
  static_cast<Builder*>(builder)->start(attributes);
}
void on_end(void* builder, const xmlChar*) { static_cast<Builder*>(builder)->end(); }
void on_text(void* builder, const xmlChar* text, int size) {
  static_cast<Builder*>(builder)->text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
}

}  // namespace

bool is_block(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::none:
    case HtmlTag::text:
    case HtmlTag::raw:
    case HtmlTag::other_inline:
    case HtmlTag::a:
    case HtmlTag::abbr:
    case HtmlTag::b:
    case HtmlTag::br:
    case HtmlTag::button:
    case HtmlTag::cite:
    case HtmlTag::em:
    case HtmlTag::font:
    case HtmlTag::i:
    case HtmlTag::img:
    case HtmlTag::input:
    case HtmlTag::label:
    case HtmlTag::link:
    case HtmlTag::meta:
    case HtmlTag::small:
    case HtmlTag::span:
    case HtmlTag::strong:
    case HtmlTag::time:
    case HtmlTag::u: return false;
    default: return true;
  }
}

HtmlTree html_tree(std::string_view page, const std::vector<HtmlToken>& tokens) {
  HtmlTree tree;
  Builder builder(page, tokens, tree);
  const Skeleton skeleton(page, tokens);
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(skeleton.bytes().data(), static_cast<int>(skeleton.bytes().size())),
      &htmlFreeParserCtxt);
  if (parser) {
    xmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    xmlSAXHandler* const own = std::exchange(parser->sax, &handler);
    parser->userData = &builder;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD);
    htmlParseDocument(parser.get());
    parser->sax = own;
  }
  builder.finish();
  return tree;
}

}  // namespace isnad

#include "read/html_page.h"

#include <algorithm>
#include <array>

#include <xxhash.h>

#include "lexicon/table.h"
#include "read/charset.h"
#include "read/html_tokens.h"
#include "read/html_tree.h"
#include "read/json_ld.h"
#include "read/page_article.h"
#include "read/page_blocks.h"
#include "read/page_charset.h"
#include "read/page_dates.h"
#include "read/page_metadata.h"
#include "read/page_text.h"
#include "read/page_title.h"
#include "read/site_templates.h"

namespace isnad {
namespace {

constexpr size_t head_bytes = 1024;
constexpr uint32_t fewest_letters = 60;   // less than this is no article
constexpr uint32_t short_article = 600;   // letters; a longer one is not replaced by that of the page's JSON
constexpr uint32_t most_date_words = 30;  // of a line of the page that bears its date
constexpr uint32_t fewest_learned_words = 3;
constexpr uint32_t most_nodes_of_line = 40;  // that are looked at for a time element
constexpr size_t longest_dateline = 140;     // bytes

// Everything that is known of a page on the way.
struct Page {
  std::string_view text;  // decoded
  std::vector<HtmlToken> tokens;
  HtmlTree tree;
  PageBlocks blocks;
  PageMetadata metadata;
  PageArticle article;
};

std::string plain_text(const Page& page, const PageBlock& block) {
  PageText text(page.text);
  for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) {
    text.add_html(page.blocks.pieces[i].span);
    text.add(" ", page.blocks.pieces[i].span);
  }
  return text.take_text();
}

void write_lines(const Page& page, PageText& text) {
  for (const ArticleLine& line : page.article.lines) {
    const PageBlock& block = page.blocks.blocks[line.block];
    for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) {
      const Span& span = page.blocks.pieces[i].span;
      if (span.empty()) {
        text.add_break(span, line.kind);
      } else {
        text.add_html(span);
      }
    }
    text.end_line(line.kind);
  }
}

uint32_t letters_of_json(std::string_view raw) {
  uint32_t letters = 0;
  for (const char c : raw) letters += (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
  for (size_t at = raw.find("\\u0"); at != std::string_view::npos; at = raw.find("\\u0", at + 6)) ++letters;
  return letters;
}

// The article that stands only in the page's JSON-LD, a line for each of its lines. Mark-up inside is left out.
void write_json_body(const Page& page, PageText& text) {
  if (page.article.title != none) {
    for (const ArticleLine& line : page.article.lines) {
      if (line.kind != LineKind::title) continue;
      const PageBlock& block = page.blocks.blocks[line.block];
      for (uint32_t i = block.pieces.first; i < block.pieces.last; ++i) text.add_html(page.blocks.pieces[i].span);
      text.end_line(LineKind::title);
    }
  } else if (!page.metadata.headline.empty()) {
    for (const JsonPiece& piece :
         json_string_pieces(slice(page.text, page.metadata.headline), page.metadata.headline.start)) {
      text.add(piece.text, piece.source);
    }
    text.end_line(LineKind::title);
  }
  bool in_tag = false;
  for (const JsonPiece& piece :
       json_string_pieces(slice(page.text, page.metadata.article_body), page.metadata.article_body.start)) {
    if (piece.text == "\n" || piece.text == "\r") {
      text.end_line(LineKind::body);
      continue;
    }
    const bool verbatim = piece.text.size() == piece.source.size();
    size_t from = 0;
    for (size_t at = 0; at <= piece.text.size(); ++at) {
      const char c = at < piece.text.size() ? piece.text[at] : '\0';
      if (at < piece.text.size() && c != '<' && c != '>' && c != '\n') continue;
      if (!in_tag && at > from) {
        if (verbatim) {
          text.add_html(
              {static_cast<uint32_t>(piece.source.start + from), static_cast<uint32_t>(piece.source.start + at)});
        } else {
          text.add(std::string_view(piece.text).substr(from, at - from), piece.source);
        }
      }
      if (c == '<') in_tag = true;
      if (c == '>') {
        const std::string_view tag = std::string_view(piece.text).substr(0, at);
        if (tag.ends_with("/p") || tag.ends_with("br") || tag.ends_with("br /") || tag.ends_with("/li"))
          text.end_line(LineKind::body);
        in_tag = false;
      }
      if (c == '\n') text.end_line(LineKind::body);
      from = at + 1;
    }
  }
  text.end_line(LineKind::body);
}

// --- the date
// ----------------------------------------------------------------------------------------------------------

void take_date(PageResult& result, const std::string& iso, DateEvidence evidence, std::string text) {
  if (!result.published.empty() || iso.empty()) return;
  result.published = iso;
  result.published_from = evidence;
  result.published_text = std::move(text);
}

// A date in the lines around the title: what is labelled as the publication first, then what stands nearest.
void take_visible_date(const Page& page, const PageLexicon& lexicon, PageResult& result) {
  struct Best {
    int score = 0;
    PageDate date;
    std::string text;
  } best;
  int distance = 0;
  for (const uint32_t index : page.article.furniture) {
    const PageBlock& block = page.blocks.blocks[index];
    ++distance;
    if (block.words > most_date_words || block.words == 0) continue;
    const std::string text = plain_text(page, block);
    for (const PageDate& date : page_dates(text, lexicon)) {
      if (date.label == DateLabel::other) continue;
      if (date.label == DateLabel::updated) {
        if (result.updated.empty()) result.updated = iso_of(date);
        continue;
      }
      int score = 100 - distance;
      if (date.labelled) score += 40;
      if (has(block.marks, PageMark::date)) score += 30;
      if (date.weekday) score += 20;
      if (date.hour >= 0) score += 10;
      if (block.linked()) score -= 30;
      if (block.dropped) score -= 60;
      if (block.words > 15) score -= 20;
      if (score > best.score) best = {score, date, text};
    }
  }
  if (best.score > 0) take_date(result, iso_of(best.date), DateEvidence::visible, best.text);
}

// <time datetime="…"> near the title.
void take_time_element(const Page& page, const PageLexicon& lexicon, bool dropped, PageResult& result) {
  for (const uint32_t index : page.article.furniture) {
    if (page.blocks.blocks[index].dropped != dropped) continue;
    const std::vector<HtmlNode>& nodes = page.tree.nodes;
    const uint32_t place = page.blocks.blocks[index].place;
    const bool last = index + 1 == page.blocks.blocks.size();
    const auto end = last ? static_cast<uint32_t>(nodes.size()) : page.blocks.blocks[index + 1].place;
    for (uint32_t node = place > 2 ? place - 2 : 1; node < std::min(end, place + most_nodes_of_line); ++node) {
      if (nodes[node].tag != HtmlTag::time || nodes[node].token == none) continue;
      const std::string value(attribute_value(slice(page.text, page.tokens[nodes[node].token].attributes), "datetime"));
      take_date(result, iso_of_metadata(value, lexicon), DateEvidence::time_element, value);
      if (!result.published.empty()) return;
    }
  }
}

// The head of the page, where newspapers print the day of the issue.
void take_header_date(const Page& page, const PageLexicon& lexicon, PageResult& result) {
  const std::vector<PageBlock>& blocks = page.blocks.blocks;
  for (size_t i = 0; i < blocks.size() && i < 60; ++i) {
    if (blocks[i].words > most_date_words) continue;
    const std::string text = plain_text(page, blocks[i]);
    for (const PageDate& date : page_dates(text, lexicon)) {
      if (date.label == DateLabel::published) take_date(result, iso_of(date), DateEvidence::visible, text);
    }
  }
}

// "المدينة 12-10-1999 (الوكالة) - …": the date that stands before the mark that ends a dateline.
void take_dateline(const PageLexicon& lexicon, PageResult& result) {
  for (const Line& line : result.lines) {
    if (line.kind != LineKind::body) continue;
    const std::string_view head = slice(result.text, line.span).substr(0, longest_dateline);
    size_t end = 0;
    for (const std::string_view mark : {" - ", " – ", " — ", " -- ", "):", ") "}) {
      const size_t found = head.rfind(mark);
      if (found != std::string_view::npos) end = std::max(end, found);
    }
    const std::vector<PageDate> dates = page_dates(head.substr(0, end), lexicon);
    if (!dates.empty())
      take_date(result, iso_of(dates.front()), DateEvidence::visible, std::string(head.substr(0, end)));
    return;
  }
}

void find_published(const Page& page, const PageLexicon& lexicon, PageResult& result) {
  result.updated = page.metadata.updated;
  take_date(result, page.metadata.published, page.metadata.published_from, page.metadata.published_text);
  if (result.published.empty() && !page.article.lines.empty()) {
    take_time_element(page, lexicon, false, result);
    take_visible_date(page, lexicon, result);
  }
  take_date(result, iso_of_address(result.url), DateEvidence::url, result.url);
  if (!result.published.empty()) return;
  const std::string& title = page.metadata.title_element;
  const std::vector<PageDate> dates = page_dates(title, lexicon);
  if (!dates.empty()) take_date(result, iso_of(dates.front()), DateEvidence::visible, title);
  take_time_element(page, lexicon, true, result);
  take_header_date(page, lexicon, result);
  take_dateline(lexicon, result);
}

void find_date(const Page& page, const PageLexicon& lexicon, PageResult& result) {
  find_published(page, lexicon, result);
  if (result.updated == result.published) result.updated.clear();
}

// --- the outlet
// --------------------------------------------------------------------------------------------------------

void find_outlet(const Page& page, const std::string& host, const PageLexicon& lexicon, PageResult& result) {
  const Outlet* outlet = lexicon.outlet_of_host(host);
  if (!outlet && !page.metadata.site.empty()) outlet = lexicon.outlet_named(page.metadata.site);
  if (outlet) {
    result.outlet_id = outlet->id;
    result.outlet = outlet->name;
  } else {
    result.outlet = page.metadata.site;
  }
}

void find_address(const Page& page, const PageHints& hints, PageResult& result) {
  result.url = page.metadata.url;
  if (result.url.starts_with("//")) result.url.insert(0, "https:");
  if (host_of(result.url).empty()) {  // a path alone, or nothing
    const std::string host = host_of(hints.url);
    const size_t end = hints.url.find(host) + host.size();
    if (!host.empty() && result.url.starts_with('/')) {
      result.url.insert(0, hints.url.substr(0, end));
    } else {
      result.url = hints.url;
    }
  }
}

void learn_template(const Page& page, const PageSite& site, SiteTemplates& sites) {
  for (const PageBlock& block : page.blocks.blocks) {
    if (block.words >= fewest_learned_words)
      sites.learn(site.host, site.page, folded_words(page.text, page.blocks, block));
  }
}

}  // namespace

std::string_view name_of(DateEvidence evidence) {
  static constexpr std::array<std::string_view, 6> names = {"none", "json-ld", "meta", "time", "visible", "url"};
  return names[static_cast<size_t>(evidence)];
}

PageResult read_page(std::string_view bytes, const PageHints& hints, const PageLexicon& lexicon, SiteTemplates* sites) {
  PageResult result;
  const Charset charset = page_charset(bytes, hints.http_charset);
  const Decoded decoded = decode(bytes, charset);
  result.charset = name_of(charset);
  Page page;
  page.text = decoded.alignment.empty() ? bytes : std::string_view(decoded.text);
  page.tokens = html_tokens(page.text);
  page.metadata = read_metadata(page.text, page.tokens, lexicon);
  page.tree = html_tree(page.text, page.tokens);
  page.blocks = page_blocks(page.text, page.tokens, page.tree, lexicon);
  find_address(page, hints, result);
  const std::string title = bare_title(page.metadata);
  const PageSite site{sites, host_of(result.url), XXH3_64bits(title.data(), title.size())};
  page.article = find_article(page.text, page.tree, page.tokens, page.blocks, page.metadata, site, lexicon);
  PageText text(page.text);
  const uint32_t in_json = letters_of_json(slice(page.text, page.metadata.article_body));
  if (in_json >= fewest_letters && page.article.letters < short_article && in_json > 2 * page.article.letters) {
    write_json_body(page, text);
  } else if (page.article.letters >= fewest_letters) {
    write_lines(page, text);
  }
  result.text = text.take_text();
  result.lines = text.take_lines();
  result.alignment = composed(text.take_alignment(), decoded.alignment);
  result.title = bare_title(page.metadata);
  for (const Line& line : result.lines) {
    if (line.kind == LineKind::title) result.title = slice(result.text, line.span);
  }
  result.authors = page.metadata.authors;
  result.language = page.metadata.language;
  find_date(page, lexicon, result);
  find_outlet(page, site.host, lexicon, result);
  if (sites && !site.host.empty()) learn_template(page, site, *sites);
  if (charset != Charset::utf8) result.notes.push_back({{}, "read as " + result.charset});
  if (page.tree.cut) result.notes.push_back({{}, "elements are nested too deeply; the inner ones were taken as one"});
  if (result.text.empty()) result.notes.push_back({{}, "the page holds no article"});
  return result;
}

Document page_document(PageResult&& page, std::string&& bytes) {
  Document document;
  document.id = page.url;
  document.url = std::move(page.url);
  document.outlet = std::move(page.outlet);
  document.title = std::move(page.title);
  document.published_given = std::move(page.published);
  document.source = std::move(bytes);
  document.text = std::move(page.text);
  document.alignment = std::move(page.alignment);
  document.lines = std::move(page.lines);
  document.notes = std::move(page.notes);
  return document;
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = decode(bytes.substr(0, head_bytes), detect_charset(bytes.substr(0, head_bytes))).text;
  std::string_view rest = trim(head);
  if (!rest.starts_with('<')) return false;
  for (const HtmlToken& token : html_tokens(rest)) {
    const std::string_view name = slice(rest, token.name);
    for (const std::string_view known :
         {"html", "head", "body", "meta", "title", "div", "table", "p", "script", "link"}) {
      if (equal_ignoring_case(name, known)) return true;
    }
  }
  return rest.size() > 9 && equal_ignoring_case(rest.substr(0, 9), "<!doctype");
}

}  // namespace isnad

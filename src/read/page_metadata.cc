#include "read/page_metadata.h"

#include <algorithm>
#include <array>

#include "lexicon/table.h"
#include "read/html_entities.h"
#include "read/json_ld.h"
#include "read/page_dates.h"

namespace isnad {
namespace {

constexpr size_t longest_value = 2000;  // bytes of a title or name; more is none
constexpr size_t most_authors = 10;

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return out;
}

// Without line ends and double blanks.
std::string tidy(std::string_view raw) {
  const std::string text = decode_entities(raw.substr(0, longest_value));
  std::string out;
  for (const char c : trim(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

class MetadataReader {
 public:
  MetadataReader(std::string_view page, const PageLexicon& lexicon) : page_(page), lexicon_(lexicon) {}

  PageMetadata run(const std::vector<HtmlToken>& tokens) {
    for (const HtmlToken& token : tokens) {
      if (token.kind == TokenKind::start_tag) read_tag(token);
      if (token.kind == TokenKind::raw_text) read_raw(token);
    }
    finish();
    return std::move(result_);
  }

 private:
  struct Candidate {
    std::string text;
    uint32_t rank = none;
  };

  std::string_view attribute(const HtmlToken& token, std::string_view name) const {
    return attribute_value(slice(page_, token.attributes), name);
  }

  void read_tag(const HtmlToken& token) {
    const std::string_view name = slice(page_, token.name);
    if (equal_ignoring_case(name, "meta")) return read_meta(token);
    if (token.attributes.empty()) return;
    if (equal_ignoring_case(name, "link") && equal_ignoring_case(attribute(token, "rel"), "canonical")) {
      if (result_.url.empty()) result_.url = tidy(attribute(token, "href"));
    } else if (equal_ignoring_case(name, "html")) {
      result_.language = lower_case(attribute(token, "lang"));
      if (result_.language.empty()) result_.language = lower_case(attribute(token, "xml:lang"));
    } else {
      read_marked_element(token, name);
    }
  }

  // Microdata, RDFa and microformats: <time itemprop="datePublished" datetime>, <span property="dc:date" content>,
  // <abbr class="published" title>.
  void read_marked_element(const HtmlToken& token, std::string_view name) {
    const std::string_view attributes = slice(page_, token.attributes);
    if (attributes.find("atetime") == std::string_view::npos && attributes.find("content") == std::string_view::npos &&
        attributes.find("title") == std::string_view::npos)
      return;
    std::string_view what = attribute_value(attributes, "itemprop");
    if (what.empty()) what = attribute_value(attributes, "property");
    std::string_view value = attribute_value(attributes, "content");
    if (value.empty()) value = attribute_value(attributes, "datetime");
    if (what.empty() && equal_ignoring_case(name, "abbr")) {
      what = attribute_value(attributes, "class");
      value = attribute_value(attributes, "title");
    }
    if (what.empty() || value.empty()) return;
    const std::string names = lower_case(what);
    size_t start = 0;
    while (start < names.size()) {
      const size_t end = std::min(names.find(' ', start), names.size());
      const std::string one = names.substr(start, end - start);
      const auto known = lexicon_.metadata.find(one == "updated" || one == "published" ? "date" + one : one);
      const bool published =
          one == "published" || (known != lexicon_.metadata.end() && known->second.field == MetaField::published);
      if (published && element_date_.empty()) element_date_ = std::string(value);
      start = end + 1;
    }
  }

  void read_meta(const HtmlToken& token) {
    std::string_view name, content;
    each_attribute(slice(page_, token.attributes), [&](const HtmlAttribute& attribute) {
      for (const std::string_view key : {"name", "property", "itemprop", "http-equiv"}) {
        if (name.empty() && equal_ignoring_case(attribute.name, key)) name = attribute.value;
      }
      if (equal_ignoring_case(attribute.name, "content")) content = attribute.value;
    });
    if (name.empty() || content.empty()) return;
    const auto known = lexicon_.metadata.find(lower_case(trim(name)));
    if (known == lexicon_.metadata.end()) return;
    const std::string value = tidy(content);
    if (value.empty()) return;
    const MetaName& meta = known->second;
    if (meta.field == MetaField::author) return add_author(value);
    Candidate& best = meta_[static_cast<size_t>(meta.field)];
    const bool date = meta.field == MetaField::published || meta.field == MetaField::updated;
    if (meta.rank < best.rank && (!date || !iso_of_metadata(value, lexicon_).empty())) best = {value, meta.rank};
  }

  void read_raw(const HtmlToken& token) {
    const std::string_view name = slice(page_, token.name);
    if (equal_ignoring_case(name, "title")) {
      if (result_.title_element.empty()) result_.title_element = tidy(slice(page_, token.span));
      return;
    }
    if (!equal_ignoring_case(name, "script")) return;
    const std::string_view text = slice(page_, token.span);
    if (text.find("@type") == std::string_view::npos) return;
    read_json(json_fields(text, token.span.start));
  }

  std::string_view field(const std::vector<JsonField>& fields, uint32_t object, std::string_view key) const {
    for (uint32_t i = object + 1; i < fields[object].end; i = fields[i].end) {
      if (slice(page_, fields[i].key) == key && fields[i].kind == JsonField::Kind::string)
        return slice(page_, fields[i].value);
    }
    return {};
  }

  Span span_of(std::string_view part) const {
    if (part.empty()) return {};
    const auto start = static_cast<uint32_t>(part.data() - page_.data());
    return {start, static_cast<uint32_t>(start + part.size())};
  }

  // 3 for articles, 2 for posts and videos, 1 for pages, 0 for anything else.
  int type_of(const std::vector<JsonField>& fields, uint32_t object) {
    int best = 0;
    const auto look = [&](std::string_view type) {
      if (type == "LiveBlogPosting") result_live_ = true;
      if (type.ends_with("Article") || type == "LiveBlogPosting" || type == "NewsItem" || type == "Report") best = 3;
      if (type.ends_with("Posting") || type == "VideoObject" || type == "ImageGallery") best = std::max(best, 2);
      if (type == "WebPage" || type == "ItemPage") best = std::max(best, 1);
    };
    for (uint32_t i = object + 1; i < fields[object].end; i = fields[i].end) {
      if (slice(page_, fields[i].key) != "@type") continue;
      if (fields[i].kind == JsonField::Kind::string) look(slice(page_, fields[i].value));
      for (uint32_t k = i + 1; k < fields[i].end; ++k) look(slice(page_, fields[k].value));
    }
    return best;
  }

  void read_json(const std::vector<JsonField>& fields) {
    for (uint32_t i = 0; i < fields.size(); ++i) {
      if (fields[i].kind == JsonField::Kind::string && slice(page_, fields[i].key) == "articleBody" &&
          fields[i].value.size() > result_.article_body.size()) {
        result_.article_body = fields[i].value;
      }
      if (fields[i].kind != JsonField::Kind::object) continue;
      const int type = type_of(fields, i);
      if (type <= json_type_) continue;
      std::string_view published = field(fields, i, "datePublished");
      for (const std::string_view other : {"uploadDate", "dateCreated"}) {
        if (published.empty()) published = field(fields, i, other);
      }
      const std::string_view headline = field(fields, i, "headline");
      if (published.empty() && headline.empty()) continue;
      json_type_ = type;
      json_published_ = json_string(published);
      json_updated_ = json_string(field(fields, i, "dateModified"));
      result_.headline = span_of(headline);
      json_headline_ = tidy(json_string(headline.empty() ? field(fields, i, "name") : headline));
      read_people(fields, i);
    }
    result_.live = result_.live || (result_live_ && json_type_ == 3);
  }

  void read_people(const std::vector<JsonField>& fields, uint32_t object) {
    for (uint32_t i = object + 1; i < fields[object].end; i = fields[i].end) {
      const std::string_view key = slice(page_, fields[i].key);
      if (key != "author" && key != "publisher") continue;
      const auto take = [&](std::string_view raw) {
        const std::string name = tidy(json_string(raw));
        if (key == "author") return add_author(name);
        if (json_site_.empty()) json_site_ = name;
      };
      if (fields[i].kind == JsonField::Kind::string) take(slice(page_, fields[i].value));
      for (uint32_t k = i + 1; k < fields[i].end; ++k) {
        const bool inner = fields[k].parent != i && fields[fields[k].parent].parent != i;
        if (slice(page_, fields[k].key) == "name" && fields[k].kind == JsonField::Kind::string && !inner)
          take(slice(page_, fields[k].value));
      }
    }
  }

  void add_author(const std::string& name) {
    auto& authors = result_.authors;
    if (name.empty() || name.find("://") != std::string::npos || authors.size() >= most_authors) return;
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(name);
  }

  const std::string& meta(MetaField field) const { return meta_[static_cast<size_t>(field)].text; }

  void finish() {
    for (const std::string& title : {meta(MetaField::title), json_headline_, result_.title_element}) {
      if (!title.empty()) result_.titles.push_back(title);
    }
    const auto published = [&](const std::string& text, DateEvidence evidence) {
      if (!result_.published.empty() || text.empty()) return;
      result_.published = iso_of_metadata(text, lexicon_);
      if (result_.published.empty()) return;
      result_.published_from = evidence;
      result_.published_text = text;
    };
    if (json_type_ >= 2) published(json_published_, DateEvidence::json_ld);
    published(meta(MetaField::published), DateEvidence::meta);
    published(element_date_, DateEvidence::time_element);
    published(json_published_, DateEvidence::json_ld);
    result_.updated = iso_of_metadata(json_updated_, lexicon_);
    if (result_.updated.empty()) result_.updated = iso_of_metadata(meta(MetaField::updated), lexicon_);
    result_.site = meta(MetaField::site).empty() ? json_site_ : meta(MetaField::site);
    if (result_.url.empty()) result_.url = meta(MetaField::url);
    if (result_.language.empty()) result_.language = lower_case(meta(MetaField::language));
    result_.language = result_.language.substr(0, result_.language.find_first_of("-_, "));
  }

  std::string_view page_;
  const PageLexicon& lexicon_;
  PageMetadata result_;
  std::array<Candidate, 8> meta_;
  std::string element_date_;
  int json_type_ = 0;
  std::string json_published_, json_updated_, json_headline_, json_site_;
  bool result_live_ = false;
};

}  // namespace

PageMetadata read_metadata(std::string_view page, const std::vector<HtmlToken>& tokens, const PageLexicon& lexicon) {
  return MetadataReader(page, lexicon).run(tokens);
}

std::string host_of(std::string_view url) {
  const size_t scheme = url.find("//");
  if (scheme == std::string_view::npos || scheme > 10) return {};
  std::string_view host = url.substr(scheme + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  std::string lower = lower_case(host);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

}  // namespace isnad

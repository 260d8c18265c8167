#include "read/feeds.h"

#include <fmt/format.h>

#include <set>

#include "base/error.h"
#include "lexicon/table.h"
#include "read/xml.h"

namespace isnad {
namespace {

constexpr int max_depth = 64;
constexpr size_t max_feeds = 100'000;

std::string trimmed(const std::string& text) { return std::string(trim(text)); }

// Atom's text: type says whether it is HTML in text, XHTML as elements, or plain.
std::string atom_text(const xmlNode* node) {
  const std::string type = attribute(node, "type");
  if (type == "xhtml") return visible_text(node);
  return fragment_text(text_of(node));
}

// The address of an item: RSS has it as text, Atom as an attribute of the link that has no other relation.
void take_link(const xmlNode* node, FeedItem& item) {
  const std::string href = trimmed(attribute(node, "href"));
  const std::string relation = attribute(node, "rel");
  if (!href.empty() && (relation.empty() || relation == "alternate") && item.url.empty()) item.url = href;
  if (href.empty() && item.url.empty()) item.url = trimmed(text_of(node));
}

FeedItem item_of(const xmlNode* node) {
  FeedItem item;
  std::string summary, updated;
  for (const xmlNode* part = node->children; part != nullptr; part = part->next) {
    const std::string_view name = element_name(part);
    const std::string_view prefix = name.empty() ? std::string_view{} : prefix_of(part);
    if (prefix == "media" || prefix == "itunes") continue;  // of pictures and sound, not of the report
    if (name == "title" && item.title.empty()) item.title = fragment_line(text_of(part));
    if (name == "link") take_link(part, item);
    if (name == "guid" || name == "id") item.id = trimmed(text_of(part));
    if (name == "guid" && item.url.empty() && attribute(part, "isPermaLink") != "false") {
      if (item.id.starts_with("http")) item.url = item.id;
    }
    if (name == "pubDate" || name == "published" || name == "date" || name == "issued") {
      if (item.published.empty()) item.published = trimmed(text_of(part));
    }
    if (name == "updated" || name == "modified") updated = trimmed(text_of(part));
    if (name == "encoded") item.text = fragment_text(text_of(part));
    if (name == "content" && item.text.empty()) item.text = atom_text(part);
    if (name == "description" || name == "summary") summary = atom_text(part);
    if (name == "source") {
      const xmlNode* title = child(part, "title");
      item.outlet = fragment_line(text_of(title ? title : part));
    }
  }
  if (item.text.size() < summary.size()) item.text = summary;
  if (item.published.empty()) item.published = updated;
  return item;
}

void collect(const xmlNode* node, Feed& feed, int depth) {
  if (depth > max_depth) return;
  for (; node != nullptr; node = node->next) {
    const std::string_view name = element_name(node);
    if (name == "item" || name == "entry") {
      feed.items.push_back(item_of(node));
      collect(node->children, feed, depth + 1);  // an item that was not closed holds the ones behind it
    } else if (name == "channel" || name == "rss" || name == "RDF" || name == "feed" || name == "items") {
      collect(node->children, feed, depth + 1);
    } else if (name == "title" && feed.title.empty() && depth <= 2) {
      feed.title = fragment_line(text_of(node));
    } else if (name == "link" && feed.url.empty() && depth <= 2) {
      FeedItem link;
      if (attribute(node, "rel") != "self") take_link(node, link);
      feed.url = link.url;
    }
  }
}

void collect_outlines(const xmlNode* node, std::vector<FeedAddress>& feeds, int depth) {
  if (depth > max_depth) return;
  for (; node != nullptr && feeds.size() < max_feeds; node = node->next) {
    if (element_name(node) == "outline") {
      FeedAddress feed;
      for (const char* name : {"xmlUrl", "xmlurl", "xmlURL"}) {
        if (feed.url.empty()) feed.url = trimmed(attribute(node, name));
      }
      feed.title = attribute(node, "title").empty() ? attribute(node, "text") : attribute(node, "title");
      if (!feed.url.empty()) feeds.push_back(std::move(feed));
    }
    collect_outlines(node->children, feeds, depth + 1);
  }
}

}  // namespace

Feed parse_feed(std::string_view bytes, const std::string& place) {
  Feed feed;
  const XmlTree tree = parse_xml(bytes);
  const std::string_view root = tree ? element_name(xmlDocGetRootElement(tree.get())) : std::string_view{};
  if (root != "rss" && root != "RDF" && root != "feed" && root != "channel") {
    throw Error(ErrorCode::bad_format, place, "this XML is neither RSS nor Atom");
  }
  collect(xmlDocGetRootElement(tree.get()), feed, 0);
  return feed;
}

void read_feed(std::string_view bytes, const Part& part, ReportSink& sink) {
  Feed feed = parse_feed(bytes, part.place);
  size_t number = 0;
  for (FeedItem& item : feed.items) {
    Part place = part;
    place.place = fmt::format("{}: item {}", part.place, ++number);
    place.met = true;
    Document document;
    document.path = place.place;
    document.id = item.url.empty() ? item.id : item.url;
    document.url = std::move(item.url);
    document.title = item.title;
    document.outlet = item.outlet.empty() ? feed.title : std::move(item.outlet);
    document.published_given = std::move(item.published);
    const bool alone = item.text.empty() || item.text == item.title;
    if (alone && !item.title.empty()) document.notes.push_back({{}, "only the headline was given"});
    document.text = std::move(item.title);
    if (!alone) {
      if (!document.text.empty() && !item.text.starts_with(document.text + "\n")) {
        document.text += "\n" + item.text;
      } else {
        document.text = std::move(item.text);
      }
    }
    sink.report(std::move(document), place);
  }
  if (feed.items.empty()) sink.left_out("feeds without items");
}

std::vector<FeedAddress> parse_opml(std::string_view bytes, const std::string& place) {
  std::vector<FeedAddress> found;
  const XmlTree tree = parse_xml(bytes);
  if (tree) collect_outlines(xmlDocGetRootElement(tree.get()), found, 0);
  std::vector<FeedAddress> feeds;
  std::set<std::string> known;
  for (FeedAddress& feed : found) {
    if (known.insert(feed.url).second) feeds.push_back(std::move(feed));
  }
  if (feeds.empty()) throw Error(ErrorCode::bad_format, place, "the file lists no feed");
  return feeds;
}

}  // namespace isnad

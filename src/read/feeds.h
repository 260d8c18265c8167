// Feeds: RSS 0.9 to 2.0, RDF and Atom, well-formed or not; and OPML, the list of feeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/sink.h"

namespace isnad {

struct FeedItem {
  std::string id;  // guid or Atom id
  std::string url;
  std::string title;
  std::string published;  // as the feed gives it
  std::string outlet;     // of the item's own source, where it is taken from another feed
  std::string text;       // lines of the full content, or of the summary where there is none
};

struct Feed {
  std::string title;
  std::string url;  // of the site
  std::vector<FeedItem> items;
};

// Throws Error(bad_format) at `place` where the bytes are no feed.
Feed parse_feed(std::string_view bytes, const std::string& place);

// Each item as a report: its headline and text; where the feed gives a headline only, a note says so.
void read_feed(std::string_view bytes, const Part& part, ReportSink& sink);

struct FeedAddress {
  std::string url;
  std::string title;
};

// The feeds that an OPML file lists, with those in folders, each address once. Throws Error(bad_format) at `place`
// where it lists none.
std::vector<FeedAddress> parse_opml(std::string_view bytes, const std::string& place);

}  // namespace isnad

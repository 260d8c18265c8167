// Names under which files of rows and objects give a report's fields. The first one present wins: isnad's own, then
// those of news-please (maintext, date_publish, source_domain), trafilatura (raw_text, date, sitename, hostname,
// fingerprint), Media Cloud (stories_id, media_name, publish_date) and JSON Feed (content_text, date_published).
#pragma once

#include <array>

namespace isnad::report_fields {

inline constexpr std::array id_names = {"id", "fingerprint", "stories_id", "guid"};
inline constexpr std::array outlet_names = {"outlet", "sitename", "media_name", "source_domain", "hostname"};
inline constexpr std::array published_names = {"published",    "date_publish",   "publish_date",
                                               "published_at", "date_published", "date"};
inline constexpr std::array url_names = {"url", "link", "source"};
inline constexpr std::array title_names = {"title", "headline"};
inline constexpr std::array text_names = {"text",       "maintext", "raw_text", "content_text",
                                          "story_text", "body",     "content"};

}  // namespace isnad::report_fields

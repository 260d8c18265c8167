// Exports of Telegram Desktop: result.json and messages.html. Each message with words is a report; its outlet is the
// channel, and who it was forwarded from stands in a note.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/sink.h"

namespace isnad {

// Messages of a chat, or of all chats of an account, appended to `documents`; false where the object is no export.
bool read_telegram_json(const simdjson::dom::object& object, const std::string& place,
                        std::vector<Document>& documents);

// True where the bytes are those of a messages.html.
bool looks_like_telegram(std::string_view page);
void read_telegram_page(std::string_view page, const Part& part, ReportSink& sink);

// "04.05.2021 10:22:11 UTC+03:00" → "2021-05-04T10:22:11+03:00"; empty where it is no such time.
std::string telegram_time(std::string_view title);

}  // namespace isnad

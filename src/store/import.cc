#include "store/import.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/line_reader.h"
#include "read/json_reports.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

constexpr size_t max_line_bytes = 64u << 20;

std::string text_of(const dom::object& object, const char* name) {
  std::string_view text;
  return object.at_key(name).get(text) ? std::string() : std::string(text);
}

// The correction of a line, if it is one. Throws Error(bad_format) where it is a wrong one.
std::optional<StoredCorrection> correction_of(dom::parser& parser, const std::string& line, const std::string& place) {
  dom::element root;
  dom::object object;
  if (parser.parse(line).get(root) || root["correction"].get(object)) return std::nullopt;
  StoredCorrection stored;
  const auto kind = correction_named(text_of(object, "kind"));
  stored.correction.subject = text_of(object, "subject");
  stored.correction.note = text_of(object, "note");
  stored.correction.author = text_of(object, "author");
  stored.correction.time = text_of(object, "time");
  stored.revoked = text_of(object, "revoked");
  dom::array objects;
  if (!object.at_key("objects").get(objects)) {
    for (const dom::element item : objects) {
      if (std::string_view text; !item.get(text)) stored.correction.objects.emplace_back(text);
    }
  }
  const bool names = kind == CorrectionKind::same || kind == CorrectionKind::different;
  if (!kind || stored.correction.subject.empty() || stored.correction.author.empty() ||
      (names && stored.correction.objects.size() != 1)) {
    throw Error(ErrorCode::bad_format, place, "this is no correction");
  }
  stored.correction.kind = *kind;
  return stored;
}

}  // namespace

std::vector<StoredCorrection> read_export(const std::string& path, const std::function<void(Document&&)>& on_report,
                                          const std::function<void(const ReadProblem&)>& on_problem) {
  FileStream in(path);
  std::vector<StoredCorrection> corrections;
  JsonReports reports;
  dom::parser parser;
  LineReader lines(in, max_line_bytes);
  for (auto got = lines.next(); got != LineReader::Result::end; got = lines.next()) {
    const std::string place = fmt::format("{}:{}", path, lines.number());
    if (got == LineReader::Result::too_long) {
      on_problem({place, "the line is too long"});
      continue;
    }
    const std::string line(lines.line());
    try {
      if (auto correction = correction_of(parser, line, place)) {
        corrections.push_back(std::move(*correction));
        continue;
      }
      for (Document& document : reports.parse(line, place)) {
        if (document.text.empty() || document.id.empty()) {
          on_problem({place, "a report needs an id and a text"});
        } else {
          on_report(std::move(document));
        }
      }
    } catch (const Error& error) {
      on_problem({place, std::string(error.what()).substr(place.size() + 2)});
    }
  }
  return corrections;
}

size_t import_corrections(Database& database, const std::vector<StoredCorrection>& corrections) {
  Transaction transaction(database);
  const std::vector<StoredCorrection> there = read_corrections(database);
  size_t added = 0;
  for (const StoredCorrection& stored : corrections) {
    const Correction& c = stored.correction;
    const bool known = std::any_of(there.begin(), there.end(), [&](const StoredCorrection& other) {
      const Correction& o = other.correction;
      return o.kind == c.kind && o.subject == c.subject && o.objects == c.objects && o.author == c.author &&
             o.time == c.time;
    });
    if (known) continue;
    put_correction(database, stored);
    ++added;
  }
  transaction.commit();
  return added;
}

}  // namespace isnad

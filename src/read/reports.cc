#include "read/reports.h"

#include <simdjson.h>

#include "base/error.h"
#include "base/file.h"
#include "lexicon/table.h"

namespace isnad {
namespace {

std::string field(simdjson::ondemand::object& object, const char* name) {
  std::string_view value;
  if (object[name].get_string().get(value)) return {};
  return std::string(value);
}

}  // namespace

void read_reports(const std::vector<std::string>& inputs, const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem) {
  for (const std::string& path : inputs) try {
      const std::string bytes = read_file(path, uint64_t{1} << 30);
      if (!path.ends_with(".jsonl")) {
        Document document;
        document.id = path;
        document.path = path;
        document.text = bytes;
        on_report(std::move(document));
        continue;
      }
      simdjson::ondemand::parser parser;
      size_t line_number = 0;
      for (const std::string_view line : split(bytes, '\n')) {
        ++line_number;
        if (trim(line).empty()) continue;
        const simdjson::padded_string padded(line);
        simdjson::ondemand::document json;
        simdjson::ondemand::object object;
        const std::string place = path + ":" + std::to_string(line_number);
        if (parser.iterate(padded).get(json) || json.get_object().get(object)) {
          on_problem({place, "the line is not a JSON object"});
          continue;
        }
        Document document;
        document.path = place;
        document.id = field(object, "id");
        document.outlet = field(object, "outlet");
        document.published_given = field(object, "published");
        document.url = field(object, "url");
        document.title = field(object, "title");
        document.text = field(object, "text");
        on_report(std::move(document));
      }
    } catch (const Error& error) {
      on_problem({path, error.what()});
    }
}

}  // namespace isnad

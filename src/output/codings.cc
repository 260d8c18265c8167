#include "output/codings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "document/names.h"

namespace isnad {
namespace {

using Row = std::vector<std::string>;

std::string field(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + '"';
}

void write_row(std::string& out, const Row& row) {
  for (size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + field(row[i]);
  out += "\r\n";  // RFC 4180
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }

class StoryCoder {
 public:
  StoryCoder(const Collection& collection, const Story& story) : collection_(collection), story_(story) {}

  const Toll* toll(Measure measure, Population population, Rule rule) const {
    const auto found = std::find_if(story_.tolls.begin(), story_.tolls.end(), [&](const Toll& it) {
      return it.measure == measure && it.population == population && it.rule == rule;
    });
    return found == story_.tolls.end() ? nullptr : &*found;
  }

  // Of all people; where the reports count categories alone, of the one with most figures.
  const Toll* main_toll(Measure measure, Rule rule) const {
    if (const Toll* all = toll(measure, Population::unspecified, rule)) return all;
    const Toll* best = nullptr;
    for (const Toll& it : story_.tolls) {
      if (it.measure == measure && it.rule == rule && (!best || it.figures.size() > best->figures.size())) best = &it;
    }
    return best;
  }

  // ISO: the story's day, else the first day on which it was published.
  std::string day() const { return story_.date; }

  // 1: the day is told by a date in the reports; 2: it is the day of the first report; 3: none is known.
  std::string time_precision() const {
    if (story_.date.empty()) return "3";
    const bool told =
        std::any_of(collection_.timeline.begin(), collection_.timeline.end(), [&](const TimelineEvent& event) {
          return &collection_.stories[event.story] == &story_ && event.date == story_.date && !event.announced;
        });
    return told ? "1" : "2";
  }

  const Entity* place() const {
    const auto found = std::find_if(collection_.entities.begin(), collection_.entities.end(),
                                    [&](const Entity& entity) { return entity.id == story_.place; });
    return story_.place.empty() || found == collection_.entities.end() ? nullptr : &*found;
  }

  std::string place_name() const { return place() ? place()->name : std::string(); }

  // 1 a town or a named site, 2 an area, 3 a country or nothing.
  std::string place_precision() const {
    if (!place()) return "3";
    const std::string_view id = place()->id;
    if (id.starts_with("country:")) return "3";
    return id.starts_with("region:") || id.starts_with("subdivision:") ? "2" : "1";
  }

  std::set<std::string> outlets(const Toll& toll) const {
    std::set<std::string> names;
    for (const FigureRef& ref : toll.figures) {
      names.insert(label_of(collection_.documents[ref.document]));
    }
    return names;
  }

  static std::string joined(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
    return out;
  }

  const Group* group_of(const Toll& toll) const {
    const auto found = std::find_if(collection_.groups.begin(), collection_.groups.end(), [&](const Group& group) {
      return std::find(group.figures.begin(), group.figures.end(), toll.figures.front()) != group.figures.end();
    });
    return found == collection_.groups.end() ? nullptr : &*found;
  }

  std::string origins(const Toll& toll) const {
    const Group* group = group_of(toll);
    return group ? std::to_string(group->origins.size()) : std::string();
  }

  std::string note(const Toll& toll) const {
    const Group* group = group_of(toll);
    return group && group->relation != Relation::agree ? group->reason : std::string();
  }

  const Story& story() const { return story_; }

 private:
  const Collection& collection_;
  const Story& story_;
};

void acled(std::string& out, const StoryCoder& coder) {
  const Toll* killed = coder.main_toll(Measure::killed, Rule::conservative);
  if (!killed) return;
  const Toll* all = coder.main_toll(Measure::killed, Rule::range);
  write_row(out, {coder.story().id, coder.day(), coder.time_precision(), coder.place_name(), coder.place_precision(),
                  number(killed->min), coder.joined(coder.outlets(*all)), coder.origins(*all),
                  std::string(name_of(killed->grade)), coder.note(*all), coder.story().title});
}

void ucdp(std::string& out, const StoryCoder& coder) {
  const Toll* best = coder.main_toll(Measure::killed, Rule::best_supported);
  if (!best) return;
  const Toll* low = coder.main_toll(Measure::killed, Rule::conservative);
  const Toll* range = coder.main_toll(Measure::killed, Rule::range);
  const Toll* civilians = coder.toll(Measure::killed, Population::civilians, Rule::best_supported);
  write_row(out, {coder.story().id, coder.day(), coder.time_precision(), coder.place_name(), coder.place_precision(),
                  number(low->min), number(best->min), number(range->max), civilians ? number(civilians->min) : "",
                  coder.origins(*range), coder.joined(coder.outlets(*range)), coder.story().title});
}

void airwars(std::string& out, const StoryCoder& coder) {
  for (const Measure measure : {Measure::killed, Measure::injured}) {
    for (const Toll& toll : coder.story().tolls) {
      if (toll.measure != measure || toll.rule != Rule::range) continue;
      // A contested count has the minimum 0: nobody knows whether it holds.
      const std::string low = toll.grade == Grade::contested ? "0" : number(toll.min);
      write_row(out, {coder.story().id, coder.day(), coder.place_name(), std::string(name_of(measure)),
                      std::string(name_of(toll.population)), low, number(toll.max), std::string(name_of(toll.grade)),
                      toll.grade == Grade::conceded ? number(toll.min) : "", coder.origins(toll),
                      coder.joined(coder.outlets(toll)), coder.story().title});
    }
  }
}

}  // namespace

std::optional<Coding> coding_named(std::string_view name) {
  if (name == "acled") return Coding::acled;
  if (name == "ucdp") return Coding::ucdp;
  if (name == "airwars") return Coding::airwars;
  return std::nullopt;
}

std::string codings_csv(const Collection& collection, Coding coding) {
  std::string out;
  switch (coding) {
    case Coding::acled:
      write_row(out, {"story", "event_date", "time_precision", "location", "geo_precision", "fatalities", "source",
                      "independent_origins", "grade", "notes", "title"});
      break;
    case Coding::ucdp:
      write_row(out, {"story", "date_start", "date_prec", "where", "where_prec", "low", "best", "high",
                      "deaths_civilians", "independent_origins", "source_article", "title"});
      break;
    case Coding::airwars:
      write_row(out, {"story", "date", "location", "harm", "category", "min", "max", "grade", "conceded",
                      "independent_origins", "sources", "title"});
      break;
  }
  for (const Story& story : collection.stories) {
    const StoryCoder coder(collection, story);
    if (coding == Coding::acled) acled(out, coder);
    if (coding == Coding::ucdp) ucdp(out, coder);
    if (coding == Coding::airwars) airwars(out, coder);
  }
  return out;
}

}  // namespace isnad

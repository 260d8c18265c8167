#include "search/filters.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr size_t max_entities = 200;  // of a name

void fold_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto* text = static_cast<const char*>(static_cast<const void*>(sqlite3_value_text(arguments[0])));
  if (!text) return sqlite3_result_null(context);
  const std::string result = folded({text, static_cast<size_t>(sqlite3_value_bytes(arguments[0]))});
  sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void add_fold(Database& database) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  if (sqlite3_create_function_v2(database.handle(), "fold", 1, flags, nullptr, fold_function, nullptr, nullptr,
                                 nullptr) != SQLITE_OK) {
    database.fail();
  }
}

std::vector<std::string> outlets_like(Database& database, const std::string& name) {
  std::vector<std::string> exact, like;
  const std::string wanted = folded(name);
  Query query(database, "SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL");
  while (query.step()) {
    const std::string outlet = folded(query.text(0));
    if (outlet == wanted) exact.push_back(query.string(0));
    if (outlet.find(wanted) != std::string::npos) like.push_back(query.string(0));
  }
  return exact.empty() ? like : exact;
}

class Conditions {
 public:
  Conditions(Database& database, const Lexicon& lexicon) : database_(database), lexicon_(lexicon) {}

  void add(const QueryFilter& filter) {
    switch (filter.filter) {
      case SearchFilter::outlet: return one_of("d.outlet", outlets_like(database_, filter.value), filter);
      case SearchFilter::from:
      case SearchFilter::to: return day(filter);
      case SearchFilter::person: return named(filter, "person");
      case SearchFilter::place: return named(filter, "location");
      case SearchFilter::measure: return measure(filter);
      case SearchFilter::figure: return figure(filter);
      case SearchFilter::speaker: return speaker(filter, "speaker");
      case SearchFilter::origin: return speaker(filter, "origin");
      case SearchFilter::story:
        return condition(filter, "d.document IN (SELECT document FROM story_documents WHERE story = ?)",
                         {filter.value});
    }
  }

  // Measure and range hold of one figure.
  void close() {
    if (figures_.empty()) return;
    sql.condition += " AND EXISTS(SELECT 1 FROM figures f WHERE f.document = d.document" + figures_ + ")";
    sql.texts.insert(sql.texts.end(), figure_texts_.begin(), figure_texts_.end());
  }

  FilterSql sql;

 private:
  void condition(const QueryFilter& filter, const std::string& text, const std::vector<std::string>& texts) {
    sql.condition += (filter.excluded ? " AND NOT coalesce(" : " AND (") + text + (filter.excluded ? ", 0)" : ")");
    sql.texts.insert(sql.texts.end(), texts.begin(), texts.end());
  }

  void problem(const QueryFilter& filter, const char* sentence) {
    sql.problems.push_back(fmt::format("'{}': {}", filter.value, sentence));
  }

  static std::string places(size_t count) {
    std::string marks;
    for (size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
    return "(" + marks + ")";
  }

  void one_of(const std::string& column, const std::vector<std::string>& values, const QueryFilter& filter) {
    condition(filter, column + " IN " + places(values.size()), values);
  }

  void day(const QueryFilter& filter) {
    const bool last = filter.filter == SearchFilter::to;
    const std::string day = parse_day(filter.value, last);
    if (day.empty()) return problem(filter, "no day; days are written as 2015-07-21, 2015-07 or 2015");
    // "~" sorts behind every time of the day.
    condition(filter, last ? "d.published <= ? || '~'" : "d.published >= ?", {day});
  }

  void named(const QueryFilter& filter, const char* type) {
    one_of("d.document IN (SELECT document FROM mentions WHERE entity", entities_named(database_, filter.value, type),
           filter, ")");
  }

  void one_of(const std::string& column, const std::vector<std::string>& values, const QueryFilter& filter,
              const char* end) {
    condition(filter, column + " IN " + places(values.size()) + end, values);
  }

  void measure(const QueryFilter& filter) {
    const auto found = lexicon_.search.measure_names.find(folded(filter.value));
    if (found == lexicon_.search.measure_names.end()) return problem(filter, "no measure");
    if (filter.excluded) {
      return condition(filter, "EXISTS(SELECT 1 FROM figures f WHERE f.document = d.document AND f.measure = ?)",
                       {found->second});
    }
    figures_ += " AND f.measure = ?";
    figure_texts_.push_back(found->second);
  }

  void figure(const QueryFilter& filter) {
    const auto range = parse_range(filter.value);
    if (!range) return problem(filter, "no range; ranges are written as 10..20, 10.. or ..20");
    std::string text;
    std::vector<std::string> texts;
    if (range->min) {
      text += " AND coalesce(f.max, f.min) >= CAST(? AS REAL)";
      texts.push_back(fmt::format("{}", *range->min));
    }
    if (range->max) {
      text += " AND coalesce(f.min, f.max) <= CAST(? AS REAL)";
      texts.push_back(fmt::format("{}", *range->max));
    }
    if (filter.excluded)
      return condition(filter, "EXISTS(SELECT 1 FROM figures f WHERE f.document = d.document" + text + ")", texts);
    figures_ += text;
    figure_texts_.insert(figure_texts_.end(), texts.begin(), texts.end());
  }

  void speaker(const QueryFilter& filter, const char* column) {
    add_fold(database_);
    const bool by_entity = filter.filter == SearchFilter::speaker;
    std::vector<std::string> texts = {folded(filter.value)};
    std::string text = fmt::format(
        "EXISTS(SELECT 1 FROM statements q WHERE q.document = d.document AND (instr(fold(q.{}), ?) > 0", column);
    if (by_entity) {
      const std::vector<std::string> entities = entities_named(database_, filter.value, "");
      text += " OR q.speaker_entity IN " + places(entities.size());
      texts.insert(texts.end(), entities.begin(), entities.end());
    }
    condition(filter, text + "))", texts);
  }

  Database& database_;
  const Lexicon& lexicon_;
  std::string figures_;
  std::vector<std::string> figure_texts_;
};

}  // namespace

std::vector<std::string> entities_named(Database& database, std::string_view name, std::string_view type) {
  std::vector<std::string> ids;
  Query query(database,
              "SELECT n.entity FROM names n JOIN entities e USING(entity) WHERE (n.name = ?1 OR n.entity = ?2)"
              " AND (?3 = '' OR e.type = ?3) GROUP BY n.entity ORDER BY sum(n.count) DESC LIMIT ?4");
  for (query.bind(folded(name), name, type, static_cast<int64_t>(max_entities)); query.step();)
    ids.push_back(query.string(0));
  return ids;
}

FilterSql filter_sql(Database& database, const std::vector<QueryFilter>& filters, const Lexicon& lexicon) {
  Conditions conditions(database, lexicon);
  for (const QueryFilter& filter : filters) conditions.add(filter);
  conditions.close();
  return std::move(conditions.sql);
}

}  // namespace isnad

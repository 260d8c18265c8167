#include "search/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/calendar.h"
#include "base/fold.h"
#include "search/filters.h"
#include "search/suggestions.h"
#include "search/terms_match.h"
#include "store/schema.h"

namespace isnad {
namespace {

constexpr double half_life_days = 30;     // of freshness
constexpr double freshness_weight = 0.5;  // a report of the newest day scores by so much higher
constexpr double entity_only_score = 1;   // of a report that has the name only in another spelling
constexpr size_t facet_reports = 500;     // the best hits of which names and measures are counted
constexpr size_t facet_values = 12;
constexpr double dominant_share = 0.8;  // of a spelling's uses, for it to mean one entity

struct Match {
  int64_t key = 0;
  double score = 0;
  std::string outlet, day;
};

int32_t number_of_day(std::string_view day) {
  if (day.size() < 10) return 0;
  int parts[3] = {0, 0, 0};
  std::from_chars(day.data(), day.data() + 4, parts[0]);
  std::from_chars(day.data() + 5, day.data() + 7, parts[1]);
  std::from_chars(day.data() + 8, day.data() + 10, parts[2]);
  return day_number(parts[0], parts[1], parts[2]);
}

std::vector<FacetValue> largest(const std::map<std::string, uint32_t>& counts) {
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) values.push_back({value, value, count});
  std::stable_sort(values.begin(), values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  if (values.size() > facet_values) values.resize(facet_values);
  return values;
}

// The terms of a name that stand one behind another in the query, and whom they name.
struct NameInQuery {
  size_t first = 0, count = 0;
  std::string entity;
};

}  // namespace

struct Searcher::State {
  State(const std::string& path, const Lexicon& tables) : database(path, Database::Mode::reader), lexicon(tables) {
    require_schema(database);
  }

  std::vector<Match> run(const std::string& expression, const FilterSql& filter, const std::string& entity);
  std::vector<Match> run_filters(const FilterSql& filter);
  std::vector<Match> with_names(const std::vector<MatchTerm>& terms, const FilterSql& filter);
  NameInQuery name_in(const std::vector<MatchTerm>& terms);
  void rank(std::vector<Match>& matches);
  void fill(SearchHit& hit, const std::vector<MatchTerm>& terms, bool snippets);
  SearchFacets facets(const std::vector<Match>& matches);
  std::vector<FacetValue> entity_facet(const std::vector<Match>& matches, const char* type);

  Database database;
  const Lexicon& lexicon;
};

// Reports that match the expression and pass the filters; with an entity, only those that name it.
std::vector<Match> Searcher::State::run(const std::string& expression, const FilterSql& filter,
                                        const std::string& entity) {
  std::string sql =
      "SELECT s.rowid, bm25(search, 8.0, 1.0, 0.5), d.outlet, substr(d.published, 1, 10) FROM search s"
      " CROSS JOIN documents d ON d.document = s.rowid WHERE search MATCH ? AND NOT d.excluded";
  if (!entity.empty()) sql += " AND s.rowid IN (SELECT document FROM mentions WHERE entity = ?)";
  Query query(database, sql + filter.condition);
  int at = 0;
  query.put(++at, expression);
  if (!entity.empty()) query.put(++at, entity);
  for (const std::string& text : filter.texts) query.put(++at, text);
  std::vector<Match> matches;
  while (query.step()) matches.push_back({query.number(0), -query.real(1), query.string(2), query.string(3)});
  return matches;
}

// Reports that pass the filters, where the query has no words.
std::vector<Match> Searcher::State::run_filters(const FilterSql& filter) {
  Query query(database,
              "SELECT d.document, d.outlet, substr(d.published, 1, 10) FROM documents d WHERE NOT d.excluded" +
                  filter.condition);
  int at = 0;
  for (const std::string& text : filter.texts) query.put(++at, text);
  std::vector<Match> matches;
  while (query.step()) matches.push_back({query.number(0), 1, query.string(1), query.string(2)});
  return matches;
}

// The longest run of words that is a spelling of, nearly always, one entity.
NameInQuery Searcher::State::name_in(const std::vector<MatchTerm>& terms) {
  NameInQuery best;
  Query uses(database, "SELECT entity, count FROM names WHERE name = ? ORDER BY count DESC");
  const auto is_word = [](const MatchTerm& term) { return !term.excluded && term.phrase.empty(); };
  for (size_t first = 0; first < terms.size(); ++first) {
    std::string name;
    for (size_t last = first; last < terms.size() && is_word(terms[last]); ++last) {
      name += (name.empty() ? "" : " ") + folded(terms[last].typed);
      if (last + 1 - first <= best.count) continue;
      double all = 0, most = 0;
      std::string entity;
      for (uses.bind(name); uses.step(); all += uses.real(1)) {
        if (entity.empty()) {
          entity = uses.string(0);
          most = uses.real(1);
        }
      }
      if (!entity.empty() && most >= dominant_share * all) best = {first, last + 1 - first, entity};
    }
  }
  return best;
}

// Reports with all words; a name is found in its other spellings too.
std::vector<Match> Searcher::State::with_names(const std::vector<MatchTerm>& terms, const FilterSql& filter) {
  std::vector<Match> matches = run(match_expression(terms, false), filter, {});
  const NameInQuery name = name_in(terms);
  if (name.count == 0) return matches;
  std::vector<MatchTerm> rest;
  for (size_t t = 0; t < terms.size(); ++t) {
    if (t < name.first || t >= name.first + name.count) rest.push_back(terms[t]);
  }
  std::unordered_set<int64_t> found;
  for (const Match& match : matches) found.insert(match.key);
  FilterSql of_entity = filter;
  std::vector<Match> more;
  if (const std::string expression = match_expression(rest, false); !expression.empty()) {
    more = run(expression, filter, name.entity);
  } else if (rest.empty()) {
    of_entity.condition += " AND d.document IN (SELECT document FROM mentions WHERE entity = ?)";
    of_entity.texts.push_back(name.entity);
    more = run_filters(of_entity);
    for (Match& match : more) match.score = entity_only_score;
  }
  for (Match& match : more) {
    if (!found.contains(match.key)) matches.push_back(std::move(match));
  }
  return matches;
}

// Sorts by score and freshness.
void Searcher::State::rank(std::vector<Match>& matches) {
  Query newest(database, "SELECT max(published) FROM documents");
  const int32_t today = newest.step() ? number_of_day(newest.text(0)) : 0;
  for (Match& match : matches) {
    if (match.day.empty()) continue;
    const double age = std::max(0, today - number_of_day(match.day));
    match.score *= 1 + freshness_weight * std::exp2(-age / half_life_days);
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : a.day != b.day ? a.day > b.day : a.key > b.key;
  });
}

void Searcher::State::fill(SearchHit& hit, const std::vector<MatchTerm>& terms, bool snippets) {
  Query row(database,
            "SELECT d.id, d.title, d.outlet, d.published, t.text,"
            " (SELECT story FROM story_documents m WHERE m.document = d.document AND NOT in_part)"
            " FROM documents d JOIN texts t USING(document) WHERE d.document = ?");
  if (!row.bind(hit.key).step()) return;
  hit.id = row.string(0);
  hit.title = row.string(1);
  hit.outlet = row.string(2);
  hit.published = row.string(3);
  hit.story = row.string(5);
  if (!snippets) return;
  Snippet snippet = make_snippet(row.string(4), terms, lexicon);
  hit.snippet = std::move(snippet.text);
  hit.marks = std::move(snippet.marks);
  hit.passage = snippet.passage;
  hit.places = std::move(snippet.places);
}

// Names in the best hits, by the number of hits.
std::vector<FacetValue> Searcher::State::entity_facet(const std::vector<Match>& matches, const char* type) {
  std::map<std::string, uint32_t> counts;
  Query query(database, "SELECT DISTINCT entity FROM mentions WHERE document = ? AND type = ? AND entity IS NOT NULL");
  for (size_t m = 0; m < std::min(matches.size(), facet_reports); ++m) {
    for (query.bind(matches[m].key, type); query.step();) ++counts[query.string(0)];
  }
  std::vector<FacetValue> values = largest(counts);
  Query name(database, "SELECT name FROM entities WHERE entity = ?");
  for (FacetValue& value : values) {
    if (name.bind(value.value).step()) value.label = name.string(0);
  }
  return values;
}

SearchFacets Searcher::State::facets(const std::vector<Match>& matches) {
  SearchFacets facets;
  std::map<std::string, uint32_t> outlets, days, measures;
  for (const Match& match : matches) {
    if (!match.outlet.empty()) ++outlets[match.outlet];
    if (!match.day.empty()) ++days[match.day];
  }
  Query query(database, "SELECT DISTINCT measure FROM figures WHERE document = ?");
  for (size_t m = 0; m < std::min(matches.size(), facet_reports); ++m) {
    for (query.bind(matches[m].key); query.step();) ++measures[query.string(0)];
  }
  facets.outlets = largest(outlets);
  facets.days = largest(days);
  facets.measures = largest(measures);
  facets.places = entity_facet(matches, "location");
  facets.persons = entity_facet(matches, "person");
  return facets;
}

Searcher::Searcher(const std::string& path, const Lexicon& lexicon) : state_(std::make_unique<State>(path, lexicon)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;

SearchResult Searcher::search(std::string_view typed, const SearchOptions& options) {
  State& state = *state_;
  const std::string text = clean_query(typed);
  const SearchQuery query = parse_query(text, state.lexicon.search);
  const std::vector<MatchTerm> terms = match_terms(query, state.lexicon);
  SearchResult result;
  const Snapshot snapshot(state.database);
  FilterSql filter = filter_sql(state.database, query.filters, state.lexicon);
  result.problems = std::move(filter.problems);
  const std::string all = match_expression(terms, false);
  std::vector<Match> matches;
  if (!all.empty()) {
    matches = state.with_names(terms, filter);
    if (matches.empty()) result.did_you_mean = suggestion(state.database, text, terms);
    if (matches.empty() && terms.size() > 1) {
      matches = state.run(match_expression(terms, true), filter, {});
      result.relaxed = !matches.empty();
    }
  } else if (!filter.condition.empty()) {
    matches = state.run_filters(filter);
  }
  state.rank(matches);
  result.total = static_cast<uint32_t>(matches.size());
  for (size_t m = options.offset; m < std::min<size_t>(matches.size(), size_t(options.offset) + options.limit); ++m) {
    SearchHit& hit = result.hits.emplace_back();
    hit.key = matches[m].key;
    hit.score = matches[m].score;
    state.fill(hit, terms, options.snippets);
  }
  if (options.facets) result.facets = state.facets(matches);
  return result;
}

}  // namespace isnad

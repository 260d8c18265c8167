#include "search/suggestions.h"

#include <algorithm>
#include <optional>

#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t few_letters = 4;
constexpr int64_t least_reports = 2;  // of a word, to be suggested: a slip of one report is none

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    letters += found.value;
    at += found.size;
  }
  return letters;
}

bool known(Database& database, const MatchTerm& term) {
  // Not from search_terms: that would count the reports of the word.
  Query query(database, "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1");
  const auto has = [&](const std::string& word) { return query.bind("\"" + word + "\"").step(); };
  if (!term.phrase.empty()) return std::all_of(term.phrase.begin(), term.phrase.end(), has);
  return std::any_of(term.lemmas.begin(), term.lemmas.end(), has) ||
         std::any_of(term.forms.begin(), term.forms.end(), has);
}

// The nearest word of the index that begins with the same letter.
std::optional<std::string> nearest(Database& database, const std::string& word) {
  const std::u32string wanted = letters_of(word);
  if (wanted.size() < 2) return std::nullopt;
  const unsigned limit = wanted.size() <= few_letters ? 1 : 2;
  std::string first;
  append_utf8(first, wanted.front());
  std::string behind;
  append_utf8(behind, wanted.front() + 1);
  Query query(database, "SELECT term, doc FROM search_terms WHERE term >= ? AND term < ?");
  std::optional<std::string> best;
  unsigned best_distance = limit + 1;
  int64_t best_reports = 0;
  for (query.bind(first, behind); query.step();) {
    const std::string_view term = query.text(0);
    const int64_t reports = query.number(1);
    if (reports < least_reports || term.size() > 2 * (word.size() + limit)) continue;
    const std::u32string letters = letters_of(term);
    if (letters.size() > wanted.size() + limit || letters.size() + limit < wanted.size()) continue;
    const unsigned distance = edit_distance(wanted, letters, limit);
    if (distance > limit || distance == 0) continue;
    if (distance < best_distance || (distance == best_distance && reports > best_reports)) {
      best = std::string(term);
      best_distance = distance;
      best_reports = reports;
    }
  }
  return best;
}

}  // namespace

unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit) {
  std::vector<unsigned> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i);
    unsigned least = row[0];
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1] ? 1U : 0U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return std::min(last[b.size()], limit + 1);
}

std::string suggestion(Database& database, std::string_view query, const std::vector<MatchTerm>& terms) {
  std::string mended(query);
  bool changed = false;
  for (const MatchTerm& term : terms) {
    if (term.excluded || !term.phrase.empty() || term.forms.size() != 1 || known(database, term)) continue;
    const std::optional<std::string> better = nearest(database, *term.forms.begin());
    const size_t at = mended.find(term.typed);
    if (!better || at == std::string::npos) continue;
    mended.replace(at, term.typed.size(), *better);
    changed = true;
  }
  return changed ? mended : std::string();
}

}  // namespace isnad

#include "lexicon/pages.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/fold.h"
#include "lexicon/lines.h"

namespace isnad {
namespace {

[[noreturn]] void refuse(const Table& table, size_t row, std::string_view cell, const std::string& allowed) {
  throw Error(ErrorCode::bad_format, table.name() + ".tsv:" + std::to_string(table.line(row)),
              "'" + std::string(cell) + "' is not one of " + allowed);
}

// The place of the cell among the names that the column may hold.
template <size_t count>
size_t one_of(const Table& table, size_t row, std::string_view column,
              const std::array<std::string_view, count>& names) {
  const std::string_view cell = table.cell(row, column);
  const auto found = std::find(names.begin(), names.end(), cell);
  if (found == names.end()) {
    std::string allowed;
    for (const std::string_view name : names) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    refuse(table, row, cell, allowed);
  }
  return static_cast<size_t>(found - names.begin());
}

void load_outlets(const Table& table, PageLexicon& lexicon) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto index = static_cast<uint32_t>(lexicon.outlets.size());
    Outlet outlet;
    outlet.id = table.cell(row, "id");
    outlet.name = table.cell(row, "name");
    outlet.latin = table.cell(row, "latin");
    outlet.kind = table.cell(row, "kind");
    outlet.country = table.cell(row, "country");
    for (const std::string_view domain : table.alternatives(row, "domain")) {
      lexicon.by_domain.insert({std::string(domain), index});
    }
    for (const std::string_view name : table.alternatives(row, "aliases"))
      lexicon.by_name.insert({folded(name), index});
    lexicon.by_name.insert({folded(outlet.name), index});
    if (!outlet.latin.empty()) lexicon.by_name.insert({folded(outlet.latin), index});
    lexicon.outlets.push_back(std::move(outlet));
  }
}

void load_marks(const Table& table, PageLexicon& lexicon) {
  constexpr std::array<std::string_view, 8> names = {"drop", "body",   "title", "caption",
                                                     "date", "byline", "live",  "keep"};
  for (size_t row = 0; row < table.size(); ++row) {
    const auto mark = PageMark(1U << one_of(table, row, "kind", names));
    lexicon.marks.insert({std::string(table.cell(row, "words")), mark});
  }
}

void load_metadata(const Table& table, PageLexicon& lexicon) {
  constexpr std::array<std::string_view, 8> fields = {"published", "updated", "title",    "site",
                                                      "author",    "url",     "language", "type"};
  for (size_t row = 0; row < table.size(); ++row) {
    const auto field = MetaField(one_of(table, row, "field", fields));
    lexicon.metadata.insert({std::string(table.cell(row, "name")), {field, static_cast<uint32_t>(row)}});
  }
}

// A folded phrase with one blank between its words and nothing else.
std::string words_of(std::string_view phrase) {
  const std::string text = folded(phrase);
  std::string joined;
  for (const std::string_view run : letter_runs(text)) joined.append(joined.empty() ? "" : " ").append(run);
  return joined;
}

void load_dates(const TableSource& source, PageLexicon& lexicon) {
  constexpr std::array<std::string_view, 3> fields = {"published", "updated", "other"};
  const Table labels = source.table("pages/date_labels");
  for (size_t row = 0; row < labels.size(); ++row) {
    lexicon.labels.insert({words_of(labels.cell(row, "phrase")), DateLabel(one_of(labels, row, "field", fields))});
  }
  const Table months = source.table("times/months");
  for (size_t row = 0; row < months.size(); ++row) {
    const PageMonth month{months.cell(row, "calendar") == "hijri", static_cast<int>(months.number(row, "month"))};
    for (const std::string_view name : months.alternatives(row, "names"))
      lexicon.months.insert({words_of(name), month});
  }
  const Table latin = source.table("pages/latin_months");
  for (size_t row = 0; row < latin.size(); ++row) {
    const PageMonth month{false, static_cast<int>(latin.number(row, "month"))};
    for (const std::string_view name : latin.alternatives(row, "names")) lexicon.months.insert({words_of(name), month});
  }
  const Table weekdays = source.table("times/weekdays");
  for (size_t row = 0; row < weekdays.size(); ++row) {
    const int day = static_cast<int>(weekdays.number(row, "day"));
    for (const char* column : {"names", "bare"}) {
      for (const std::string_view name : weekdays.alternatives(row, column))
        lexicon.weekdays.insert({words_of(name), day});
    }
  }
}

void load_furniture(const Table& table, PageLexicon& lexicon) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view match = table.cell(row, "match");
    const PhrasePlace place = match == "start"    ? PhrasePlace::start
                              : match == "inside" ? PhrasePlace::inside
                                                  : PhrasePlace::whole;
    const std::string phrase = words_of(table.cell(row, "phrase"));
    if (!phrase.empty()) lexicon.furniture.insert({phrase, place});
  }
}

void index_openers(PageLexicon& lexicon) {
  for (const auto& [phrase, place] : lexicon.furniture)
    lexicon.openers.insert({phrase.substr(0, phrase.find(' ')), true});
}

}  // namespace

const Outlet* PageLexicon::outlet_of_host(std::string_view host) const {
  while (host.find('.') != std::string_view::npos) {
    if (const auto found = by_domain.find(std::string(host)); found != by_domain.end()) return &outlets[found->second];
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

const Outlet* PageLexicon::outlet_named(std::string_view name) const {
  const auto found = by_name.find(folded(name));
  return found == by_name.end() ? nullptr : &outlets[found->second];
}

PageLexicon load_pages(const TableSource& source) {
  PageLexicon lexicon;
  for (const std::string& name : source.names("outlets/")) load_outlets(source.table(name), lexicon);
  load_outlets(source.table("names/agencies_outlets"), lexicon);
  load_marks(source.table("pages/marks"), lexicon);
  load_metadata(source.table("pages/metadata"), lexicon);
  load_dates(source, lexicon);
  constexpr std::array<std::string_view, 2> kinds = {"notice", "comments"};
  const Table notices = source.table("pages/notices");
  for (size_t row = 0; row < notices.size(); ++row) {
    const auto place = one_of(notices, row, "kind", kinds) == 0 ? PhrasePlace::notice : PhrasePlace::comments;
    lexicon.furniture.insert({words_of(notices.cell(row, "phrase")), place});
  }
  load_furniture(source.table("lines/boilerplate"), lexicon);
  index_openers(lexicon);
  return lexicon;
}

}  // namespace isnad

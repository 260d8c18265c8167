#include "lexicon/names.h"

#include <algorithm>

#include "base/error.h"

namespace isnad {
namespace {

NameType type_named(const Table& table, size_t row) {
  const std::string_view type = table.cell(row, "type");
  if (type == "person") return NameType::person;
  if (type == "organization") return NameType::organization;
  if (type == "location") return NameType::location;
  throw Error(ErrorCode::bad_format, table.name() + ".tsv:" + std::to_string(table.line(row)),
              "'" + std::string(type) + "' is no type of name");
}

struct Loader {
  NameLexicon& names;
  Vocabulary& vocabulary;

  void mark(FormId form, uint32_t bits) {
    if (form >= names.classes.size()) names.classes.resize(form + 1024);
    names.classes[form] |= bits;
  }
  void add_spelling(std::string_view spelling, uint32_t name, bool ambiguous) {
    names.phrases.add(vocabulary.add_phrase(spelling), static_cast<uint32_t>(names.spellings.size()));
    names.spellings.push_back({name, ambiguous});
  }
  void add_known(const Table& table) {
    const bool has_ambiguous = table.has_column("ambiguous");
    for (size_t row = 0; row < table.size(); ++row) {
      const auto name = static_cast<uint32_t>(names.known.size());
      names.known.push_back({type_named(table, row), std::string(table.cell(row, "id")), std::string(table.cell(row, "name"))});
      std::vector<std::string_view> ambiguous;
      if (has_ambiguous) ambiguous = table.alternatives(row, "ambiguous");
      const auto add = [&](std::string_view spelling) {
        add_spelling(spelling, name, std::find(ambiguous.begin(), ambiguous.end(), spelling) != ambiguous.end());
      };
      add(names.known.back().name);
      for (const std::string_view alias : table.alternatives(row, "aliases")) add(alias);
    }
  }
};

}  // namespace

NameLexicon load_names(const TableSource& source, Vocabulary& vocabulary) {
  NameLexicon names;
  Loader loader{names, vocabulary};
  std::vector<std::string> tables = source.names("names/");
  // A spelling given twice keeps its first row: a country before its capital, written tables before GeoNames.
  const auto rank = [](const std::string& name) { return name == "names/countries" ? 0 : name == "names/geonames_cities" ? 2 : 1; };
  std::stable_sort(tables.begin(), tables.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  for (const std::string& name : tables) {
    const Table table = source.table(name);
    if (table.has_column("id") && table.has_column("type")) loader.add_known(table);
  }
  names.model = read_name_model(source.bytes("models/names.bin"), "models/names.bin");
  return names;
}

}  // namespace isnad

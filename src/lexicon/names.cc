#include "lexicon/names.h"

#include <algorithm>

#include "base/error.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

Error bad_cell(const Table& table, size_t row, std::string_view cell, const char* what) {
  return Error(ErrorCode::bad_format, table.place(row), "'" + std::string(cell) + "' is no " + what);
}

NameType type_named(const Table& table, size_t row) {
  const std::string_view type = table.cell(row, "type");
  if (type == "person") return NameType::person;
  if (type == "organization") return NameType::organization;
  if (type == "location") return NameType::location;
  throw bad_cell(table, row, type, "type of name");
}

class Loader {
 public:
  Loader(NameLexicon& names, Vocabulary& vocabulary) : names_(names), vocabulary_(vocabulary) {}

  void add_known(const Table& table) {
    const bool is_weak = table.has_column("population");  // GeoNames' towns often are ordinary words
    const bool has_ambiguous = table.has_column("ambiguous"), has_latin = table.has_column("latin");
    for (size_t row = 0; row < table.size(); ++row) {
      const auto name = static_cast<uint32_t>(names_.known.size());
      names_.known.push_back({type_named(table, row), std::string(table.cell(row, "id")),
                              std::string(table.cell(row, "name")),
                              std::string(has_latin ? table.cell(row, "latin") : "")});
      std::vector<std::string_view> ambiguous;
      if (has_ambiguous) ambiguous = table.alternatives(row, "ambiguous");
      const auto add = [&](std::string_view spelling) {
        const bool weak = is_weak && spelling.find(' ') == std::string_view::npos;
        add_spelling(spelling, name,
                     weak || std::find(ambiguous.begin(), ambiguous.end(), spelling) != ambiguous.end());
        add_without_head(spelling, name);
      };
      add(names_.known.back().name);
      for (const std::string_view alias : table.alternatives(row, "aliases")) add(alias);
      if (table.has_column("nationality")) add_nationality(table, row, name);
    }
  }

  void add_particles(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string form = folded(table.cell(row, "particle"));
      const std::string_view kind = table.cell(row, "kind"), position = table.cell(row, "position");
      if (form.find(' ') != std::string::npos) continue;
      const uint32_t bits = position == "last"    ? name_class::name_end
                            : kind == "filiation" ? name_class::filiation
                            : kind == "foreign"   ? name_class::particle
                                                  : name_class::compound;
      mark(vocabulary_.add(form), bits);
    }
  }

  // The user's own names: certain wherever they stand. A row without an id gets one of its name.
  void add_own(const Table& table) {
    const auto fail = [&](size_t row, const std::string& what) {
      return Error(ErrorCode::bad_format, table.place(row), what);
    };
    const bool has_id = table.has_column("id"), has_aliases = table.has_column("aliases");
    const bool has_latin = table.has_column("latin");
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view spelled = table.cell(row, "name");
      if (spelled.empty()) throw fail(row, "the row has no name");
      std::string id(has_id ? table.cell(row, "id") : "");
      if (id.empty()) id = "own:" + std::string(spelled);
      const NameType type = type_named(table, row);
      const auto name = static_cast<uint32_t>(names_.known.size());
      for (const KnownName& other : names_.known) {
        if (other.id == id && other.type != type) throw fail(row, "'" + id + "' is the id of a name of another type");
      }
      names_.known.push_back({type, id, std::string(spelled), std::string(has_latin ? table.cell(row, "latin") : "")});
      add_spelling(spelled, name, false);
      if (!has_aliases) continue;
      for (const std::string_view alias : table.alternatives(row, "aliases")) add_spelling(alias, name, false);
    }
    names_.own_count = static_cast<uint32_t>(names_.known.size());
  }

  // Latin forms of names and their particles, with their vowels.
  void add_latin(const Table& table, std::string_view column) {
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view latin = table.cell(row, "latin");
      if (latin.empty()) continue;
      names_.latin_names.try_emplace(vocabulary_.add(folded(table.cell(row, column))), latin);
    }
  }

  // Given or family names: words, and phrases by their last word where a particle begins them.
  void add_people(const Table& table, std::string_view column, uint32_t bits) {
    for (size_t row = 0; row < table.size(); ++row) {
      const bool ordinary = table.cell(row, "ambiguous") == "yes";
      const std::vector<FormId> forms = vocabulary_.add_phrase(table.cell(row, column));
      for (const FormId form : forms) {
        if (&form != &forms.back() && (names_.classes_of(form) & (name_class::compound | name_class::particle)) != 0)
          continue;
        mark(form, bits | (ordinary ? name_class::ordinary : 0));
      }
    }
  }

  void add_letters(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      names_.latin_letters[code_point_at(table.cell(row, "letter"), 0).value] = table.cell(row, "latin");
    }
  }

  void add_titles(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      uint32_t takes = 0;
      for (const std::string_view what : table.alternatives(row, "takes")) {
        takes |= what == "name"      ? title_takes::name
                 : what == "body"    ? title_takes::body
                 : what == "country" ? title_takes::country
                                     : 0;
      }
      for (const char* column : {"title", "feminine", "dual", "plural"}) {
        for (const std::string_view form : table.alternatives(row, column)) names_.titles.add(forms_of(form), takes);
      }
    }
  }

  // Class words of one word.
  void add_heads(const Table& table, bool places) {
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view inside = table.cell(row, "inside");
      uint32_t bits = 0;
      if (places) {
        bits = inside == "yes" ? name_class::place_head : name_class::outside_place_head;
      } else {
        bits = inside == "yes"       ? name_class::organization_head
               : inside == "no"      ? name_class::outside_head
               : inside == "common"  ? name_class::organization_head | name_class::outside_head
               : inside == "purpose" ? name_class::organization_head | name_class::needs_purpose
                                     : name_class::nationality_head;
        if (table.cell(row, "complement").starts_with("ministry")) bits |= name_class::ministry;
      }
      // The plural ("منظمات") counts bodies and names none.
      const std::string_view word = table.cell(row, "word");
      if (word.find(' ') == std::string_view::npos) mark(vocabulary_.add(folded(word)), bits);
    }
  }

  void add_portfolios(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      for (const char* column : {"portfolio", "variants"}) {
        for (const std::string_view form : table.alternatives(row, column)) {
          const std::vector<FormId> forms = forms_of(form);
          names_.portfolios.add(forms, 1);
          constexpr std::string_view article = "ال";
          const std::string_view first = vocabulary_.text(forms.front());
          mark(forms.front(), name_class::portfolio);
          if (first.starts_with(article))
            mark(vocabulary_.add(std::string(first.substr(article.size()))), name_class::portfolio);
        }
      }
    }
  }

  void add_formulas(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      const bool formula = table.cell(row, "kind") == "formula";
      mark(vocabulary_.add(folded(table.cell(row, "word"))), formula ? name_class::formula : name_class::before_god);
    }
    names_.god = vocabulary_.add("الله");
  }

  void add_letter_names(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row)
      mark(vocabulary_.add(folded(table.cell(row, "name"))), name_class::letter_name);
  }

  void add_not_names(const Table& table) {
    for (size_t row = 0; row < table.size(); ++row) {
      const bool verb = table.cell(row, "why").find("verb") != std::string_view::npos;
      mark(vocabulary_.add(folded(table.cell(row, "word"))), name_class::ordinary | (verb ? name_class::verb : 0));
    }
  }

  // Words that get a class, with and without article, and with the ending of the feminine where asked for.
  void add_words(const Table& table, std::string_view column, uint32_t bits, bool feminine) {
    for (size_t row = 0; row < table.size(); ++row) {
      for (const std::string_view cell : table.alternatives(row, column)) {
        const std::string form = folded(cell);
        for (const std::string& with_article : {form, "ال" + form}) {
          mark(vocabulary_.add(with_article), bits);
          if (feminine) mark(vocabulary_.add(with_article + "ه"), bits);
        }
      }
    }
  }

 private:
  void mark(FormId form, uint32_t bits) {
    if (form >= names_.classes.size()) names_.classes.resize(form + 4096);
    names_.classes[form] |= bits;
  }

  // Forms of a spelling as words of a report: points and slashes are words, hyphens are passed over.
  std::vector<FormId> forms_of(std::string_view spelling) {
    std::string parted;
    for (const char c : folded(spelling)) {
      const bool mark = c == '.' || c == '/' || c == '\'' || c == '(' || c == ')' || c == '&' || c == '+';
      if (c == '-' || mark) parted += ' ';
      if (mark) parted += c;
      if (c != '-') parted += mark ? ' ' : c;
    }
    return vocabulary_.add_phrase(parted);
  }

  bool is_outlet(uint32_t name) const { return names_.known[name].id.starts_with("outlet:"); }

  // "صحيفة الأفق": without its class word the outlet is meant where it stands quoted or signs.
  void add_without_head(std::string_view spelling, uint32_t name) {
    const size_t space = spelling.find(' ');
    if (space == std::string_view::npos || !is_outlet(name)) return;
    const uint32_t head = names_.classes_of(vocabulary_.find(folded(spelling.substr(0, space))));
    if ((head & name_class::outside_head) != 0 && (head & name_class::organization_head) == 0) {
      add_spelling(spelling.substr(space + 1), name, true);
    }
  }

  void add_spelling(std::string_view spelling, uint32_t name, bool ambiguous) {
    const std::vector<FormId> forms = forms_of(spelling);
    const auto same = names_.phrases.longest([&](uint32_t k) { return k < forms.size() ? forms[k] : unknown_form; });
    if (same && same->words == forms.size()) {
      KnownPhrase& first = names_.spellings[same->value];
      if (is_outlet(name) && !is_outlet(first.name)) {
        first.outlet = name;
      } else if (is_outlet(first.name) && !is_outlet(name)) {
        first = {name, ambiguous, first.name};
      }
      return;
    }
    names_.phrases.add(forms, static_cast<uint32_t>(names_.spellings.size()));
    names_.spellings.push_back({name, ambiguous, none_known});
  }

  // All inflections of the nisba, with and without article; a nisba of two words by its last.
  void add_nationality(const Table& table, size_t row, uint32_t country) {
    static constexpr std::string_view endings[] = {"", "ه", "ون", "ين", "ان", "ات", "تين", "تان"};
    const auto add = [&](const std::string& form) {
      const FormId bare = vocabulary_.add(form);
      names_.countries.emplace(bare, country);
      mark(bare, name_class::nationality);
      mark(vocabulary_.add("ال" + form), name_class::nationality);
    };
    for (const std::string_view nisba : table.alternatives(row, "nationality")) {
      const std::string form = folded(nisba);
      if (form.find(' ') != std::string::npos) continue;
      for (const std::string_view ending : endings) add(form + std::string(ending));
    }
    for (const std::string_view plural : table.alternatives(row, "nationality_plural")) add(folded(plural));
  }

  NameLexicon& names_;
  Vocabulary& vocabulary_;
};

// A spelling given twice keeps its first row: a country before its capital, written tables before GeoNames.
int rank(const std::string& table) { return table == "names/countries" ? 0 : table == "names/geonames_cities" ? 2 : 1; }

}  // namespace

NameLexicon load_names(const TableSource& source, Vocabulary& vocabulary) {
  NameLexicon names;
  constexpr size_t usual_words = 40'000;  // of the phrases of the built-in tables
  names.phrases.reserve(usual_words);
  names.classes.resize(2 * usual_words);
  Loader loader(names, vocabulary);
  loader.add_heads(source.table("names/org_heads"), false);
  if (const auto own = source.own_names()) loader.add_own(*own);
  std::vector<std::string> tables = source.names("names/");
  std::stable_sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return rank(a) < rank(b); });
  for (const std::string& name : tables) {
    const Table table = source.table(name);
    if (table.has_column("id") && table.has_column("type")) loader.add_known(table);
  }
  loader.add_particles(source.table("names/name_particles"));
  for (const auto& [table, bits] : {std::pair{source.table("names/given_names"), name_class::given},
                                    std::pair{source.table("names/family_names"), name_class::family}}) {
    loader.add_people(table, "name", bits);
    loader.add_latin(table, "name");
  }
  loader.add_latin(source.table("names/name_particles"), "particle");
  loader.add_titles(source.table("names/titles"));
  loader.add_words(source.table("names/title_modifiers"), "modifier", name_class::modifier, true);
  loader.add_heads(source.table("names/place_heads"), true);
  loader.add_portfolios(source.table("names/ministries"));
  loader.add_not_names(source.table("names/not_names"));
  loader.add_words(source.table("names/body_adjectives"), "adjective", name_class::body_adjective, true);
  loader.add_formulas(source.table("names/formulas"));
  loader.add_letter_names(source.table("names/letter_names"));
  loader.add_letters(source.table("names/transliteration"));
  names.clusters = WordClusters(source.bytes("models/clusters.bin"));
  names.model = read_name_model(source.bytes("models/names.bin"), "models/names.bin");
  return names;
}

}  // namespace isnad

#include "lexicon/numbers.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"
#include "base/fold.h"

namespace isnad {
namespace {

struct ClassName {
  std::string_view name;
  NumberClass kind;
};

constexpr std::array word_classes = {ClassName{"zero", NumberClass::zero},
                                     ClassName{"unit", NumberClass::unit},
                                     ClassName{"unit_weak", NumberClass::unit_weak},
                                     ClassName{"teen", NumberClass::teen},
                                     ClassName{"ten", NumberClass::ten},
                                     ClassName{"tens", NumberClass::tens},
                                     ClassName{"hundred", NumberClass::hundred},
                                     ClassName{"hundreds", NumberClass::hundreds},
                                     ClassName{"scale", NumberClass::scale},
                                     ClassName{"scale_plural", NumberClass::scale_plural},
                                     ClassName{"scale_dual", NumberClass::scale_dual},
                                     ClassName{"ordinal", NumberClass::ordinal},
                                     ClassName{"ordinal_weak", NumberClass::ordinal_weak},
                                     ClassName{"dozen", NumberClass::dozen},
                                     ClassName{"sign", NumberClass::sign},
                                     ClassName{"fraction", NumberClass::fraction},
                                     ClassName{"feminine", NumberClass::fraction_feminine},
                                     ClassName{"alone", NumberClass::fraction_alone},
                                     ClassName{"dual", NumberClass::fraction_dual},
                                     ClassName{"plural", NumberClass::fraction_plural}};

constexpr std::array particle_classes = {std::pair{std::string_view("from"), number_particle::from},
                                         std::pair{std::string_view("to"), number_particle::to},
                                         std::pair{std::string_view("or"), number_particle::alternative},
                                         std::pair{std::string_view("change"), number_particle::change},
                                         std::pair{std::string_view("point"), number_particle::point},
                                         std::pair{std::string_view("over"), number_particle::over},
                                         std::pair{std::string_view("of"), number_particle::of},
                                         std::pair{std::string_view("definite"), number_particle::definite},
                                         std::pair{std::string_view("and"), number_particle::conjunction},
                                         std::pair{std::string_view("degree"), number_particle::degree},
                                         std::pair{std::string_view("decimal_letter"), number_particle::decimal_letter},
                                         std::pair{std::string_view("measured"), number_particle::measured},
                                         std::pair{std::string_view("bound_on"), number_particle::bound_on}};

[[noreturn]] void unknown_class(const Table& table, size_t row, std::string_view name) {
  throw Error(ErrorCode::bad_format, table.place(row), "'" + std::string(name) + "' is no class of this table");
}

template <class Value>
Value& entry(std::vector<Value>& list, FormId form) {
  if (form >= list.size()) list.resize(form + 1);
  return list[form];
}

// The word of that form, with and without article; a second row for one form adds what the first left open.
NumberWord& add_word(NumberLexicon& lexicon, FormId form, bool definite) {
  uint16_t& index = entry(lexicon.word_of_form, form);
  if (index == 0) {
    index = static_cast<uint16_t>(lexicon.words.size());
    lexicon.words.emplace_back().definite = definite;
  }
  return lexicon.words[index];
}

template <class Set>
void for_both_forms(NumberLexicon& lexicon, Vocabulary& vocabulary, std::string_view text, Set&& set) {
  const std::string form = folded(text);
  set(add_word(lexicon, vocabulary.add(form), false));
  set(add_word(lexicon, vocabulary.add(folded("ال") + form), true));
}

void load_words(const Table& table, NumberLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto name = table.cell(row, "class");
    const auto found =
        std::find_if(word_classes.begin(), word_classes.end(), [&](const auto& c) { return c.name == name; });
    if (found == word_classes.end()) unknown_class(table, row, name);
    const double value = table.number(row, "value");
    for (const std::string_view text : table.alternatives(row, "forms")) {
      for_both_forms(lexicon, vocabulary, text, [&](NumberWord& word) {
        if (word.kind != NumberClass::none) return;
        word.kind = found->kind;
        word.value = value;
        const std::string form = folded(text);
        word.also_dual = found->kind == NumberClass::scale && form.ends_with("ا");
      });
    }
  }
}

void load_vague(const Table& table, NumberLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const double low = table.number(row, "min"), high = table.number(row, "max");
    for (const std::string_view text : table.alternatives(row, "forms")) {
      for_both_forms(lexicon, vocabulary, text, [&](NumberWord& word) {
        if (word.kind == NumberClass::none) word.kind = NumberClass::vague;
        word.vague_min = low;
        word.vague_max = high;
      });
    }
  }
}

// The bounds of a row's place, and whether their phrases are met from their end.
std::pair<PhraseTrie*, bool> bounds_at(NumberLexicon& lexicon, const Table& table, size_t row) {
  const auto place = table.cell(row, "place");
  if (place == "before") return {&lexicon.bounds_before, true};
  if (place == "around") return {&lexicon.bounds_around, true};
  if (place == "around_on") return {&lexicon.bounds_around_on, true};
  if (place == "after") return {&lexicon.bounds_after, false};
  if (place == "joined") return {&lexicon.bounds_joined, false};
  unknown_class(table, row, place);
}

void load_bounds(const Table& table, NumberLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto name = table.cell(row, "bound");
    if (name != "approx" && name != "min" && name != "max") unknown_class(table, row, name);
    const Bound bound = name == "approx" ? Bound::approximate : name == "min" ? Bound::at_least : Bound::at_most;
    const auto [trie, backwards] = bounds_at(lexicon, table, row);
    for (const std::string_view phrase : table.alternatives(row, "phrases")) {
      std::vector<FormId> forms = vocabulary.add_phrase(phrase);
      if (backwards) std::reverse(forms.begin(), forms.end());
      trie->add(forms, static_cast<uint32_t>(bound));
    }
  }
}

void add_pattern(NumberLexicon& lexicon, std::string_view name, std::vector<FormId> forms) {
  std::vector<FormId> backwards(forms.rbegin(), forms.rend());
  if (name == "percent_after") return lexicon.percent_after.add(forms, 1);
  if (name == "percent_before") return lexicon.percent_before.add(backwards, 1);
  if (name == "between") return lexicon.between.add(backwards, 1);
  if (name == "no_number") return lexicon.no_numbers.add(forms, 1);
  for (const auto& [particle, bit] : particle_classes) {
    if (particle == name && forms.size() == 1) entry(lexicon.particles, forms[0]) |= bit;
  }
}

void load_patterns(const Table& table, NumberLexicon& lexicon, Vocabulary& vocabulary) {
  constexpr std::array phrase_classes = {"percent_after", "percent_before", "between", "no_number"};
  for (size_t row = 0; row < table.size(); ++row) {
    const auto name = table.cell(row, "class");
    const bool known =
        std::find(phrase_classes.begin(), phrase_classes.end(), name) != phrase_classes.end() ||
        std::any_of(particle_classes.begin(), particle_classes.end(), [&](const auto& c) { return c.first == name; });
    if (!known) unknown_class(table, row, name);
    for (const std::string_view phrase : table.alternatives(row, "phrases")) {
      add_pattern(lexicon, name, vocabulary.add_phrase(phrase));
    }
  }
}

}  // namespace

NumberLexicon load_numbers(const TableSource& source, Vocabulary& vocabulary) {
  NumberLexicon lexicon;
  load_words(source.table("numbers/words"), lexicon, vocabulary);
  load_words(source.table("numbers/fractions"), lexicon, vocabulary);
  load_vague(source.table("numbers/vague"), lexicon, vocabulary);
  load_bounds(source.table("numbers/bounds"), lexicon, vocabulary);
  load_patterns(source.table("numbers/patterns"), lexicon, vocabulary);
  return lexicon;
}

}  // namespace isnad

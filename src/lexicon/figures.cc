#include "lexicon/figures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/error.h"
#include "base/fold.h"
#include "lexicon/figures_forms.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 5> sides = {"object", "subject", "either", "after", "count"};
constexpr std::array<std::string_view, 3> singles = {"", "noun", "name"};
constexpr std::array<std::string_view, 6> kinds = {"fixed", "person", "group", "nationality", "thing", "skip"};
constexpr std::array<std::string_view, context_role_count> roles = {
    "preposition", "barrier",    "function", "label", "age",   "subset",        "zero",       "scope",  "update",
    "modality",    "population", "at_least", "model", "ranks", "demonstrative", "title_head", "damage", "explosion"};

template <class Enum, size_t n>
Enum value_of(const std::array<std::string_view, n>& names, const Table& table, size_t row, std::string_view column) {
  const std::string_view text = table.cell(row, column);
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    throw Error(ErrorCode::bad_format, table.place(row),
                "'" + std::string(text) + "' in column '" + std::string(column) + "' is none of its values");
  }
  return static_cast<Enum>(found - names.begin());
}

uint8_t intern(FigureLexicon& lexicon, std::string_view name) {
  const auto found = std::find(lexicon.names.begin(), lexicon.names.end(), name);
  if (found != lexicon.names.end()) return static_cast<uint8_t>(found - lexicon.names.begin());
  lexicon.names.emplace_back(name);
  return static_cast<uint8_t>(lexicon.names.size() - 1);
}

// A later word of a phrase that begins like a joined particle is added without it as well: whether a reader of
// words parts "بحياة" depends on the other tables.
std::optional<std::string> without_particle(std::string_view word) {
  const std::string text = folded(word);
  for (const std::string_view letter : {"ب", "ل", "ك", "و"}) {
    if (text.starts_with(letter) && text.size() >= 8) return text.substr(letter.size());
  }
  return std::nullopt;
}

struct Trie {
  PhraseTrie& phrases;
  unsigned bit;  // FigureLexicon::starts
};

void add_phrase(FigureLexicon& lexicon, Trie trie, Vocabulary& vocabulary, std::string_view phrase, uint32_t value) {
  std::vector<std::vector<FormId>> variants(1);
  bool first = true;
  for (const std::string_view word : split(phrase, ' ')) {
    if (word.empty()) continue;
    const FormId form = vocabulary.add(folded(word));
    const std::optional<std::string> bare = first ? std::nullopt : without_particle(word);
    first = false;
    const size_t count = variants.size();
    for (size_t i = 0; i < count; ++i) {
      if (bare) {
        variants.push_back(variants[i]);
        variants.back().push_back(vocabulary.add(*bare));
      }
      variants[i].push_back(form);
    }
  }
  for (const std::vector<FormId>& variant : variants) {
    if (variant.empty()) continue;
    trie.phrases.add(variant, value);
    if (variant[0] >= lexicon.starts.size()) lexicon.starts.resize(vocabulary.size());
    lexicon.starts[variant[0]] |= 1u << trie.bit;
  }
}

void load_frames(const Table& table, Vocabulary& vocabulary, FigureLexicon& lexicon) {
  const Trie frames{lexicon.frame_trie, FigureLexicon::frame_bit};
  for (size_t row = 0; row < table.size(); ++row) {
    FigureFrame frame;
    frame.measure = intern(lexicon, table.cell(row, "measure"));
    frame.side = value_of<FrameSide>(sides, table, row, "side");
    frame.single = value_of<FrameSingle>(singles, table, row, "single");
    frame.window = static_cast<uint8_t>(table.number(row, "window"));
    frame.verb = table.cell(row, "kind") == "verb";
    for (const bool plural : {false, true}) {
      frame.plural = plural;
      const auto index = static_cast<uint32_t>(lexicon.frames.size());
      lexicon.frames.push_back(frame);
      for (const VerbForm& form : verb_forms(table.cell(row, "perfect"), table.cell(row, "imperfect"))) {
        if (form.plural == plural) add_phrase(lexicon, frames, vocabulary, form.text, index);
      }
      for (const std::string_view form : table.alternatives(row, "forms")) {
        if (!plural) add_phrase(lexicon, frames, vocabulary, form, index);
      }
    }
  }
}

void load_nouns(const Table& table, Vocabulary& vocabulary, FigureLexicon& lexicon) {
  const Trie nouns{lexicon.noun_trie, FigureLexicon::noun_bit};
  for (size_t row = 0; row < table.size(); ++row) {
    CountedNoun noun;
    noun.row = static_cast<uint16_t>(row);
    noun.kind = value_of<NounClass>(kinds, table, row, "class");
    noun.measure = intern(lexicon, table.cell(row, "measure"));
    if (!table.cell(row, "needs").empty()) noun.needs = value_of<ContextRole>(roles, table, row, "needs");
    noun.population = intern(lexicon, table.cell(row, "population"));
    for (const NounFormText& form : noun_forms(table.cell(row, "noun"), table.alternatives(row, "plural"))) {
      noun.form = form.form;
      noun.accusative = form.accusative;
      add_phrase(lexicon, nouns, vocabulary, form.text, static_cast<uint32_t>(lexicon.nouns.size()));
      lexicon.nouns.push_back(noun);
    }
  }
}

void load_contexts(const Table& table, Vocabulary& vocabulary, FigureLexicon& lexicon) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto role = value_of<ContextRole>(roles, table, row, "role");
    FigureContext context;
    context.value = intern(lexicon, table.cell(row, "value"));
    if (!table.cell(row, "reach").empty()) context.reach = static_cast<uint8_t>(table.number(row, "reach"));
    for (const std::string_view form : table.alternatives(row, "forms")) {
      add_phrase(lexicon, Trie{lexicon.context_tries[static_cast<size_t>(role)], static_cast<unsigned>(role)},
                 vocabulary, form, static_cast<uint32_t>(lexicon.contexts.size()));
    }
    lexicon.contexts.push_back(context);
  }
}

}  // namespace

FigureLexicon load_figures(const TableSource& source, Vocabulary& vocabulary) {
  FigureLexicon lexicon;
  lexicon.names.emplace_back();
  load_frames(source.table("figures/frames"), vocabulary, lexicon);
  load_nouns(source.table("figures/populations"), vocabulary, lexicon);
  load_contexts(source.table("figures/contexts"), vocabulary, lexicon);
  FigureTerms& terms = lexicon.terms;
  const std::pair<uint8_t&, std::string_view> named[] = {{terms.killed, "killed"},
                                                         {terms.injured, "injured"},
                                                         {terms.casualties, "casualties"},
                                                         {terms.personnel, "personnel"},
                                                         {terms.participants, "participants"},
                                                         {terms.money, "money"},
                                                         {terms.percent, "percent"},
                                                         {terms.other, "other"},
                                                         {terms.unspecified, "unspecified"},
                                                         {terms.civilians, "civilians"},
                                                         {terms.attackers, "attackers"}};
  for (const auto& [index, name] : named) index = intern(lexicon, name);
  return lexicon;
}

}  // namespace isnad

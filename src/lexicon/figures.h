// Frames that tell what a number counts: killed, injured, arrested and so on; counted nouns; words around a figure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

enum class FrameSide : uint8_t {
  object,   // the number stands behind an active verb
  subject,  // before or behind an intransitive or passive verb
  either,   // a form that is written alike as active and passive
  after,    // behind a verbal noun or a phrase
  count     // behind a toll noun: "عدد القتلى 27"
};
enum class FrameSingle : uint8_t { no, noun, name };

// What a predicate says of those it counts.
struct FigureFrame {
  uint8_t measure = 0;  // FigureLexicon::names
  FrameSide side = FrameSide::after;
  FrameSingle single = FrameSingle::no;  // whether one victim without a number counts
  uint8_t window = 0;                    // words between the frame and the number
  bool verb = false;
  bool plural = false;  // a verb form that agrees with several
};

enum class NounClass : uint8_t { fixed, person, group, nationality, thing, skip };
enum class NounForm : uint8_t { singular, plural, dual, dual_or_plural, construct_dual };

enum class ContextRole : uint8_t {
  preposition,
  barrier,
  function,
  label,
  age,
  subset,
  zero,
  scope,
  update,
  modality,
  population,
  at_least,
  model,
  ranks,
  demonstrative,
  title_head,
  damage,
  explosion
};
inline constexpr unsigned context_role_count = 18;

struct CountedNoun {
  uint16_t row = 0;        // of the table: forms of one noun share it
  uint8_t measure = 0;     // FigureLexicon::names; 0: none of its own
  uint8_t population = 0;  // FigureLexicon::names
  NounClass kind = NounClass::person;
  NounForm form = NounForm::singular;
  std::optional<ContextRole> needs;  // its measure holds in a sentence with such a word; else it is `other`
  bool accusative = false;           // a form with the alif of tanwin: never definite, never first of a construct
};

struct FigureContext {
  uint8_t value = 0;  // FigureLexicon::names
  uint8_t reach = 0;  // words
};

// Indices into FigureLexicon::names of what the rules speak of.
struct FigureTerms {
  uint8_t killed = 0, injured = 0, casualties = 0, personnel = 0, participants = 0, money = 0, percent = 0, other = 0;
  uint8_t unspecified = 0, civilians = 0, attackers = 0;
};

// The trie gives, for the words of a phrase, an index into the vector of the same name.
struct FigureLexicon {
  PhraseTrie frame_trie;
  std::vector<FigureFrame> frames;
  PhraseTrie noun_trie;
  std::vector<CountedNoun> nouns;
  PhraseTrie context_tries[context_role_count];
  std::vector<FigureContext> contexts;
  std::vector<std::string> names;  // of measures, populations, scopes, updates, modalities; names[0] is empty

  // For a form the tries that have a phrase beginning with it, as bits: the roles, then frames, then nouns.
  std::vector<uint32_t> starts;
  static constexpr unsigned frame_bit = context_role_count, noun_bit = context_role_count + 1;
  bool begins(FormId form, unsigned bit) const { return form < starts.size() && (starts[form] >> bit & 1) != 0; }

  FigureTerms terms;

  bool is_victim(uint8_t measure) const {
    return measure != 0 && (measure == terms.killed || measure == terms.injured || measure == terms.casualties);
  }
};

// Of the tables figures/frames, figures/populations and figures/contexts.
FigureLexicon load_figures(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad

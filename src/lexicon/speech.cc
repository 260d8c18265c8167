#include "lexicon/speech.h"

#include <algorithm>

#include "base/error.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "lexicon/speech_forms.h"

namespace isnad {
namespace {

struct ClassName {
  std::string_view name;
  uint32_t bit;
};

constexpr ClassName class_names[] = {{"complementizer", speech::complementizer},
                                     {"preposition", speech::preposition},
                                     {"relative", speech::relative},
                                     {"subordinator", speech::subordinator},
                                     {"negation", speech::negation},
                                     {"starter", speech::starter},
                                     {"time", speech::time},
                                     {"adverb", speech::adverb},
                                     {"saying", speech::saying},
                                     {"mute", speech::mute},
                                     {"audience", speech::audience},
                                     {"quoted", speech::quoted},
                                     {"name_part", speech::name_part},
                                     {"binder", speech::binder},
                                     {"via", speech::via},
                                     {"about", speech::about},
                                     {"quantifier", speech::quantifier},
                                     {"pronoun", speech::pronoun}};

struct RoleName {
  std::string_view name;
  ParticleRole role;
};

constexpr RoleName role_names[] = {{"according", ParticleRole::according}, {"reported", ParticleRole::reported},
                                   {"joining", ParticleRole::joining},     {"tongue", ParticleRole::tongue},
                                   {"citing", ParticleRole::citing},       {"discourse", ParticleRole::discourse}};

struct PrepositionName {
  std::string_view name;
  uint8_t bit;
};

constexpr PrepositionName preposition_names[] = {{"ب", complement::bi},   {"إلى", complement::ila},
                                                 {"عن", complement::an},  {"على", complement::ala},
                                                 {"من", complement::min}, {"في", complement::fi}};

uint8_t preposition_named(std::string_view name) {
  for (const PrepositionName& known : preposition_names) {
    if (known.name == name) return known.bit;
  }
  return 0;
}

// Letters and digits of the first part of a domain or of an id: "al-nahr.com" and "outlet:alnahr" give "alnahr".
std::string outlet_key(std::string_view text) {
  if (const size_t colon = text.find(':'); colon != std::string_view::npos) text.remove_prefix(colon + 1);
  if (text.starts_with("www.")) text.remove_prefix(4);
  std::string key;
  for (const char c : folded(text.substr(0, text.find('.')))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  return key;
}

[[noreturn]] void refuse(const Table& table, size_t row, std::string_view cell) {
  throw Error(ErrorCode::bad_format, table.place(row), "'" + std::string(cell) + "' is not known here");
}

}  // namespace

struct SpeechLoader {
  SpeechLexicon lexicon;
  Vocabulary& vocabulary;

  FormId add(std::string_view text, uint32_t bit) {
    const FormId id = vocabulary.add(folded(text));
    if (lexicon.classes_.size() <= id) lexicon.classes_.resize(id + 1);
    lexicon.classes_[id] |= bit;
    return id;
  }

  void add_kind(FormId id, std::string_view name) {
    auto& names = lexicon.kind_names_;
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = static_cast<uint8_t>(found - names.begin());
    if (found == names.end()) names.emplace_back(name);
    if (lexicon.kinds_.size() <= id) lexicon.kinds_.resize(id + 1);
    if (lexicon.kinds_[id] == 0) lexicon.kinds_[id] = index;
  }

  void load_words(const TableSource& source, std::string_view name, uint32_t bit, bool with_kind) {
    const Table table = source.table(name);
    for (size_t row = 0; row < table.size(); ++row) {
      const FormId id = add(table.cell(row, "form"), bit);
      if (with_kind) add_kind(id, table.cell(row, "kind"));
    }
  }

  void load_grammar(const TableSource& source) {
    const Table table = source.table("speech/grammar");
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view name = table.cell(row, "class");
      const auto* known = std::find_if(std::begin(class_names), std::end(class_names),
                                       [&](const ClassName& one) { return one.name == name; });
      if (known == std::end(class_names)) refuse(table, row, name);
      add(table.cell(row, "form"), known->bit);
    }
    for (const PrepositionName& one : preposition_names) {
      if (one.bit == complement::bi) continue;  // always written joined
      const FormId id = vocabulary.add(folded(one.name));
      if (lexicon.prepositions_.size() <= id) lexicon.prepositions_.resize(id + 1);
      lexicon.prepositions_[id] = one.bit;
    }
  }

  void load_relays(const TableSource& source) {
    const Table table = source.table("speech/relays");
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view form = table.cell(row, "form");
      const bool name = table.cell(row, "class") == "name";
      if (name) {
        lexicon.relay_names.add(vocabulary.add_phrase(form), 1);
        if (form.find(' ') != std::string_view::npos) continue;
      }
      const bool named = table.cell(row, "class") == "named";
      add(form, name ? speech::media_name : named ? speech::media | speech::named_media : speech::media);
    }
  }

  void load_outlets(const TableSource& source) {
    const Table table = source.table("names/agencies_outlets");
    for (size_t row = 0; row < table.size(); ++row) {
      std::vector<std::string> names{folded(table.cell(row, "name"))};
      for (const std::string_view alias : table.alternatives(row, "aliases")) names.push_back(folded(alias));
      for (std::string& name : names) {  // without its class word: "صحيفة الوادي"
        const size_t space = name.find(' ');
        if (space != std::string::npos &&
            (lexicon.classes(vocabulary.find(name.substr(0, space))) & speech::media) != 0) {
          name.erase(0, space + 1);
        }
      }
      for (const std::string_view column : {"id", "domain"}) {
        const std::string key = outlet_key(table.cell(row, column));
        if (!key.empty()) lexicon.outlets_.emplace(key, names);
      }
    }
  }

  void load_particles(const TableSource& source) {
    const Table table = source.table("speech/particles");
    for (size_t row = 0; row < table.size(); ++row) {
      const std::string_view name = table.cell(row, "role");
      const auto* known = std::find_if(std::begin(role_names), std::end(role_names),
                                       [&](const RoleName& one) { return one.name == name; });
      if (known == std::end(role_names)) refuse(table, row, name);
      const std::string_view phrase = table.cell(row, "phrase");
      lexicon.particles.add(vocabulary.add_phrase(phrase), static_cast<uint32_t>(known->role));
      add(split(phrase, ' ').front(), speech::particle);  // so that a joined conjunction is seen before it
    }
    const Table closers = source.table("speech/closers");
    for (size_t row = 0; row < closers.size(); ++row) {
      lexicon.closers.add(vocabulary.add_phrase(closers.cell(row, "phrase")), 1);
    }
    const Table shapes = source.table("speech/shapes");
    for (size_t row = 0; row < shapes.size(); ++row) {
      std::u32string shape;
      const std::string text = folded(shapes.cell(row, "shape"));
      for (size_t at = 0; at < text.size();) {
        const CodePoint found = code_point_at(text, at);
        shape += found.value;
        at += found.size;
      }
      lexicon.shapes_.push_back(std::move(shape));
    }
  }

  // Duals come after all other forms: they are rare and look like other verbs ("شكا").
  void add_forms(const std::vector<ConjugatedForm>& forms, uint16_t verb, bool duals) {
    for (const ConjugatedForm& one : forms) {
      if ((one.form.number == SpeechNumber::dual) != duals) continue;
      const FormId id = vocabulary.add(one.text);
      if (lexicon.forms_.size() <= id) lexicon.forms_.resize(id + 1);
      SpeechForm& form = lexicon.forms_[id];
      if (form.verb != SpeechForm::no_verb) continue;  // rows that stand first are the more frequent reading
      form = one.form;
      form.verb = verb;
    }
  }

  SpeechVerb read_verb(const Table& table, size_t row) {
    SpeechVerb verb;
    verb.lemma = table.cell(row, "lemma");
    verb.stance = table.cell(row, "stance");
    verb.weak = table.cell(row, "weak") == "yes";
    verb.plain_alif = table.cell(row, "perfect").starts_with("ا");
    verb.ends_in_ya = table.cell(row, "imperfect").ends_with("ي");
    verb.passive = table.cell(row, "passive") == "yes";
    for (const std::string_view word : table.alternatives(row, "needs")) verb.needs.push_back(add(word, 0));
    for (const std::string_view taken : table.alternatives(row, "takes")) {
      constexpr std::string_view object = "مفعول";
      if (taken == "أن")
        verb.clause = true;
      else if (taken == "قول")
        verb.words = true;
      else if (taken == "اسم")
        verb.noun = true;
      else if (taken == "خبر")
        verb.informs = verb.clause = true;
      else if (taken == "نقل")
        verb.relays = verb.clause = true;
      else if (taken == "وثيقة")
        verb.document = true;
      else if (taken == object)
        verb.object = true;
      else if (taken.starts_with(object)) {
        verb.object = true;
        const size_t at = taken.find('+');
        if (at == std::string_view::npos || preposition_named(taken.substr(at + 1)) == 0) refuse(table, row, taken);
        verb.object_prepositions |= preposition_named(taken.substr(at + 1));
      } else if (preposition_named(taken) != 0) {
        verb.prepositions |= preposition_named(taken);
      } else {
        refuse(table, row, taken);
      }
    }
    return verb;
  }

  void load_verbs(const TableSource& source) {
    const Table table = source.table("speech/verbs");
    for (size_t row = 0; row < table.size(); ++row) lexicon.verbs.push_back(read_verb(table, row));
    for (const bool duals : {false, true}) {
      for (size_t row = 0; row < table.size(); ++row) {
        const SpeechVerb& verb = lexicon.verbs[row];
        add_forms(conjugate(table.cell(row, "perfect"), table.cell(row, "imperfect"), table.cell(row, "participle"),
                            verb.object || verb.informs),
                  static_cast<uint16_t>(row), duals);
      }
    }
    const Table acts = source.table("speech/acts");
    for (size_t row = 0; row < acts.size(); ++row) {
      for (const ConjugatedForm& one : conjugate(acts.cell(row, "perfect"), acts.cell(row, "imperfect"), {}, false)) {
        add(one.text, speech::act);
      }
    }
  }
};

bool SpeechLexicon::verbal_noun_shape(std::string_view folded) const {
  for (const std::u32string& shape : shapes_) {
    if (folded.size() != shape.size() * 2) continue;
    size_t at = 0;
    const bool fits = std::all_of(shape.begin(), shape.end(), [&](char32_t letter) {
      const CodePoint found = code_point_at(folded, at);
      at += found.size;
      // Feminine adjectives in ـية would look like the second stem: an open last letter is no ha.
      if (letter == U'c') return at < folded.size() || found.value != U'ه';
      return letter == found.value;
    });
    if (fits) return true;
  }
  return false;
}

const std::vector<std::string>* SpeechLexicon::outlet_names(std::string_view key) const {
  const auto found = outlets_.find(outlet_key(key));
  return found == outlets_.end() ? nullptr : &found->second;
}

SpeechLexicon load_speech(const TableSource& source, Vocabulary& vocabulary) {
  SpeechLoader loader{{}, vocabulary};
  loader.load_verbs(source);
  loader.load_grammar(source);
  loader.load_words(source, "speech/roles", speech::role, true);
  loader.load_words(source, "speech/bodies", speech::body, true);
  loader.load_words(source, "speech/unnamed", speech::unnamed, true);
  loader.load_words(source, "speech/kinds", speech::kind, true);
  loader.load_words(source, "speech/platforms", speech::platform, false);
  loader.load_words(source, "speech/contents", speech::content, false);
  loader.load_relays(source);
  loader.load_particles(source);
  loader.load_outlets(source);
  return std::move(loader.lexicon);
}

}  // namespace isnad

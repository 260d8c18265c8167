// Words that attribute: verbs of speech in all forms, particles, relays, platforms, heads of speaker phrases.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// Classes of word forms, as bits; the tables of data/speech say what each means.
namespace speech {
inline constexpr uint32_t complementizer = 1u << 0, preposition = 1u << 1, relative = 1u << 2, subordinator = 1u << 3,
                          negation = 1u << 4, starter = 1u << 5, time = 1u << 6, adverb = 1u << 7, saying = 1u << 8,
                          mute = 1u << 9, audience = 1u << 10, quoted = 1u << 11, role = 1u << 12, body = 1u << 13,
                          unnamed = 1u << 14, media = 1u << 15, media_name = 1u << 16, platform = 1u << 17,
                          content = 1u << 18, act = 1u << 19, kind = 1u << 20, name_part = 1u << 21, binder = 1u << 22,
                          via = 1u << 23, about = 1u << 24, particle = 1u << 25, quantifier = 1u << 26,
                          pronoun = 1u << 27, named_media = 1u << 28;
}  // namespace speech

// Prepositions that lead a verb's complement, as bits.
namespace complement {
inline constexpr uint8_t bi = 1, ila = 2, an = 4, ala = 8, min = 16, fi = 32;
}  // namespace complement

// What may follow a verb of speech; the bits are explained in data/speech/verbs.tsv.
struct SpeechVerb {
  std::string lemma;
  std::string stance;               // a name of Stance
  uint8_t prepositions = 0;         // the content stands behind one of these
  uint8_t object_prepositions = 0;  // the content is an object and what stands behind one of these
  bool clause = false;
  bool words = false;     // words after a colon or in quotation marks
  bool noun = false;      // a noun is the content
  bool object = false;    // an object begins the content
  bool informs = false;   // an addressee may stand between speaker and clause
  bool relays = false;    // "نقل عن"
  bool document = false;  // "جاء في البيان"
  bool weak = false;
  bool plain_alif = false;  // the perfect begins with ا: with أ it is the first person ("أعتقد")
  bool passive = false;     // the imperfect without a speaker is passive
  bool ends_in_ya = false;  // the active imperfect: written with ى it is passive ("يدعى")
  std::vector<FormId> needs;
};

enum class SpeechTense : uint8_t { perfect, imperfect, participle };
enum class SpeechGender : uint8_t { masculine, feminine };
enum class SpeechNumber : uint8_t { singular, dual, plural };

struct SpeechForm {
  static constexpr uint16_t no_verb = 0xffff;
  uint16_t verb = no_verb;
  SpeechTense tense = SpeechTense::perfect;
  SpeechGender gender = SpeechGender::masculine;
  SpeechNumber number = SpeechNumber::singular;
  bool object_suffix = false;
};

enum class ParticleRole : uint8_t { according, reported, joining, tongue, citing, discourse };

class SpeechLexicon {
 public:
  uint32_t classes(FormId id) const { return id < classes_.size() ? classes_[id] : 0; }
  // The verb form, or null where the word is none.
  const SpeechForm* form(FormId id) const {
    return id < forms_.size() && forms_[id].verb != SpeechForm::no_verb ? &forms_[id] : nullptr;
  }
  // A name of SourceKind that the head or the adjective makes; empty: nothing is known.
  std::string_view source_kind(FormId id) const {
    return id < kinds_.size() ? kind_names_[kinds_[id]] : kind_names_[0];
  }
  // Bit of complement:: for a preposition that stands alone; 0 for others.
  uint8_t complement_of(FormId id) const { return id < prepositions_.size() ? prepositions_[id] : 0; }
  // True where the word has the shape of a verbal noun of a derived verb.
  bool verbal_noun_shape(std::string_view folded) const;

  // The folded Arabic names of an outlet that metadata name by a key ("sabq", "sabq.org"); null where it is not known.
  const std::vector<std::string>* outlet_names(std::string_view key) const;

  std::vector<SpeechVerb> verbs;
  PhraseTrie particles;  // value: ParticleRole
  PhraseTrie relay_names;
  PhraseTrie closers;

 private:
  friend struct SpeechLoader;
  std::vector<uint32_t> classes_;
  std::vector<SpeechForm> forms_;
  std::vector<uint8_t> kinds_;
  std::vector<uint8_t> prepositions_;
  std::vector<std::string> kind_names_{std::string()};
  std::vector<std::u32string> shapes_;
  std::map<std::string, std::vector<std::string>, std::less<>> outlets_;  // by key without marks
};

SpeechLexicon load_speech(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad

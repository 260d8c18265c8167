// Word forms: a table of Arabic word forms without joined conjunctions, prepositions, article and pronouns, with what
// they can be. The build makes it of the installed hunspell-ar (tools/make_word_forms.cc); it is used in place.
//
// Method: open addressing with linear probing over 64-bit slots; a slot holds 48 bits of the form's hash and 16 bits of
// traits, no text. A form that is not in the table is taken for one with a probability below 1 in 10^8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// What a form can be, as bits. A host is what is left before a joined pronoun: "مدينت", "نشرو", "ابناو".
namespace trait {
inline constexpr uint16_t noun = 1, adjective = 2, past = 4, present = 8, imperative = 16, proper = 32, noun_host = 64,
                          verb_host = 128, feminine = 256, plural = 512, dual = 1024, relative = 2048;
inline constexpr uint16_t verb = past | present | imperative;
inline constexpr uint16_t nominal = noun | adjective | proper;
inline constexpr uint16_t free = nominal | verb;
inline constexpr uint16_t host = noun_host | verb_host;
}  // namespace trait

inline constexpr char word_forms_magic[] = "isnad word forms 1";
inline constexpr size_t word_forms_header = 32;  // the magic, zeros, and the number of slots in the last 8 bytes

inline constexpr std::string_view ta_marbuta = "ة";

// True where the last letter is a ta marbuta, with or without vowel signs.
bool ends_with_ta_marbuta(std::string_view written);

// The key of a form as it is written: folded, but a ta marbuta at its end stays.
std::string word_key(std::string_view written);

// Which letters of the folded form are written as an alif with hamza or madda: bit i for the letter at byte 2i, as far
// as 32 bits go.
uint32_t hamza_letters(std::string_view written);

uint64_t word_form_hash(std::string_view key);

class WordForms {
 public:
  WordForms() = default;
  // bytes must outlive this. Throws Error(bad_format) where they are no such table.
  explicit WordForms(std::string_view bytes);

  // Traits of a form, 0 where it is not in the table. key: of word_key.
  uint16_t find(std::string_view key) const { return find(word_form_hash(key)); }
  uint16_t find(uint64_t hash) const;

 private:
  const char* slots_ = nullptr;
  uint64_t count_ = 0;
};

}  // namespace isnad

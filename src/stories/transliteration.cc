#include "stories/transliteration.h"

#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

bool is_long_vowel(char32_t c) { return c == U'ا' || c == U'و' || c == U'ي'; }

// One word letter by letter: و and ي are consonants at the start and beside an alif, else long vowels.
std::string by_letters(std::string_view word, const NameLexicon& names) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) {
    const CodePoint found = code_point_at(word, at);
    letters += found.value;
    at += found.size;
  }
  std::string out;
  for (size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    const char32_t before = i > 0 ? letters[i - 1] : 0, behind = i + 1 < letters.size() ? letters[i + 1] : 0;
    const bool glide = i == 0 || behind == U'ا' || (is_long_vowel(before) && behind != 0);
    if (c == U'و') {
      out += glide ? "w" : "u";
    } else if (c == U'ي') {
      out += glide ? "y" : "i";
    } else if (const auto found = names.latin_letters.find(c); found != names.latin_letters.end()) {
      out += found->second;
    } else if (c < 0x80) {
      out += static_cast<char>(c);
    }
  }
  return out;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

std::string transliterate(std::string_view name, const Lexicon& lexicon) {
  std::string out;
  const std::string form = folded(name);
  for (std::string_view word : split(form, ' ')) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    const auto known = lexicon.names.latin_names.find(lexicon.vocabulary.find(word));
    if (known != lexicon.names.latin_names.end()) {
      out += known->second;
      continue;
    }
    constexpr std::string_view article = "ال";
    if (word.starts_with(article) && word.size() > article.size() + 2) {
      out += "al-";
      word.remove_prefix(article.size());
      const auto stem = lexicon.names.latin_names.find(lexicon.vocabulary.find(word));
      if (stem != lexicon.names.latin_names.end()) {
        out += stem->second;
        continue;
      }
    }
    out += capitalised(by_letters(word, lexicon.names));
  }
  return out;
}

}  // namespace isnad

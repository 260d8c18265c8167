#include "stories/transliteration.h"

#include <algorithm>
#include <vector>

#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr std::string_view article = "ال";

struct Letter {
  std::string latin;
  bool vowel = false;
  bool servile = false;  // a م or ا that begins the word, as participles and comparatives do
};

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) {
    const CodePoint found = code_point_at(word, at);
    letters += found.value;
    at += found.size;
  }
  return letters;
}

bool is_weak(char32_t c) { return c == U'ا' || c == U'و' || c == U'ي'; }

// Which letters are long vowels: alif always, و and ي unless they begin the word or stand beside a vowel; a final ه is
// the ending of the feminine.
std::vector<Letter> parse(std::string_view word, const NameLexicon& names) {
  const std::u32string letters = letters_of(word);
  std::vector<Letter> out;
  for (size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i], behind = i + 1 < letters.size() ? letters[i + 1] : 0;
    const bool last = behind == 0, after_vowel = !out.empty() && out.back().vowel;
    const bool before_vowel = is_weak(behind) || (behind == U'ه' && i + 2 == letters.size());
    const bool glide = i == 0 || before_vowel || (after_vowel && !last);
    if (i == 1 && letters[0] == U'ا' && (c == U'و' || c == U'ي') && !last && !before_vowel) {
      out.back() = {c == U'و' ? "o" : "i", true, false};  // "أوباري", "إيفانز"
    } else if (c == U'ا') {
      out.push_back({"a", true, i == 0});
    } else if (c == U'و' || c == U'ي') {
      if (glide)
        out.push_back({c == U'و' ? "w" : "y", false, false});
      else
        out.push_back({c == U'و' ? "u" : "i", true, false});
    } else if (c == U'ه' && last && i > 0 && !after_vowel) {
      out.push_back({"a", true, false});
    } else if (const auto found = names.latin_letters.find(c); found != names.latin_letters.end()) {
      out.push_back({found->second, false, i == 0 && c == U'م'});
    } else if (c < 0x80) {
      out.push_back({std::string(1, static_cast<char>(c)), false, false});
    }
  }
  return out;
}

// "CVCC": consonants and vowels of the word.
std::string pattern_of(const std::vector<Letter>& letters) {
  std::string pattern;
  for (const Letter& letter : letters) pattern += letter.vowel ? 'V' : 'C';
  return pattern;
}

// Arabic words have no long vowel before three consonants, nor ī or ū before two, and hardly two long vowels inside.
bool looks_foreign(const std::vector<Letter>& letters) {
  const std::string pattern = pattern_of(letters);
  if (pattern.size() < 3 || pattern.find('V') == std::string::npos) return false;
  if (letters.front().vowel && letters.front().latin != "a") return true;
  const size_t long_closed = pattern.find("VCCC"), closed = pattern.find("VCC", 1);
  if (long_closed != std::string::npos && (long_closed > 0 || !letters.front().servile)) return true;
  if (closed != std::string::npos && pattern != "CVCC" && letters[closed].latin != "a") return true;
  return std::count(pattern.begin() + 1, pattern.end() - 1, 'V') > 1 && pattern.front() == 'C' && letters.size() > 5;
}

// A foreign name: as it stands, with an e before a final r, l, m or n that no vowel carries.
std::string as_foreign(const std::vector<Letter>& letters) {
  std::string out;
  for (size_t i = 0; i < letters.size(); ++i) {
    constexpr std::string_view sonorants = "rlmn";
    const bool last = i + 1 == letters.size();
    const bool carried = i == 0 || letters[i - 1].vowel;
    if (last && !carried && letters[i].latin.size() == 1 && sonorants.find(letters[i].latin[0]) != std::string::npos)
      out += 'e';
    out += letters[i].latin;
  }
  return out;
}

// Diphthongs: "زيد" Zayd, "فيصل" Faysal, "جوهر" Jawhar.
void open_diphthong(std::vector<Letter>& letters) {
  const std::string pattern = pattern_of(letters);
  if (pattern != "CVC" && pattern != "CVCC") return;
  Letter& middle = letters[1];
  if (middle.latin == "i") middle.latin = "ay";
  if (middle.latin == "u" && pattern == "CVCC") middle.latin = "aw";
}

// An Arabic name: syllables from the left, each a consonant, a vowel, and a consonant that closes it; the vowels that
// are not written by the patterns of nouns: i behind a long ā ("باسم" Basim), u and i in participles ("محسن" Muhsin),
// else a.
std::string as_arabic(std::vector<Letter> letters) {
  open_diphthong(letters);
  const std::string pattern = pattern_of(letters);
  const bool participle = letters.front().servile && (pattern == "CCCC" || pattern == "CCVCC");
  std::string out;
  size_t i = 0;
  std::string_view behind;  // the long vowel or diphthong that ended the syllable before; empty: none
  const auto consonant = [&](size_t k) { return k < letters.size() && !letters[k].vowel; };
  while (i < letters.size()) {
    const bool first = i == 0;
    if (consonant(i)) out += letters[i++].latin;
    if (i < letters.size() && letters[i].vowel) {
      behind = letters[i].latin;
      out += letters[i++].latin;
    } else if (i == letters.size() && !first && pattern.size() > 1) {
      break;  // a last consonant of a cluster
    } else {
      const bool before_y = i + 1 < letters.size() && letters[i].latin == "y" && letters[i + 1].vowel;
      out += first && participle ? "u" : behind == "a" || participle || before_y ? "i" : "a";
      behind = {};
    }
    // What closes the syllable: a consonant with none but consonants or nothing behind it.
    const bool closes = consonant(i) && (i + 1 == letters.size() || (consonant(i + 1) && behind.empty()));
    if (closes) {
      out += letters[i++].latin;
      behind = {};
    }
  }
  return out;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

class Transliterator {
 public:
  explicit Transliterator(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // What the tables write for a form; null where they have none.
  const std::string* known(std::string_view form) const {
    const auto found = lexicon_.names.latin_names.find(lexicon_.vocabulary.find(form));
    return found == lexicon_.names.latin_names.end() ? nullptr : &found->second;
  }

  std::string word(std::string_view form) const {
    if (const std::string* latin = known(form)) return *latin;
    if (form.starts_with(article) && form.size() > article.size() + 2) {
      const std::string_view rest = form.substr(article.size());
      const std::string* latin = known(rest);
      return "al-" + (latin ? *latin : spelled(rest, true));
    }
    if (const size_t split = compound(form); split > 0) {
      return word(form.substr(0, split)) + " " + word(form.substr(split));
    }
    return spelled(form, false);
  }

 private:
  // Bytes of the particle that is written together with a name with article ("عبدالحكيم"); 0: there is none.
  size_t compound(std::string_view form) const {
    const size_t at = form.find(article);
    if (at == std::string_view::npos || at == 0 || form.size() < at + article.size() + 4) return 0;
    const FormId particle = lexicon_.vocabulary.find(form.substr(0, at));
    return (lexicon_.names.classes_of(particle) & name_class::compound) != 0 ? at : 0;
  }

  std::string spelled(std::string_view form, bool arabic) const {
    const std::vector<Letter> letters = parse(form, lexicon_.names);
    if (letters.empty()) return {};
    return capitalised(!arabic && looks_foreign(letters) ? as_foreign(letters) : as_arabic(letters));
  }

  const Lexicon& lexicon_;
};

}  // namespace

std::string transliterate(std::string_view name, const Lexicon& lexicon) {
  const Transliterator transliterator(lexicon);
  const std::string form = folded(name);
  std::vector<std::string_view> words = split(form, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!out.empty()) out += ' ';
    if (i + 1 < words.size()) {
      const std::string pair = std::string(words[i]) + " " + std::string(words[i + 1]);
      if (const std::string* latin = transliterator.known(pair)) {
        out += *latin;
        ++i;
        continue;
      }
    }
    out += transliterator.word(words[i]);
  }
  return out;
}

}  // namespace isnad

#include "stories/entities_keys.h"

#include <algorithm>
#include <array>

#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t max_sound = 48;

// ASCII letter of the sound class; 0: not written. Which letters Arabic newsrooms exchange for foreign sounds.
char sound_letter(char32_t c) {
  switch (c) {
    case U'ا': return 'a';
    case U'و': return 'w';
    case U'ي': return 'y';
    case U'ب':
    case U'پ': return 'b';
    case U'ت':
    case U'ط': return 't';
    case U'ث':
    case U'س':
    case U'ص': return 's';
    case U'ج':
    case U'غ':
    case 0x06AF:
    case 0x06A0: return 'g';
    case U'ق':
    case U'ك': return 'k';
    case U'ح':
    case U'ه': return 'h';
    case U'خ': return 'x';
    case U'د':
    case U'ض': return 'd';
    case U'ذ':
    case U'ز':
    case U'ظ':
    case U'ژ': return 'z';
    case U'ر': return 'r';
    case U'ش':
    case 0x0686: return 'c';
    case U'ع': return 'e';
    case U'ف':
    case 0x06A4: return 'f';
    case U'ل': return 'l';
    case U'م': return 'm';
    case U'ن': return 'n';
    case U'ء': return 0;
    default:
      return c < 0x80 && (c >= 'a' && c <= 'z') ? static_cast<char>(c)
             : c >= '0' && c <= '9'             ? static_cast<char>(c)
                                                : '?';
  }
}

bool is_vowel(char c) { return c == 'a' || c == 'w' || c == 'y'; }

double substitution(char a, char b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return 0.4;
  static constexpr std::array<std::string_view, 9> kindred = {"gk", "bf", "wf", "dz", "td", "sz", "hx", "gc", "bw"};
  for (const std::string_view pair : kindred) {
    if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a)) return 0.5;
  }
  return 1;
}

double insertion(char c) { return is_vowel(c) ? 0.4 : c == 'h' || c == 'e' ? 0.6 : 1; }

// "لل": preposition and article, of which the base keeps the second letter.
bool is_joined_article(const Document& document, const Word& word) {
  constexpr std::string_view lam = "ل";
  return word.base.start >= word.span.start + lam.size() && document.bytes(word.base).starts_with(lam) &&
         document.text.compare(word.base.start - lam.size(), lam.size(), lam) == 0;
}

struct PlainWord {
  std::string form;
  bool definite = false;
};

// The words of a mention without proclitics and article, folded.
std::vector<PlainWord> plain_words(const Document& document, const Mention& mention) {
  std::vector<PlainWord> forms;
  for (uint32_t i = mention.words.first; i < mention.words.last; ++i) {
    const Word& word = document.words[i];
    if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol) continue;
    // The future's "س" is read before verbs only: before a name it is its letter.
    const bool split = i == mention.words.first && (word.proclitics & proclitic::sa) == 0;
    std::string form = folded(document.bytes(split ? word.base : word.span));
    constexpr std::string_view article = "ال";
    const bool joined = i == mention.words.first && is_joined_article(document, word);
    const bool definite = form.starts_with(article) && form.size() > article.size() + 4;
    if (definite)
      form.erase(0, article.size());
    else if (joined && form.starts_with("ل"))
      form.erase(0, 2);
    if (!form.empty()) forms.push_back({std::move(form), definite || joined});
  }
  return forms;
}

}  // namespace

std::string sound_of(std::string_view form) {
  std::string sound;
  for (size_t at = 0; at < form.size();) {
    const CodePoint found = code_point_at(form, at);
    at += found.size;
    const char letter = sound_letter(found.value);
    if (letter != 0 && (sound.empty() || sound.back() != letter)) sound += letter;
  }
  while (sound.size() > 3 && (sound.back() == 'a' || sound.back() == 'h' || sound.back() == 'y')) sound.pop_back();
  return sound;
}

double sound_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, max_sound);
  b = b.substr(0, max_sound);
  std::array<double, max_sound + 1> row{};
  for (size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + insertion(b[j]);
  for (const char x : a) {
    double diagonal = row[0];
    row[0] += insertion(x);
    for (size_t j = 0; j < b.size(); ++j) {
      const double best =
          std::min({diagonal + substitution(x, b[j]), row[j + 1] + insertion(x), row[j] + insertion(b[j])});
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  return row[b.size()];
}

std::vector<NameToken> name_tokens(const Document& document, const Mention& mention, const Lexicon& lexicon) {
  std::vector<NameToken> tokens;
  std::string pending;
  bool filiation = false;
  const std::vector<PlainWord> words = plain_words(document, mention);
  for (size_t i = 0; i < words.size(); ++i) {
    const FormId id = lexicon.vocabulary.find(words[i].form);
    const uint32_t classes = lexicon.names.classes_of(id);
    const bool last = i + 1 == words.size();
    if (mention.type == MentionType::person && !last &&
        (classes & (name_class::filiation | name_class::compound)) != 0) {
      filiation = (classes & name_class::filiation) != 0;
      if (!filiation) pending += words[i].form;
      continue;
    }
    NameToken token;
    token.form = pending + words[i].form;
    token.definite = pending.empty() && words[i].definite;
    pending.clear();
    token.sound = sound_of(token.form);
    token.classes = classes | lexicon.names.classes_of(lexicon.vocabulary.find(token.form));
    token.country = lexicon.names.country_of(id);
    token.behind_filiation = filiation;
    filiation = false;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool same_token(const NameToken& a, const NameToken& b) {
  if (a.form == b.form) return true;
  if (a.country != none || b.country != none) return a.country == b.country;
  constexpr uint32_t person = name_class::given | name_class::family;
  if (a.sound == b.sound) return a.sound.size() >= 3 || (a.classes & b.classes & person) == 0;
  if ((a.classes & person) != 0 && (b.classes & person) != 0) return false;
  const size_t size = std::max(a.sound.size(), b.sound.size());
  if (std::min(a.sound.size(), b.sound.size()) < 5 || a.sound.front() != b.sound.front()) return false;
  constexpr double most = 0.13;  // of the length: a vowel of a short name, a consonant of a long one
  return sound_distance(a.sound, b.sound) <= most * static_cast<double>(size);
}

}  // namespace isnad

#include "words/clitics.h"

#include <algorithm>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t letter = 2;  // bytes of an Arabic letter

// Costs of how a rest is known; those of clitics stand in their table.
constexpr int function_cost = -20;
constexpr int frequent_cost = 0;
constexpr int form_cost = 24;
constexpr int name_cost = 24;
constexpr int name_with_article_cost = 8;  // "الوردي" is a name in some table, and an adjective anywhere
constexpr int misspelt_cost = 60;          // ta marbuta written as ha
constexpr int listed_cost = 50;            // in some table, but not as a name
constexpr int own_cost = 60;               // stands alone elsewhere in the report
constexpr int article_cost = 50;           // unknown behind an article
constexpr int imperative_cost = 50;        // news hardly commands
constexpr int feminine_host_cost = 55;
constexpr int unknown_cost = 100;
constexpr int short_cost = 10;  // two letters: too many things
constexpr int rare_short_cost = 30;
constexpr int intransitive_cost = 15;  // a pronoun behind a verb that the dictionary lets have none
constexpr int unexpected_cost = 25;    // a verb behind a preposition, a noun behind "لم"
constexpr int never_whole_cost = 60;
constexpr int hamza_cost = 30;  // written with a hamza that the known word has not

std::string with_marbuta(std::string_view form) {
  return std::string(form.substr(0, form.size() - letter)) + std::string(ta_marbuta);
}

// Conjunctions may stand before any function word, prepositions before those whose row says so, nothing else may.
bool function_joins(const KnownWord& word, uint8_t proclitics, bool pronoun) {
  if (proclitics & (proclitic::al | proclitic::sa)) return false;
  if ((proclitics & proclitic::preposition) & ~word.joins) return false;
  return !pronoun || word.takes_pronouns;
}

class Reader {
 public:
  Reader(const WordText& word, const Lexicon& lexicon, const UnknownForms& unknown)
      : word_(word), lexicon_(lexicon), words_(lexicon.words), unknown_(unknown) {}

  Reading read() {
    read_whole();
    if (word_.whole.word && word_.whole.word->always_whole) return best_;
    try_prepositions({}, trait::free);
    for (const Proclitic& conjunction : words_.conjunctions) {
      if (!word_.key.starts_with(conjunction.text)) continue;
      Reading reading;
      take(reading, conjunction);
      try_prepositions(reading, conjunction.joins);
    }
    return best_;
  }

 private:
  size_t size() const { return word_.key.size(); }

  static void take(Reading& reading, const Proclitic& clitic) {
    reading.base = reading.stem = static_cast<uint8_t>(reading.stem + clitic.text.size());
    reading.proclitics |= clitic.bit;
    reading.cost += clitic.cost;
    reading.rare_cost += clitic.rare_cost;
  }

  void read_whole() {
    best_.stem_end = static_cast<uint8_t>(size());
    best_.cost = evidence(best_, word_.whole, 0, trait::free, false);
    if (word_.whole.word && word_.whole.word->never_whole) best_.cost += never_whole_cost;
  }

  void try_prepositions(const Reading& start, uint16_t joins) {
    try_article(start, joins);
    for (const Proclitic& clitic : words_.prepositions) {
      if (!word_.key.substr(start.stem).starts_with(clitic.text)) continue;
      Reading reading = start;
      take(reading, clitic);
      try_joined_pronoun(reading, clitic);
      try_article(reading, clitic.joins);
      // "ل" and the article are written with one lam each: "للوزارة".
      if ((clitic.bit & proclitic::li) && word_.key.substr(reading.stem).starts_with(clitic.text)) {
        try_rest_of_article(reading, reading.stem + letter, true);
      }
    }
  }

  // "له", "بها": a preposition of one letter and a pronoun.
  void try_joined_pronoun(Reading reading, const Proclitic& clitic) {
    if (!(clitic.bit & (proclitic::bi | proclitic::li))) return;
    const std::string_view rest = word_.key.substr(reading.stem);
    for (const Pronoun& pronoun : words_.pronouns) {
      if (rest != pronoun.text || !(pronoun.joins & trait::noun_host)) continue;
      reading.stem_end = static_cast<uint8_t>(size());
      reading.cost += function_cost;
      reading.function = PartOfSpeech::preposition;
      keep(reading);
    }
  }

  void try_article(const Reading& start, uint16_t joins) {
    try_rest(start, joins);
    if ((joins & trait::nominal) == 0 || !word_.key.substr(start.stem).starts_with(words_.article.text)) return;
    if ((word_.hamzas >> start.stem / letter & 1) == 0) {
      try_rest_of_article(start, start.stem + words_.article.text.size(), false);
    }
  }

  void try_rest_of_article(Reading reading, size_t stem, bool lam_article) {
    if (stem + 2 * letter > size()) return;
    reading.stem = static_cast<uint8_t>(stem);
    reading.lam_article = lam_article;
    reading.proclitics |= proclitic::al;
    reading.cost += words_.article.cost;
    reading.stem_end = static_cast<uint8_t>(size());
    weigh_and_keep(reading, trait::nominal, false);
  }

  // The rest as it is, and without each pronoun that it may end with.
  void try_rest(const Reading& start, uint16_t joins) {
    const size_t rest = size() - start.stem;
    if (start.proclitics != 0 && rest >= 2 * letter) {
      Reading reading = start;
      reading.stem_end = static_cast<uint8_t>(size());
      weigh_and_keep(reading, joins, false);
    }
    for (const Pronoun& pronoun : words_.pronouns) {
      if (rest < pronoun.text.size() + 2 * letter || !word_.key.ends_with(pronoun.text)) continue;
      Reading reading = start;
      reading.stem_end = static_cast<uint8_t>(size() - pronoun.text.size());
      reading.cost += pronoun.cost;
      reading.rare_cost += pronoun.rare_cost;
      uint16_t hosts = pronoun.joins;
      if (!(joins & trait::verb)) hosts &= static_cast<uint16_t>(~trait::verb_host);
      if (!(joins & trait::nominal)) hosts &= static_cast<uint16_t>(~trait::noun_host);
      weigh_and_keep(reading, hosts, true);
    }
  }

  void weigh_and_keep(Reading& reading, uint16_t joins, bool pronoun) {
    if (reading.cost + function_cost >= best_.cost) return;
    const uint64_t hash = word_form_hash(rest_of(reading));
    const int cost = evidence(reading, look_up(words_, hash), hash, joins, pronoun);
    if (cost >= unknown_cost) return;
    reading.cost += cost;
    keep(reading);
  }

  std::string_view rest_of(const Reading& reading) const {
    return word_.key.substr(reading.stem, reading.stem_end - reading.stem);
  }

  // What it costs to take the rest of the reading for a word; sets its traits.
  int evidence(Reading& reading, const Knowledge& rest, uint64_t hash, uint16_t joins, bool pronoun) const {
    if (rest.function() && function_joins(*rest.word, reading.proclitics, pronoun)) {
      reading.function = rest.word->pos;
      reading.traits = rest.traits;
      reading.expects = pronoun ? Expectation::nothing : rest.word->expects;
      return function_cost + spelling_cost(reading, *rest.word);
    }
    const bool frequent = rest.word && rest.word->frequent;
    const bool is_short = rest_of(reading).size() <= 2 * letter && (reading.proclitics != 0 || pronoun);
    const int size_cost = !is_short ? 0 : frequent ? short_cost : rare_short_cost;
    uint16_t traits = rest.traits & joins;
    int verb_cost = 0;
    if (pronoun && traits == 0 && joins & trait::verb_host) {
      traits = rest.traits & (trait::past | trait::present);
      verb_cost = intransitive_cost;
    }
    if (traits == 0) return size_cost + weak_evidence(reading, hash, joins, pronoun);
    reading.traits = rest.traits;
    const int spelling = frequent ? spelling_cost(reading, *rest.word) : 0;
    const int rare = reading.proclitics & proclitic::al ? 0 : reading.rare_cost;
    return size_cost + verb_cost + spelling + form_cost_of(frequent, traits, rare);
  }

  int spelling_cost(const Reading& reading, const KnownWord& known) const {
    const uint32_t written = word_.hamzas >> reading.stem / letter;
    const uint32_t letters = (1u << (reading.stem_end - reading.stem) / letter) - 1;
    return written & letters & ~known.hamzas ? hamza_cost : 0;
  }

  int form_cost_of(bool frequent, uint16_t traits, int rare_cost) const {
    if (traits & trait::host) return frequent ? frequent_cost : form_cost + (traits & trait::noun_host ? rare_cost : 0);
    const bool nominal = traits & trait::nominal, verb = traits & (trait::past | trait::present);
    if (!nominal && !verb) return imperative_cost;
    const bool unexpected =
        (word_.expectation == Expectation::nominal && !nominal) || (word_.expectation == Expectation::verb && !verb);
    const int cost = frequent ? frequent_cost : form_cost + (verb ? 0 : rare_cost);
    return cost + (unexpected ? unexpected_cost : 0);
  }

  // Names of bodies hold words with clitics ("هيئة النقل والطاقة"): such are no names of their own.
  bool joins_article(const Reading& reading) const {
    const std::string_view rest = rest_of(reading);
    const std::string_view article = words_.article.text;
    return rest.substr(letter).starts_with(article) || (rest.starts_with("لل") && rest.size() > 4 * letter);
  }

  // Of a rest that neither the dictionary nor the function words know.
  int weak_evidence(Reading& reading, uint64_t hash, uint16_t joins, bool pronoun) const {
    const std::string_view rest = rest_of(reading);
    if (pronoun) {
      const bool long_pronoun = size() - reading.stem_end >= 2 * letter;
      return long_pronoun && rest.ends_with("ت") && rest.size() >= 4 * letter ? feminine_host_cost : unknown_cost;
    }
    if (joins & trait::nominal) {
      const FormId id = lexicon_.vocabulary.find(word_.folded.substr(reading.stem, rest.size()));
      if (words_.names(id) && !joins_article(reading)) {
        reading.traits = trait::proper;
        const bool article = reading.stem == 0 && rest.starts_with(words_.article.text) && (word_.hamzas & 1) == 0;
        return name_cost + (article ? name_with_article_cost : 0);
      }
      if (id != unknown_form) return listed_cost;
      if (reading.proclitics & proclitic::al) return rest.size() >= 3 * letter ? article_cost : unknown_cost;
      if (reading.proclitics != 0 && unknown_.contains(hash)) return own_cost;
    }
    if (rest.ends_with("ه") && look_up(words_, word_form_hash(with_marbuta(rest))).traits & joins & trait::nominal) {
      reading.traits = trait::noun | trait::feminine;
      return misspelt_cost;
    }
    return unknown_cost;
  }

  void keep(const Reading& reading) {
    if (reading.cost < best_.cost) best_ = reading;
  }

  const WordText& word_;
  const Lexicon& lexicon_;
  const WordLexicon& words_;
  const UnknownForms& unknown_;
  Reading best_;
};

}  // namespace

Knowledge look_up(const WordLexicon& words, uint64_t hash) {
  Knowledge knowledge;
  knowledge.word = words.known.find(hash);
  knowledge.traits = words.forms.find(hash);
  if (knowledge.word) knowledge.traits |= knowledge.word->traits;
  return knowledge;
}

void UnknownForms::close() { std::sort(hashes_.begin(), hashes_.end()); }

bool UnknownForms::contains(uint64_t hash) const { return std::binary_search(hashes_.begin(), hashes_.end(), hash); }

Reading read_clitics(const WordText& word, const Lexicon& lexicon, const UnknownForms& unknown) {
  return Reader(word, lexicon, unknown).read();
}

}  // namespace isnad

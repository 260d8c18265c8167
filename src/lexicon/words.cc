#include "lexicon/words.h"

#include "base/error.h"
#include "base/fold.h"

namespace isnad {
namespace {

[[noreturn]] void reject(const Table& table, size_t row, std::string_view column) {
  throw Error(ErrorCode::bad_format, table.place(row),
              "'" + std::string(table.cell(row, column)) + "' is no value of column '" + std::string(column) + "'");
}

bool yes(const Table& table, size_t row, std::string_view column) {
  const std::string_view cell = table.cell(row, column);
  if (cell != "yes" && cell != "no") reject(table, row, column);
  return cell == "yes";
}

struct NamedPart {
  std::string_view name;
  PartOfSpeech pos;
  uint16_t traits;
};
constexpr NamedPart parts[] = {
    {"noun", PartOfSpeech::noun, trait::noun}, {"adjective", PartOfSpeech::adjective, trait::adjective},
    {"past", PartOfSpeech::verb, trait::past}, {"present", PartOfSpeech::verb, trait::present},
    {"verb", PartOfSpeech::verb, trait::past}, {"proper", PartOfSpeech::proper, trait::proper},
    {"particle", PartOfSpeech::particle, 0},   {"preposition", PartOfSpeech::preposition, 0},
    {"pronoun", PartOfSpeech::pronoun, 0},     {"conjunction", PartOfSpeech::conjunction, 0},
};

const NamedPart& part_of(const Table& table, size_t row) {
  for (const NamedPart& part : parts) {
    if (table.cell(row, "part_of_speech") == part.name) return part;
  }
  reject(table, row, "part_of_speech");
}

uint8_t bit_of(std::string_view name) {
  constexpr std::pair<std::string_view, uint8_t> bits[] = {
      {"wa", proclitic::wa}, {"fa", proclitic::fa}, {"bi", proclitic::bi}, {"li", proclitic::li},
      {"ka", proclitic::ka}, {"sa", proclitic::sa}, {"al", proclitic::al}};
  for (const auto& [known, bit] : bits) {
    if (known == name) return bit;
  }
  return 0;
}

uint16_t traits_of(const Table& table, size_t row) {
  uint16_t traits = 0;
  const bool pronoun = table.cell(row, "kind") == "pronoun";
  for (const std::string_view join : table.alternatives(row, "joins")) {
    if (join == "any") traits |= trait::free;
    if (join == "noun") traits |= pronoun ? trait::noun_host : trait::nominal;
    if (join == "verb") traits |= trait::verb_host;
    if (join == "present") traits |= trait::present;
  }
  if (traits == 0) reject(table, row, "joins");
  return traits;
}

void load_clitics(const Table& table, WordLexicon& words) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view kind = table.cell(row, "kind");
    const int cost = static_cast<int>(table.number(row, "cost"));
    const int rare_cost = static_cast<int>(table.number(row, "rare_cost"));
    const uint16_t joins = traits_of(table, row);
    std::string text = folded(table.cell(row, "clitic"));
    if (kind == "pronoun") {
      words.pronouns.push_back({std::move(text), joins, cost, rare_cost});
      continue;
    }
    Proclitic clitic{std::move(text), bit_of(table.cell(row, "name")), joins, cost, rare_cost};
    if (clitic.bit == 0) reject(table, row, "name");
    if (kind == "conjunction")
      words.conjunctions.push_back(std::move(clitic));
    else if (kind == "preposition" || kind == "future")
      words.prepositions.push_back(std::move(clitic));
    else if (kind == "article")
      words.article = std::move(clitic);
    else
      reject(table, row, "kind");
  }
}

KnownWord& entry(WordLexicon& words, std::string_view written) {
  KnownWord& word = words.known[word_form_hash(word_key(written))];
  word.hamzas |= hamza_letters(written);
  return word;
}

// "وراء" is written "ورائه" before a pronoun.
void add_hamza_host(WordLexicon& words, std::string_view written, const KnownWord& word) {
  const std::string key = word_key(written);
  if (key.ends_with("ء")) words.known[word_form_hash(key.substr(0, key.size() - ta_marbuta.size()) + "ي")] = word;
}

Expectation expectation_of(const Table& table, size_t row) {
  const std::string_view cell = table.cell(row, "expects");
  if (cell.empty()) return Expectation::nothing;
  if (cell != "noun" && cell != "verb") reject(table, row, "expects");
  return cell == "noun" ? Expectation::nominal : Expectation::verb;
}

void load_function_words(const Table& table, WordLexicon& words) {
  for (size_t row = 0; row < table.size(); ++row) {
    const NamedPart& part = part_of(table, row);
    KnownWord& word = entry(words, table.cell(row, "word"));
    word.traits |= part.traits;
    word.takes_pronouns |= yes(table, row, "pronouns");
    if (word.pos == PartOfSpeech::unknown) {  // the first row of a spelling counts
      word.pos = part.pos;
      word.expects = expectation_of(table, row);
    }
    for (const std::string_view letter : split(table.cell(row, "joins"), ' ')) {
      for (const Proclitic& clitic : words.prepositions) {
        if (folded(letter) == clitic.text) word.joins |= clitic.bit;
      }
    }
    if (word.takes_pronouns) add_hamza_host(words, table.cell(row, "word"), KnownWord(word));
  }
}

void load_common_words(const Table& table, WordLexicon& words) {
  for (size_t row = 0; row < table.size(); ++row) {
    const NamedPart& part = part_of(table, row);
    if (part.traits == 0) reject(table, row, "part_of_speech");
    const bool pronouns = yes(table, row, "pronouns");
    const uint16_t host = part.pos == PartOfSpeech::verb ? trait::verb_host : trait::noun_host;
    for (const std::string_view word : table.alternatives(row, "word")) {
      entry(words, word).traits |= static_cast<uint16_t>(part.traits | (pronouns ? host : 0));
      const std::string key = word_key(word);
      if (!pronouns || !key.ends_with("ة")) continue;
      words.known[word_form_hash(key.substr(0, key.size() - 2) + "ت")].traits |= host;
    }
  }
}

// The forms of a frequent word that are frequent with it.
std::vector<std::string> frequent_forms(std::string_view word, uint16_t traits) {
  const std::string key = word_key(word);
  const size_t letter = ta_marbuta.size();
  if (traits & trait::past) return {key, key + "ت", key + "وا", key + "ا"};
  if (traits & trait::present) {
    const std::string rest = key.substr(letter);
    return {key, key + "ون", "ت" + rest};
  }
  if (key.ends_with(ta_marbuta)) return {key, key.substr(0, key.size() - letter) + "ت"};
  return {key};
}

void load_frequent_words(const Table& table, WordLexicon& words) {
  for (size_t row = 0; row < table.size(); ++row) {
    const uint16_t traits = part_of(table, row).traits;
    for (const std::string_view word : table.alternatives(row, "words")) {
      entry(words, word).traits |= traits;
      for (const std::string& form : frequent_forms(word, traits)) {
        KnownWord& known = words.known[word_form_hash(form)];
        known.frequent = true;
        known.hamzas |= hamza_letters(word);
      }
    }
  }
}

void load_ambiguous_words(const Table& table, WordLexicon& words) {
  for (size_t row = 0; row < table.size(); ++row) {
    const std::string_view reading = table.cell(row, "reading");
    if (reading != "whole" && reading != "split") reject(table, row, "reading");
    for (const std::string_view word : table.alternatives(row, "word")) {
      (reading == "whole" ? entry(words, word).always_whole : entry(words, word).never_whole) = true;
    }
  }
}

}  // namespace

WordLexicon load_words(const TableSource& source, Vocabulary&) {
  WordLexicon words;
  words.forms = WordForms(source.bytes("generated/word_forms.bin"));
  load_clitics(source.table("words/clitics"), words);
  load_function_words(source.table("words/function_words"), words);
  load_common_words(source.table("words/common_words"), words);
  load_frequent_words(source.table("words/frequent_words"), words);
  load_ambiguous_words(source.table("words/ambiguous_words"), words);
  const Table table = source.table("words/abbreviations");
  for (size_t row = 0; row < table.size(); ++row) {
    std::string text = folded(table.cell(row, "abbreviation"));
    if (yes(table, row, "closes")) words.closing_abbreviations.insert(text);
    words.abbreviations.insert(std::move(text));
  }
  return words;
}

}  // namespace isnad

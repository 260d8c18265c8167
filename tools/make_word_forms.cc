// Writes the table of lexicon/word_forms.h from a hunspell dictionary of Arabic in the manner of Ayaspell:
// make_word_forms ar.aff ar.dic OUT.bin
//
// Nouns are expanded by their suffix classes but for pronouns, verbs stand fully conjugated in the dictionary; of both
// the hosts of pronouns are made as well. Proclitics are not expanded: words/ splits them off.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "lexicon/word_forms.h"

namespace {

using namespace isnad;
using Flags = std::vector<std::string>;

constexpr std::string_view ha = "ه";

struct Rule {
  std::string strip, add, condition;
  Flags continuation;
};

struct Affixes {
  std::vector<Flags> aliases{{}};
  std::vector<std::string> morphology{{}};
  std::map<std::string, std::vector<Rule>> suffixes;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::string field;
  for (const char c : line + ' ') {
    if (c != ' ' && c != '\t' && c != '\r') {
      field += c;
    } else if (!field.empty()) {
      fields.push_back(std::move(field));
      field.clear();
    }
  }
  return fields;
}

Flags pairs_of(const std::string& flags) {
  Flags pairs;
  for (size_t i = 0; i + 1 < flags.size(); i += 2) pairs.push_back(flags.substr(i, 2));
  return pairs;
}

const Flags& alias(const Affixes& affixes, const std::string& number) {
  const auto index = static_cast<size_t>(std::atoi(number.c_str()));
  return affixes.aliases[index < affixes.aliases.size() ? index : 0];
}

Affixes read_affixes(const char* path) {
  Affixes affixes;
  std::ifstream in(path);
  bool aliases_counted = false, morphology_counted = false;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() >= 2 && fields[0] == "AF") {
      if (aliases_counted) affixes.aliases.push_back(pairs_of(fields[1]));
      aliases_counted = true;
    } else if (fields.size() >= 2 && fields[0] == "AM") {
      if (morphology_counted) affixes.morphology.push_back(line);
      morphology_counted = true;
    } else if (fields.size() >= 5 && fields[0] == "SFX") {
      Rule rule{fields[2] == "0" ? "" : fields[2], fields[3], fields[4], {}};
      if (const size_t slash = rule.add.find('/'); slash != std::string::npos) {
        rule.continuation = alias(affixes, rule.add.substr(slash + 1));
        rule.add.resize(slash);
      }
      if (rule.add == "0") rule.add.clear();
      affixes.suffixes[fields[1]].push_back(std::move(rule));
    }
  }
  return affixes;
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    out += found.value;
    at += found.size;
  }
  return out;
}

// A condition is a row of letters, "." or "[^…]", held against the end of the word.
bool holds(const std::string& condition_text, const std::string& word_text) {
  const std::u32string condition = decoded(condition_text), word = decoded(word_text);
  size_t at = word.size();
  for (size_t i = condition.size(); i-- > 0;) {
    if (at == 0) return false;
    const char32_t letter = word[--at];
    if (condition[i] == U'.') continue;
    if (condition[i] != U']') {
      if (condition[i] != letter) return false;
      continue;
    }
    size_t open = i;
    while (open > 0 && condition[open] != U'[') --open;
    const bool negated = condition[open + 1] == U'^';
    const std::u32string set = condition.substr(open + (negated ? 2 : 1), i - open - (negated ? 2 : 1));
    if ((set.find(letter) != std::u32string::npos) == negated) return false;
    i = open;
  }
  return true;
}

bool applies(const Rule& rule, const std::string& word) {
  return word.ends_with(rule.strip) && word.size() > rule.strip.size() && holds(rule.condition, word);
}

std::string applied(const Rule& rule, const std::string& word) {
  return word.substr(0, word.size() - rule.strip.size()) + rule.add;
}

class Forms {
 public:
  void add(const std::string& form, unsigned traits) {
    const std::string key = word_key(form);
    if (key.size() >= 4) traits_[key] |= static_cast<uint16_t>(traits);
  }
  // Where the rule leaves a pronoun's ha at the end, the form is a host; so it is where only pronouns may follow.
  void add_noun(const Affixes& affixes, const std::string& word, const Flags& flags, unsigned traits);
  void add_verb(const Affixes& affixes, const std::string& word, const Flags& flags, unsigned traits);
  bool write(const char* path) const;
  size_t size() const { return traits_.size(); }

 private:
  std::unordered_map<std::string, uint16_t> traits_;
};

bool has(const Flags& flags, std::initializer_list<const char*> wanted) {
  for (const std::string& flag : flags) {
    for (const char* name : wanted) {
      if (flag == name) return true;
    }
  }
  return false;
}

// Gender and number by the suffix that makes the form.
unsigned traits_of_suffix(const Rule& rule) {
  const std::string_view add = rule.add;
  unsigned traits = 0;
  if (add.ends_with("ة") || add.ends_with("ات")) traits |= trait::feminine;
  if (add.ends_with("ات") || add.ends_with("ون")) traits |= trait::plural;
  if (add.ends_with("ان")) traits |= trait::dual;
  return traits;
}

void Forms::add_noun(const Affixes& affixes, const std::string& word, const Flags& flags, unsigned traits) {
  add(word, traits | (word.ends_with(ta_marbuta) ? trait::feminine : 0));
  if (has(flags, {"cc", "dd", "ff"})) add(word, trait::noun_host);
  for (const std::string& flag : flags) {
    const auto found = affixes.suffixes.find(flag);
    if (found == affixes.suffixes.end() || std::islower(static_cast<unsigned char>(flag[0]))) continue;
    const bool relative = flag == "LA" || flag == "LB" || flag == "MA" || flag == "MB";
    for (const Rule& rule : found->second) {
      if (!applies(rule, word)) continue;
      std::string form = applied(rule, word);
      if (has(rule.continuation, {"aa", "bb"})) {
        form.resize(form.size() - ha.size());
        add(form, trait::noun_host);
        continue;
      }
      if (has(rule.continuation, {"cc", "dd", "ee", "ff"})) add(form, trait::noun_host);
      if (has(rule.continuation, {"nr", "nn", "nj", "mr", "mn", "mj"})) {
        add(form, (relative ? trait::adjective | trait::relative : traits) | traits_of_suffix(rule));
      }
    }
  }
}

// Classes of conjugation: their second letter is x where nothing follows the ending, i where pronouns of the third
// person do.
void Forms::add_verb(const Affixes& affixes, const std::string& word, const Flags& flags, unsigned traits) {
  add(word, traits);
  for (const std::string& flag : flags) {
    const auto found = affixes.suffixes.find(flag);
    if (found == affixes.suffixes.end() || (flag[1] != 'x' && flag[1] != 'i')) continue;
    for (const Rule& rule : found->second) {
      if (!applies(rule, word)) continue;
      std::string form = applied(rule, word);
      if (flag[1] == 'x') add(form, traits);
      if (flag[1] == 'x' || !rule.add.ends_with(ha)) continue;
      form.resize(form.size() - ha.size());
      add(form, trait::verb_host);
    }
  }
}

bool Forms::write(const char* path) const {
  const uint64_t count = traits_.size() * 3 / 2 + 1;
  std::vector<uint64_t> slots(count);
  for (const auto& [key, traits] : std::map(traits_.begin(), traits_.end())) {  // in one order everywhere
    const uint64_t hash = word_form_hash(key);
    uint64_t slot = ((hash >> 32) * count) >> 32;
    while (slots[slot] != 0) slot = slot + 1 == count ? 0 : slot + 1;
    slots[slot] = hash << 16 | traits;
  }
  char header[word_forms_header] = {};
  std::memcpy(header, word_forms_magic, sizeof word_forms_magic - 1);
  std::memcpy(header + word_forms_header - 8, &count, sizeof count);
  std::ofstream out(path, std::ios::binary);
  out.write(header, sizeof header);
  out.write(reinterpret_cast<const char*>(slots.data()), static_cast<std::streamsize>(count * 8));
  return static_cast<bool>(out.flush());
}

// Which part of the dictionary a line stands in: it is several files, one behind the other, with comments as heads.
struct Section {
  bool particles = true;  // the first files list particles with all their clitics: words/ has its own table of them
  unsigned traits = trait::noun;

  void enter(const std::string& line) {
    const auto holds = [&](const char* text) { return line.find(text) != std::string::npos; };
    if (holds(".dic"))
      particles = line.find("stopwords") != std::string::npos || line.find("tools") != std::string::npos;
    if (line[0] != '#') return;
    const bool proper = holds("القارات") || holds("البلدان") || holds("العواصم") || holds("أشخاص");
    const bool adjective = holds("اسم-الفاعل") || holds("اسم-المفعول") || holds("صف") || holds("النسبة") ||
                           holds("التفضيل") || holds("مبالغة");
    traits = proper ? trait::proper : adjective ? trait::noun | trait::adjective : trait::noun;
  }
};

unsigned verb_traits(const std::string& morphology) {
  unsigned traits = 0;
  if (morphology.find("is:pst") != std::string::npos) traits |= trait::past;
  if (morphology.find("is:prst") != std::string::npos) traits |= trait::present;
  if (morphology.find("is:imp") != std::string::npos) traits |= trait::imperative;
  return traits;
}

void read_words(const char* path, const Affixes& affixes, Forms& forms) {
  std::ifstream in(path);
  Section section;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    if (line[0] == '#' || line.find(".dic") != std::string::npos) {
      section.enter(line);
      continue;
    }
    const std::vector<std::string> fields = fields_of(line);
    if (section.particles || fields.empty()) continue;
    const size_t slash = fields[0].find('/');
    const std::string word = fields[0].substr(0, slash);
    const Flags& flags = alias(affixes, slash == std::string::npos ? "0" : fields[0].substr(slash + 1));
    const auto number = fields.size() > 1 ? static_cast<size_t>(std::atoi(fields[1].c_str())) : 0;
    const std::string& morphology = affixes.morphology[number < affixes.morphology.size() ? number : 0];
    if (morphology.find("po:verb") != std::string::npos) {
      forms.add_verb(affixes, word, flags, verb_traits(morphology));
    } else {
      forms.add_noun(affixes, word, flags, section.traits);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("usage: make_word_forms AFF DIC OUT.bin\n", stderr), 2;
  const Affixes affixes = read_affixes(argv[1]);
  Forms forms;
  read_words(argv[2], affixes, forms);
  if (forms.size() < 100000) return std::fputs("this is not the dictionary that was expected\n", stderr), 1;
  return forms.write(argv[3]) ? 0 : 1;
}

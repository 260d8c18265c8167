#include "mentions/name_gazetteer.h"

namespace isnad {
namespace {

// Longest match of a trie at a word, with the hyphens inside it counted in.
class Matcher {
 public:
  Matcher(const Document& document, const PhraseTrie& trie) : document_(document), trie_(trie) {}

  // In words of the document; none: no match.
  std::optional<PhraseTrie::Match> at(uint32_t first, uint32_t last) {
    const Word& word = document_.words[first];
    auto best = match(first, last, word.form_id);
    if (word.base_id != word.form_id) {
      const auto other = match(first, last, word.base_id);
      if (other && (!best || other->words > best->words)) best = other;
    }
    return best;
  }

 private:
  bool is_hyphen(uint32_t i) const {
    const std::string_view text = document_.bytes(document_.words[i].span);
    return text == "-" || text == "–";
  }
  std::optional<PhraseTrie::Match> match(uint32_t first, uint32_t last, FormId first_form) {
    uint32_t at = first;
    ends_.clear();
    auto found = trie_.longest([&](uint32_t k) -> FormId {
      if (k > 0 && ++at < last && is_hyphen(at)) ++at;
      if (at >= last) return unknown_form;
      ends_.push_back(at + 1);
      return k == 0 ? first_form : document_.words[at].form_id;
    });
    if (found) found->words = ends_[found->words - 1] - first;
    return found;
  }

  const Document& document_;
  const PhraseTrie& trie_;
  std::vector<uint32_t> ends_;
};

}  // namespace

std::vector<KnownMatch> find_known_names(const Document& document, const NameLexicon& names) {
  std::vector<KnownMatch> matches;
  Matcher matcher(document, names.phrases);
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.words.first; i < sentence.words.last;) {
      const auto found = matcher.at(i, sentence.words.last);
      if (!found) {
        ++i;
        continue;
      }
      matches.push_back({{i, i + found->words}, found->value});
      i += found->words;
    }
  }
  return matches;
}

std::vector<uint8_t> gazetteer_codes(const Document& document, const NameLexicon& names,
                                     const std::vector<KnownMatch>& matches) {
  std::vector<uint8_t> codes(document.words.size(), 0);
  for (const KnownMatch& match : matches) {
    const KnownPhrase& spelling = names.spellings[match.spelling];
    const auto type = static_cast<uint32_t>(names.known[spelling.name].type);
    for (uint32_t i = match.words.first; i < match.words.last; ++i) {
      const uint32_t part = (i > match.words.first) + 2 * (match.words.size() > 1);
      codes[i] = static_cast<uint8_t>(1 + type * 8 + spelling.ambiguous * 4 + part);
    }
  }
  return codes;
}

std::optional<NameType> gazetteer_kind(uint8_t code) {
  if (code == 0 || ((code - 1) & 4) != 0) return std::nullopt;
  return static_cast<NameType>((code - 1) / 8);
}

}  // namespace isnad

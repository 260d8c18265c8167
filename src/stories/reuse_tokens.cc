#include "stories/reuse_tokens.h"

#include <xxhash.h>

#include <string>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr float short_word_weight = 0.5F;
constexpr size_t short_word_bytes = 6;    // three Arabic letters
constexpr size_t prefix_bytes = 8;        // four Arabic letters
constexpr size_t fewest_prefix_bytes = 10;

}  // namespace

std::vector<ReuseToken> reuse_tokens(const Document& document) {
  std::vector<ReuseToken> tokens;
  tokens.reserve(document.words.size());
  std::string stem;
  for (const Sentence& sentence : document.sentences) {
    if (!is_content(document.lines[sentence.line].kind)) continue;
    for (uint32_t w = sentence.words.first; w < sentence.words.last; ++w) {
      const Word& word = document.words[w];
      if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol) continue;
      stem.clear();
      fold(document.bytes(word.stem), stem);
      if (stem.empty()) continue;
      ReuseToken token;
      token.stem = XXH3_64bits(stem.data(), stem.size());
      if (stem.size() >= fewest_prefix_bytes) token.prefix = static_cast<uint32_t>(XXH3_64bits(stem.data(), prefix_bytes));
      token.weight = stem.size() <= short_word_bytes && word.kind != WordKind::digits ? short_word_weight : 1.0F;
      token.word = w;
      tokens.push_back(token);
    }
  }
  return tokens;
}

}  // namespace isnad

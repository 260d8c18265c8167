#include "lexicon/vocabulary.h"

#include <xxhash.h>

#include "base/assert.h"
#include "base/fold.h"
#include "lexicon/table.h"

namespace isnad {

FormId Vocabulary::add(std::string_view form) {
  const uint64_t hash = XXH3_64bits(form.data(), form.size());
  const auto [entry, is_new] = ids_.try_emplace(hash, static_cast<FormId>(texts_.size()));
  if (is_new) {
    texts_.emplace_back(form);
    sieve_[hash % sieve_bits / 64] |= uint64_t(1) << hash % 64;
  }
  ISNAD_INVARIANT(texts_[entry->second] == form);
  return entry->second;
}

FormId Vocabulary::find(std::string_view form) const {
  const uint64_t hash = XXH3_64bits(form.data(), form.size());
  if ((sieve_[hash % sieve_bits / 64] >> hash % 64 & 1) == 0) return unknown_form;
  const auto found = ids_.find(hash);
  return found == ids_.end() ? unknown_form : found->second;
}

std::vector<FormId> Vocabulary::add_phrase(std::string_view phrase) {
  std::vector<FormId> forms;
  const std::string text = folded(phrase);
  for (std::string_view word : split(text, ' ')) {
    if (!word.empty()) forms.push_back(add(word));
  }
  return forms;
}

}  // namespace isnad

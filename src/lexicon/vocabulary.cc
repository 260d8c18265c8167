#include "lexicon/vocabulary.h"

#include <xxhash.h>

#include <algorithm>

#include "base/assert.h"
#include "base/fold.h"
#include "lexicon/table.h"

namespace isnad {
namespace {

constexpr size_t block_bytes = size_t(1) << 16;
constexpr size_t usual_forms = 100'000;  // of the built-in tables: room for them is made at once

}  // namespace

Vocabulary::Vocabulary() {
  texts_.reserve(usual_forms);
  texts_.emplace_back();
  ids_.reserve(usual_forms);
}

std::string_view Vocabulary::keep(std::string_view form) {
  if (form.size() > free_) {
    const size_t size = std::max(block_bytes, form.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    free_ = size;
  }
  std::copy(form.begin(), form.end(), next_);
  const std::string_view kept(next_, form.size());
  next_ += form.size();
  free_ -= form.size();
  return kept;
}

FormId Vocabulary::add(std::string_view form) {
  const uint64_t hash = XXH3_64bits(form.data(), form.size());
  const auto [entry, is_new] = ids_.try_emplace(hash, static_cast<FormId>(texts_.size()));
  if (is_new) {
    texts_.push_back(keep(form));
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

#include "lexicon/phrases.h"

namespace isnad {

void PhraseTrie::add(const std::vector<FormId>& phrase, uint32_t value) {
  if (phrase.empty()) return;
  uint32_t node = 0;
  for (const FormId form : phrase) {
    const auto [edge, is_new] = edges_.try_emplace(key(node, form), static_cast<uint32_t>(values_.size()));
    if (is_new) values_.push_back(no_value);
    node = edge->second;
  }
  if (values_[node] == no_value) values_[node] = value;
}

}  // namespace isnad

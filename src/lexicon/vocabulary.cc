#include "lexicon/vocabulary.h"

#include "base/fold.h"
#include "lexicon/table.h"

namespace isnad {

FormId Vocabulary::add(std::string_view form) {
  if (const auto found = ids_.find(form); found != ids_.end()) return found->second;
  const auto id = static_cast<FormId>(texts_.size());
  texts_.emplace_back(form);
  ids_.emplace(texts_.back(), id);
  return id;
}

FormId Vocabulary::find(std::string_view form) const {
  const auto found = ids_.find(form);
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

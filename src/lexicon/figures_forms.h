// Forms of verbs and counted nouns, made from the ones that the tables name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/figures.h"

namespace isnad {

struct VerbForm {
  std::string text;
  bool plural = false;
};

// Third-person forms: masculine and feminine, singular, dual and plural, of the perfect ("قتل") and the imperfect
// ("يقتل"), with the future's س. Either may be empty.
std::vector<VerbForm> verb_forms(std::string_view perfect, std::string_view imperfect);

struct NounFormText {
  std::string text;
  NounForm form = NounForm::singular;
  bool accusative = false;
};

// Singular, accusative, duals and plurals of a noun ("جندي", {"جنود"}). Of a phrase the first word takes the endings.
// A dual in ـين is NounForm::dual_or_plural where a plural ends in ـون or ـين.
std::vector<NounFormText> noun_forms(std::string_view singular, const std::vector<std::string_view>& plurals);

}  // namespace isnad

// The conjugator: all forms of a verb of speech that news reports use, from its stems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/speech.h"

namespace isnad {

struct ConjugatedForm {
  std::string text;  // folded
  SpeechForm form;
};

// Forms of the third person. perfect and imperfect: third person masculine singular as the table writes them;
// participle: masculine singular without ending; any may be empty. with_suffixes: also with object pronouns.
std::vector<ConjugatedForm> conjugate(std::string_view perfect, std::string_view imperfect, std::string_view participle,
                                      bool with_suffixes);

}  // namespace isnad

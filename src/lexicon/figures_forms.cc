#include "lexicon/figures_forms.h"

namespace isnad {
namespace {

bool drop_end(std::string& text, std::string_view end) {
  if (!std::string_view(text).ends_with(end)) return false;
  text.resize(text.size() - end.size());
  return true;
}

void add_perfect(std::string_view perfect, std::vector<VerbForm>& forms) {
  if (perfect.empty()) return;
  std::string stem(perfect);
  forms.push_back({stem, false});
  // Verbs that end in a long vowel lose it before the endings: ارتقى ارتقت ارتقوا, نجا نجوا.
  const bool weak = drop_end(stem, "ى") || drop_end(stem, "ا");
  forms.push_back({stem + "ت", false});
  forms.push_back({stem + (weak ? "يا" : "ا"), true});
  forms.push_back({stem + "تا", true});
  if (!weak) drop_end(stem, "ي");  // لقي لقيت لقوا
  forms.push_back({stem + "وا", true});
}

void add_imperfect(std::string_view imperfect, std::vector<VerbForm>& forms) {
  constexpr std::string_view prefix = "ي";
  if (!imperfect.starts_with(prefix)) return;
  std::string stem(imperfect.substr(prefix.size()));
  const std::string full = stem;
  const bool weak = drop_end(stem, "ى") || drop_end(stem, "و") || drop_end(stem, "ي");
  for (const std::string_view future : {"", "س"}) {
    const std::string he = std::string(future) + "ي", she = std::string(future) + "ت";
    forms.push_back({he + full, false});
    forms.push_back({she + full, false});
    forms.push_back({he + stem + "ون", true});
    forms.push_back({he + stem + "وا", true});
    forms.push_back({he + stem + (weak ? "يان" : "ان"), true});
    forms.push_back({she + stem + (weak ? "يان" : "ان"), true});
  }
}

bool takes_accusative(std::string_view noun) {
  for (const std::string_view end : {"ة", "ى", "اء", "ا", "ات", "ين", "ون", "$", "€"}) {
    if (noun.ends_with(end)) return false;
  }
  return true;
}

void add_noun(const std::string& head, const std::string& rest, NounForm form, std::vector<NounFormText>& forms) {
  forms.push_back({head + rest, form, false});
  if (!takes_accusative(head)) return;
  // In a phrase only an adjective stands beside an accusative: "محلاً تجارياً", "جهازاً".
  if (rest.empty()) {
    forms.push_back({head + "ا", form, true});
  } else if (takes_accusative(rest)) {
    forms.push_back({head + "ا" + rest + "ا", form, true});
  }
}

}  // namespace

std::vector<VerbForm> verb_forms(std::string_view perfect, std::string_view imperfect) {
  std::vector<VerbForm> forms;
  add_perfect(perfect, forms);
  add_imperfect(imperfect, forms);
  return forms;
}

std::vector<NounFormText> noun_forms(std::string_view singular, const std::vector<std::string_view>& plurals) {
  std::vector<NounFormText> forms;
  bool sound_plural = false;
  for (const std::string_view plural : plurals) {
    sound_plural |= plural.ends_with("ون") || plural.ends_with("ين");
  }
  const size_t space = singular.find(' ');
  const std::string head(singular.substr(0, space));
  const std::string rest(space == std::string_view::npos ? std::string_view{} : singular.substr(space));
  std::string stem = head;
  const bool feminine = drop_end(stem, "ة");
  if (feminine) stem += "ت";
  add_noun(head, rest, NounForm::singular, forms);
  for (const std::string_view plural : plurals) {
    const size_t gap = plural.find(' ');
    if (!feminine && plural.starts_with(head) && plural.substr(head.size()) == "ين" + rest)
      continue;  // below, with the duals
    add_noun(std::string(plural.substr(0, gap)),
             std::string(gap == std::string_view::npos ? std::string_view{} : plural.substr(gap)), NounForm::plural,
             forms);
  }
  // Words of two letters are units and kin: their duals read like other words (كمين, أمان, أبين).
  constexpr size_t two_letters = 4;
  if (head.size() <= two_letters || (!takes_accusative(head) && !feminine && !head.ends_with("اء"))) return forms;
  // An adjective of the phrase agrees with the dual: "عبوتان ناسفتان", "سيارتين مفخختين".
  const bool agrees = rest.ends_with("ة");
  const auto dual = [&](const std::string& end) {
    std::string tail = rest;
    if (agrees && drop_end(tail, "ة")) tail += "ت" + end;
    return stem + end + tail;
  };
  const NounForm oblique = sound_plural && !feminine ? NounForm::dual_or_plural : NounForm::dual;
  forms.push_back({dual("ان"), NounForm::dual, false});
  forms.push_back({dual("ين"), oblique, false});
  if (feminine || !rest.empty()) {
    forms.push_back({stem + "ا" + rest, NounForm::construct_dual, false});
    forms.push_back({stem + "ي" + rest, NounForm::construct_dual, false});
  }
  return forms;
}

}  // namespace isnad

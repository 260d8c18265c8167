#include "lexicon/speech_forms.h"

#include "base/fold.h"

namespace isnad {
namespace {

constexpr std::string_view suffixes[] = {"ه", "ها", "هم", "هما", "هن", "ني", "نا"};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

std::string without_last_letter(std::string text) {
  text.resize(text.size() - 2);  // every Arabic letter has two bytes
  return text;
}

class Conjugator {
 public:
  explicit Conjugator(bool with_suffixes) : with_suffixes_(with_suffixes) {}

  // Verbs whose last letter is weak lose it before ت and وا: دعا دعت دعوا, نفى نفت نفوا.
  void perfect(std::string_view given) {
    const bool weak = ends_with_any(given, {"ا", "ى"});
    const std::string stem = folded(given);
    const std::string core = weak ? without_last_letter(stem) : stem;
    tense_ = SpeechTense::perfect;
    add(stem, SpeechGender::masculine, SpeechNumber::singular);
    add(core + "ت", SpeechGender::feminine, SpeechNumber::singular);
    add(core + "وا", SpeechGender::masculine, SpeechNumber::plural);
    add(core + "تا", SpeechGender::feminine, SpeechNumber::dual);
    add((weak ? core + "ي" : stem) + "ا", SpeechGender::masculine, SpeechNumber::dual);
    if (!weak) add(stem + "ن", SpeechGender::feminine, SpeechNumber::plural);
  }

  void imperfect(std::string_view given) {
    const bool weak = ends_with_any(given, {"و", "ي", "ى"});
    const std::string stem = folded(given).substr(2);  // without ي
    const std::string core = weak ? without_last_letter(stem) : stem;
    tense_ = SpeechTense::imperfect;
    for (const std::string_view future : {"", "س"}) {
      const std::string he = std::string(future) + "ي";
      const std::string she = std::string(future) + "ت";
      add(he + stem, SpeechGender::masculine, SpeechNumber::singular);
      add(she + stem, SpeechGender::feminine, SpeechNumber::singular);
      add(he + core + "ون", SpeechGender::masculine, SpeechNumber::plural);
      add(he + stem + "ان", SpeechGender::masculine, SpeechNumber::dual);
      add(she + stem + "ان", SpeechGender::feminine, SpeechNumber::dual);
      add(he + stem + "ن", SpeechGender::feminine, SpeechNumber::plural);
    }
  }

  // The circumstantial accusative ("مؤكدا") is what attributes; the bare form is an adjective and is left out.
  void participle(std::string_view given) {
    const bool weak = ends_with_any(given, {"ي"});
    const std::string stem = folded(given);
    const std::string core = weak ? without_last_letter(stem) : stem;
    tense_ = SpeechTense::participle;
    add(stem + "ا", SpeechGender::masculine, SpeechNumber::singular);
    add(stem + "ه", SpeechGender::feminine, SpeechNumber::singular);
    add(core + "ين", SpeechGender::masculine, SpeechNumber::plural);
    add(stem + "تين", SpeechGender::feminine, SpeechNumber::dual);
    add(stem + "ات", SpeechGender::feminine, SpeechNumber::plural);
  }

  std::vector<ConjugatedForm> take() { return std::move(forms_); }

 private:
  void add(std::string text, SpeechGender gender, SpeechNumber number) {
    SpeechForm form{SpeechForm::no_verb, tense_, gender, number, false};
    if (with_suffixes_ && tense_ != SpeechTense::participle && number == SpeechNumber::singular) {
      // A final weak letter is written as alif before a suffix; folding leaves only "ي" to be changed.
      const bool alif = tense_ == SpeechTense::perfect && text.ends_with("ي");
      const std::string stem = alif ? without_last_letter(text) + "ا" : text;
      for (const std::string_view suffix : suffixes) {
        SpeechForm suffixed = form;
        suffixed.object_suffix = true;
        forms_.push_back({stem + std::string(suffix), suffixed});
      }
    }
    forms_.push_back({std::move(text), form});
  }

  bool with_suffixes_;
  SpeechTense tense_ = SpeechTense::perfect;
  std::vector<ConjugatedForm> forms_;
};

}  // namespace

std::vector<ConjugatedForm> conjugate(std::string_view perfect, std::string_view imperfect, std::string_view participle,
                                      bool with_suffixes) {
  Conjugator conjugator(with_suffixes);
  if (!perfect.empty()) conjugator.perfect(perfect);
  if (!imperfect.empty()) conjugator.imperfect(imperfect);
  if (!participle.empty()) conjugator.participle(participle);
  return conjugator.take();
}

}  // namespace isnad

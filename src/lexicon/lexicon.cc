#include "lexicon/lexicon.h"

namespace isnad {

Lexicon load_lexicon(const TableSource& source) {
  Lexicon lexicon;
  lexicon.lines = load_lines(source, lexicon.vocabulary);
  lexicon.words = load_words(source, lexicon.vocabulary);
  lexicon.numbers = load_numbers(source, lexicon.vocabulary);
  lexicon.times = load_times(source, lexicon.vocabulary);
  lexicon.words.first_name = static_cast<FormId>(lexicon.vocabulary.size());
  lexicon.names = load_names(source, lexicon.vocabulary);
  lexicon.words.last_name = static_cast<FormId>(lexicon.vocabulary.size());
  lexicon.speech = load_speech(source, lexicon.vocabulary);
  lexicon.figures = load_figures(source, lexicon.vocabulary);
  lexicon.stories = load_stories(source, lexicon.vocabulary);
  lexicon.search = load_search(source);
  lexicon.interface = InterfaceText(source);
  lexicon.pages = load_pages(source);
  return lexicon;
}

}  // namespace isnad

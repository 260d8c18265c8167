#include "claims/figure_scan.h"

#include <initializer_list>

#include "base/fold.h"

namespace isnad {
namespace {

// The form by which a word stands in frames and contexts: without joined conjunctions and prepositions.
FormId form_of(const Word& word) { return word.base_id != unknown_form ? word.base_id : word.form_id; }

FormId stem_of(const Word& word) { return word.stem_id != unknown_form ? word.stem_id : form_of(word); }

template <class FirstForm, class LaterForm>
std::optional<PhraseTrie::Match> match(const Document& document, const PhraseTrie& trie, uint32_t index, uint32_t end,
                                       FirstForm&& first, LaterForm&& later) {
  return trie.longest([&](uint32_t k) -> FormId {
    if (index + k >= end) return unknown_form;
    const Word& word = document.words[index + k];
    return k == 0 ? first(word) : later(word);
  });
}

// The form behind the article, for words that keep it in their stem because a name has it ("الحوثيين").
FormId without_article(const Document& document, const Vocabulary& vocabulary, const Word& word) {
  constexpr std::string_view article = "ال";
  const std::string_view base = document.bytes(word.base);
  if (word.stem != word.base || !base.starts_with(article)) return unknown_form;
  return vocabulary.find(folded(base.substr(article.size())));
}

void mark_noun(FigureScan& scan, const Vocabulary& vocabulary, uint32_t index, uint32_t end) {
  const Word& word = scan.word(index);
  WordMarks& marks = scan.marks[index];
  uint32_t longest = 0;
  const FormId bare = without_article(scan.document, vocabulary, word);
  if (bare != unknown_form) marks.definite = true;
  for (const FormId form : {word.form_id, word.base_id, word.stem_id, bare}) {
    if (!scan.lexicon.begins(form, FigureLexicon::noun_bit)) continue;
    const auto found = match(
        scan.document, scan.lexicon.noun_trie, index, end, [&](const Word&) { return form; }, stem_of);
    if (!found || found->words <= longest) continue;
    longest = found->words;
    marks.noun = found->value;
    marks.noun_words = static_cast<uint8_t>(found->words);
  }
}

void mark_frame(FigureScan& scan, uint32_t index, uint32_t end) {
  // The whole word first: "لإصابات" governs where "إصابات" does not.
  for (const FormId form : {scan.word(index).form_id, scan.word(index).base_id}) {
    if (!scan.lexicon.begins(form, FigureLexicon::frame_bit)) continue;
    const auto found = match(
        scan.document, scan.lexicon.frame_trie, index, end, [&](const Word&) { return form; }, form_of);
    if (!found) continue;
    scan.marks[index].frame = found->value;
    scan.marks[index].frame_words = static_cast<uint8_t>(found->words);
    return;
  }
}

void mark_word(FigureScan& scan, const Vocabulary& vocabulary, uint32_t index, uint32_t end) {
  const Word& word = scan.word(index);
  WordMarks& marks = scan.marks[index];
  marks.definite = (word.proclitics & proclitic::al) != 0;
  if (word.kind != WordKind::digits) mark_noun(scan, vocabulary, index, end);
  mark_frame(scan, index, end);
  const FormId form = form_of(word);
  if (form == unknown_form || form >= scan.lexicon.starts.size()) return;
  for (unsigned role = 0; role < context_role_count; ++role) {
    if (scan.lexicon.begins(form, role) && scan.context(index, end, static_cast<ContextRole>(role))) {
      marks.roles |= 1u << role;
    }
  }
}

}  // namespace

std::optional<PhraseTrie::Match> FigureScan::context(uint32_t index, uint32_t end, ContextRole role) const {
  return match(document, lexicon.context_tries[static_cast<size_t>(role)], index, end, form_of, form_of);
}

FigureScan scan_figures(const Document& document, const Lexicon& lexicon) {
  FigureScan scan{document, lexicon.figures, std::vector<WordMarks>(document.words.size())};
  for (const Sentence& sentence : document.sentences) {
    if (!is_content(document.lines[sentence.line].kind)) continue;
    uint32_t covered = sentence.words.first;
    for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      mark_word(scan, lexicon.vocabulary, i, sentence.words.last);
      WordMarks& marks = scan.marks[i];
      if (i < covered) {
        marks.frame = none;
        marks.inside = true;
      } else if (marks.frame != none) {
        covered = i + marks.frame_words;
      } else if (marks.noun_words > 1) {
        covered = i + marks.noun_words;  // "حالة وفاة" is a noun; its "وفاة" governs nothing
      }
    }
  }
  return scan;
}

}  // namespace isnad

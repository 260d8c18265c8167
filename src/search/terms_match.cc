#include "search/terms_match.h"

#include <algorithm>

#include "base/fold.h"
#include "store/terms.h"

namespace isnad {
namespace {

constexpr size_t words_before = 6;  // of the first match in a snippet
constexpr size_t words_shown = 34;
constexpr size_t piece_bytes = 2000;  // of a text, read at a time

// FTS5 takes a string in double quotation marks as it is; the terms have none inside.
std::string quoted(std::string_view term) {
  std::string out = "\"";
  for (const char c : term) {
    if (c != '"') out += c;
  }
  return out + "\"";
}

// A bare word with its lemma, its stem and its own form.
void add_word(MatchTerm& term, const Document& document, const Word& word, const Lexicon& lexicon) {
  const WordTerms as_word = terms_of(document, word, false, lexicon), as_name = terms_of(document, word, true, lexicon);
  if (as_word.exact.empty()) return;
  term.forms.insert(as_word.exact);
  std::set<std::string> lemmas = {as_word.lemma, as_name.lemma};
  // What is typed may be a plural, or begin with what only looks like a conjunction.
  lemmas.insert(lemma_of(document.bytes(word.span), as_word.exact, lexicon));
  std::string any;
  for (const std::string& lemma : lemmas) any += (any.empty() ? "" : " OR ") + quoted(lemma);
  if (!term.expression.empty()) term.expression += " AND ";
  term.expression += "({title body} : (" + any + "))";
  const bool function = word.pos == PartOfSpeech::particle || word.pos == PartOfSpeech::preposition ||
                        word.pos == PartOfSpeech::pronoun || word.pos == PartOfSpeech::conjunction;
  term.function = term.function && function;
  term.lemmas.merge(lemmas);
}

void add_phrase(MatchTerm& term, const Document& document, const Lexicon& lexicon) {
  std::string words;
  for (const Word& word : document.words) {
    const WordTerms of = terms_of(document, word, false, lexicon);
    if (of.exact.empty()) continue;
    term.phrase.push_back(of.exact);
    words += (words.empty() ? "" : " ") + of.exact;
  }
  if (!words.empty()) term.expression = "(exact : " + quoted(words) + ")";
}

// A word of a text: where it stands and by which terms it is found.
struct TextWord {
  Span span;
  std::string exact;
  uint64_t terms = 0;  // bits of the query's terms that it matches
};

// The words of text[start, end), behind those that were read before.
void read_words(const std::string& text, size_t start, size_t end, const std::vector<MatchTerm>& terms,
                const Lexicon& lexicon, std::vector<TextWord>& words) {
  const Document document = words_of(std::string_view(text).substr(start, end - start), lexicon);
  const auto shift = static_cast<uint32_t>(start);
  for (const Word& word : document.words) {
    const WordTerms as_word = terms_of(document, word, false, lexicon);
    if (as_word.exact.empty()) continue;
    TextWord& of = words.emplace_back();
    of.span = {word.span.start + shift, word.span.end + shift};
    of.exact = as_word.exact;
    const std::string as_name = terms_of(document, word, true, lexicon).lemma;
    for (size_t t = 0; t < terms.size(); ++t) {
      const MatchTerm& term = terms[t];
      if (term.excluded) continue;
      if (term.lemmas.contains(as_word.lemma) || term.lemmas.contains(as_name) || term.forms.contains(of.exact))
        of.terms |= uint64_t(1) << t;
    }
  }
}

// Where a piece of the text that begins at `start` ends: behind a line, or behind a blank of a very long line.
size_t piece_end(const std::string& text, size_t start) {
  if (text.size() - start <= piece_bytes) return text.size();
  const size_t line = text.find('\n', start + piece_bytes);
  if (line != std::string::npos && line - start <= 2 * piece_bytes) return line + 1;
  const size_t blank = text.find(' ', start + piece_bytes);
  return blank == std::string::npos ? text.size() : blank + 1;
}

// Sets the bit of each exact phrase on the words of its places.
void find_phrases(std::vector<TextWord>& words, const std::vector<MatchTerm>& terms) {
  for (size_t t = 0; t < terms.size(); ++t) {
    const std::vector<std::string>& phrase = terms[t].phrase;
    if (phrase.empty() || terms[t].excluded) continue;
    for (size_t w = 0; w + phrase.size() <= words.size(); ++w) {
      size_t same = 0;
      while (same < phrase.size() && words[w + same].exact == phrase[same]) ++same;
      if (same < phrase.size()) continue;
      for (size_t i = 0; i < same; ++i) words[w + i].terms |= uint64_t(1) << t;
    }
  }
}

// Index of the first word of the window in which most different terms match, then most words.
size_t best_window(const std::vector<TextWord>& words) {
  size_t best = 0;
  int most = -1;
  for (size_t w = 0; w < words.size(); ++w) {
    if (words[w].terms == 0) continue;
    uint64_t seen = 0;
    int matches = 0;
    for (size_t i = w; i < std::min(words.size(), w + words_shown - words_before); ++i) {
      seen |= words[i].terms;
      matches += words[i].terms != 0;
    }
    const int score = 100 * __builtin_popcountll(seen) + std::min(matches, 20);
    if (score > most) {
      most = score;
      best = w;
    }
  }
  return most < 0 ? 0 : best - std::min(best, words_before);
}

}  // namespace

std::vector<MatchTerm> match_terms(const SearchQuery& query, const Lexicon& lexicon) {
  std::vector<MatchTerm> terms;
  for (const QueryTerm& typed : query.terms) {
    MatchTerm term;
    term.excluded = typed.excluded;
    term.typed = typed.words;
    const Document document = words_of(typed.words, lexicon);
    if (typed.exact) {
      add_phrase(term, document, lexicon);
    } else {
      for (const Word& word : document.words) add_word(term, document, word, lexicon);
    }
    term.function = term.function && !typed.exact && !typed.excluded;
    if (!term.expression.empty()) terms.push_back(std::move(term));
  }
  // "في" and "على" stand in nearly all reports: beside other words they tell nothing.
  const bool tells =
      std::any_of(terms.begin(), terms.end(), [](const MatchTerm& t) { return !t.function && !t.excluded; });
  if (tells) std::erase_if(terms, [](const MatchTerm& term) { return term.function; });
  return terms;
}

std::string match_expression(const std::vector<MatchTerm>& terms, bool any) {
  std::string wanted, excluded;
  for (const MatchTerm& term : terms) {
    std::string& to = term.excluded ? excluded : wanted;
    const bool both = !term.excluded && !any;
    if (!to.empty()) to += both ? " AND " : " OR ";
    to += "(" + term.expression + ")";
  }
  if (wanted.empty() || excluded.empty()) return wanted;
  return "(" + wanted + ") NOT (" + excluded + ")";
}

Snippet make_snippet(const std::string& text, const std::vector<MatchTerm>& terms, const Lexicon& lexicon) {
  Snippet snippet;
  std::vector<TextWord> words;
  uint64_t wanted = 0, seen = 0;
  for (size_t t = 0; t < terms.size(); ++t) wanted |= terms[t].excluded ? 0 : uint64_t(1) << t;
  size_t at = 0;
  while (at < text.size() && (at == 0 || seen != wanted)) {
    const size_t end = piece_end(text, at);
    read_words(text, at, end, terms, lexicon, words);
    find_phrases(words, terms);
    for (const TextWord& word : words) seen |= word.terms;
    at = end;
  }
  if (words.empty()) return snippet;
  const size_t first = best_window(words), last = std::min(words.size(), first + words_shown);
  snippet.passage = {words[first].span.start, words[last - 1].span.end};
  if (first > 0) snippet.text = "… ";
  const auto shift = static_cast<uint32_t>(snippet.text.size());
  snippet.text += slice(text, snippet.passage);
  std::replace_if(
      snippet.text.begin(), snippet.text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (last < words.size() || at < text.size()) snippet.text += " …";
  for (size_t w = 0; w < words.size(); ++w) {
    if (words[w].terms == 0) continue;
    const Span& span = words[w].span;
    snippet.places.push_back(span);
    if (w >= first && w < last) {
      const uint32_t start = snippet.passage.start;
      snippet.marks.push_back({span.start - start + shift, span.end - start + shift});
    }
  }
  return snippet;
}

}  // namespace isnad

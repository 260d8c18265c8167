// Terms: what of a report's words is indexed and looked for. A word has two terms: the exact one is its folded form;
// the other is its lemma, so that «غزة» finds «بغزة» and «قتيل» finds «القتلى».
//
// Method: joined conjunctions, prepositions, article and pronouns off by the analysis of words; plurals that grammar
// does not tell by a table (data/search/plurals.tsv); regular endings of plural, dual and verb only where what is left
// is a word of the dictionary. Names keep their form: no ending is taken off them. There is no stemmer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// The term of a form without clitics: folded, for the dictionary's key `written` as it stands.
std::string lemma_of(std::string_view written, std::string_view folded_form, const Lexicon& lexicon);

// Terms of a word. Words that are no letters or digits have none.
struct WordTerms {
  std::string exact;
  std::string lemma;
};
WordTerms terms_of(const Document& document, const Word& word, bool in_name, const Lexicon& lexicon);

// The terms of a report for the index, parted by blanks, in the order of its words: position by position the same word.
struct ReportTerms {
  std::string title;  // lemmas of title and subheads
  std::string body;   // lemmas of all else but boilerplate
  std::string exact;  // folded forms of title and body
};

// Of a report with all its layers.
ReportTerms report_terms(const Document& document, const Lexicon& lexicon);

// Words of a text that is no report: of a query, or of a title that stands outside of the text.
Document words_of(std::string_view text, const Lexicon& lexicon);

}  // namespace isnad

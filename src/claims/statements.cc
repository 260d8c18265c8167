// The order of work: words are classed, quotations paired, cues found with their speakers, contents ended, chains
// built. The grammar of the cue ("verb, speaker, أن, clause") follows Alrahabi's work on Arabic quotations; chains of
// transmission are ours.
#include "claims/statements.h"

#include <algorithm>

#include "claims/chains.h"
#include "document/names.h"

namespace isnad {
namespace {

Stance stance_of(const Cue& cue) {
  if (!cue.verb) return Stance::asserts;
  return named<Stance>(cue.verb->stance).value_or(Stance::asserts);
}

Statement statement_of(const TokenStream& stream, const Cue& cue, const Content& content, Chain chain) {
  Statement statement;
  statement.cue = stream.document->span_of(cue.words);
  statement.content = content.span;
  statement.form = content.form;
  statement.stance = stance_of(cue);
  statement.chain = std::move(chain);
  return statement;
}

}  // namespace

void find_statements(Document& document, const Lexicon& lexicon) {
  document.statements.clear();
  if (document.words.empty()) return;
  TokenStream stream = read_tokens(document, lexicon);
  const Quotations quotations = find_quotations(stream);
  const PhraseContext context{stream, quotations};
  const std::vector<Cue> cues = find_cues(context);
  const std::vector<Content> contents = find_contents(context, cues);
  std::vector<Chain> chains = find_chains(context, cues, contents);
  for (size_t index = 0; index < cues.size(); ++index) {
    if (contents[index].span.empty() || chains[index].empty()) continue;
    document.statements.push_back(statement_of(stream, cues[index], contents[index], std::move(chains[index])));
  }
  std::stable_sort(document.statements.begin(), document.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.cue < b.cue; });
}

}  // namespace isnad

// Quotations: which mark opens and which closes, of every kind of mark, also opened and not closed.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/statements_tokens.h"

namespace isnad {

struct Quotation {
  uint32_t open = none;  // token of the opening mark
  uint32_t end = none;   // behind the closing mark, or where an unclosed quotation is given up
  bool closed = false;
};

class Quotations {
 public:
  std::vector<Quotation> all;  // in order of place
  std::vector<uint32_t>
      inside;  // for each token the index of the quotation that holds it (its marks included), or none

  const Quotation* at(uint32_t token) const { return inside[token] == none ? nullptr : &all[inside[token]]; }
  // The quotation that this token opens, or null.
  const Quotation* opened_by(uint32_t token) const {
    const Quotation* found = at(token);
    return found && found->open == token ? found : nullptr;
  }
};

bool is_quotation_mark(char32_t mark);

// Finds the quotations of the lines that hold these tokens and sets the ends of sentences in the stream.
Quotations find_quotations(TokenStream& stream);

// True where the quotation is only a name or a label: short, and behind a class noun ("قناة «النور»"), or one mention.
bool quotes_a_name(const TokenStream& stream, const Quotation& quotation);

}  // namespace isnad

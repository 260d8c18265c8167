// Which of two reports that share passages has them from the other.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Media go by a key that is the same for all their spellings: the gazetteer's id, or else the folded name.
struct MediaCredit {
  std::string key;
  Span statement;  // cue and content of what is credited; empty: the whole report, by a credit line or dateline
};

struct ReportCredits {
  std::string self;  // key of the report's own outlet; empty: not known
  std::vector<MediaCredit> credits;
};

ReportCredits credits_of(const Document& document, const Lexicon& lexicon);

// One of two reports that share passages.
struct CopiedSide {
  const Document& document;
  const ReportCredits& credits;
  std::vector<Span> passages;
  double share = 0;  // of the report's words within the passages
};

struct CopyDirection {
  Direction direction = Direction::unknown;
  std::string reason;  // see Reuse::direction_reason
};

// In the order of what the signs are worth: one credits the other; both credit a third, so that neither need have it
// from the other; the time of publication; one is nearly all contained in the other. Never empty-handed: where the
// direction is unknown, the reason says why.
CopyDirection direction_of(const CopiedSide& a, const CopiedSide& b);

}  // namespace isnad

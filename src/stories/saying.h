// When a figure was said, which is not always when its report was published.
#pragma once

#include <string>

#include "document/collection.h"
#include "stories/origins.h"

namespace isnad {

struct Said {
  Day day;
  std::string time;  // of day, as metadata gave it; empty: not known
  Day published;     // of the report, or of the one that it reprints
  Update update = Update::none;
  bool reprinted = false;  // the report prints what another one had on an earlier day
};

// The day the sentence gives for the saying ("قالت الوزارة أمس إن"), else the day of the first report that has the
// passage, else that of the report. A report that calls one figure of a sentence first, or says that the sentence was
// said earlier, means all of them.
Said said_of(const Collection& collection, const CopiedFigures& copies, const FigureRef& ref);

// By day, then by time of day where both tell it, else by the day of publication.
bool said_before(const Said& a, const Said& b);

}  // namespace isnad

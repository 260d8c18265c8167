// CSV: one row → one document, by the names of the columns. Commas, semicolons or tabs, told by the header; quoted
// fields may hold line ends (RFC 4180). Rows are read one at a time.
#pragma once

#include "read/sink.h"

namespace isnad {

// A row without a text but with a headline (Media Cloud's export) is a report of its headline, with a note.
// Throws Error(bad_format) where no column holds a text, a headline or an address.
void read_csv(ByteStream& bytes, const Part& part, ReportSink& sink);

}  // namespace isnad

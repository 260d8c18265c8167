// Office documents: the paragraphs of DOCX (ECMA-376) and ODT (OASIS OpenDocument).
#pragma once

#include "read/sink.h"
#include "read/unpack.h"

namespace isnad {

// One report: a line for each paragraph, without what was deleted under tracked changes, comments and field codes. Its
// day is not taken from the file: a document is often made long before or behind the day it tells of.
// Throws Error(bad_format) where the file holds no document.
void read_office(ByteStream& bytes, const Part& part, UnpackBudget& budget, ReportSink& sink);

}  // namespace isnad

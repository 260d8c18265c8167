// PDF: the text as the program `pdftotext` (poppler) gives it. The program is run, not linked: its licence is not ours.
#pragma once

#include <string>
#include <string_view>

#include "read/sink.h"

namespace isnad {

// One report of the text of all pages. Throws Error where `pdftotext` is not there, fails or takes too long.
void read_pdf(std::string_view bytes, const Part& part, ReportSink& sink);

// The text of pages as `pdftotext` writes it → paragraphs: lines joined that were broken at the margin, page numbers
// left out, presentation forms as letters, and lines in visual order turned round.
std::string pdf_paragraphs(std::string_view pages);

// True where the letters of most words stand in the order of the page, from left to right: ta marbuta, which only ends
// words, then begins them.
bool in_visual_order(std::string_view text);

}  // namespace isnad

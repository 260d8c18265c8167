#include "output/explain_view.h"

#include <set>

#include "output/terminal_canvas.h"

namespace isnad {

std::string explain_view(const Collection& collection, const std::vector<ExplanationLine>& lines,
                         const TerminalOptions& options) {
  Canvas canvas(options);
  for (const ExplanationLine& line : lines) {
    std::set<uint32_t> documents;
    for (const Passage& passage : line.evidence) documents.insert(passage.document);
    std::string cited;
    for (const uint32_t d : documents) cited += (cited.empty() ? "" : ", ") + collection.documents[d].id;
    canvas.paragraph(line.text + (cited.empty() ? "" : " [" + cited + "]"), 2, "- ");
  }
  return canvas.take();
}

}  // namespace isnad

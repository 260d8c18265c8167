// Reading: files, folders, globs and standard input of many kinds → documents with their text, one after another.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/pages.h"

namespace isnad {

// What could not be read: the place and one sentence for the user. The rest is read on.
struct ReadProblem {
  std::string place;
  std::string sentence;
  bool harmless = false;  // as expected of such an input: the pictures of a crawl, its pages in other languages
};

// Reads all reports of the inputs in order (a folder in order of file names; "-" is standard input) and hands each to
// on_report: id, metadata, source, text and alignment are set; of the layers, web pages bring their lines, nothing else
// has any. Problems go to on_problem. The kinds of
// files are told by their bytes (docs/reading.md). Memory does not grow with the inputs but for 16 bytes a report,
// JSON files that hold one value, and single reports of at most 32 MiB.
void read_reports(const std::vector<std::string>& inputs, const PageLexicon& pages,
                  const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem);

// The same for one file in memory. name: as the file is called, for its ending and for messages.
void read_bytes(std::string_view bytes, const std::string& name, const PageLexicon& pages,
                const std::function<void(Document&&)>& on_report,
                const std::function<void(const ReadProblem&)>& on_problem);

}  // namespace isnad

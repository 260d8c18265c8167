// reuse_bench INPUT...: what finding copies and stories costs: processor time, in all, for a report and in memory
// beyond that of the annotated reports. bench/vary_corpus.py makes larger collections of the same kind.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "stories/reuse.h"
#include "stories/stories.h"

namespace {

using namespace isnad;

constexpr unsigned annotating_threads = 2;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Lets the peak be counted from here on; false where the kernel does not allow it.
bool reset_peak() { return static_cast<bool>(std::ofstream("/proc/self/clear_refs") << 5 << std::flush); }

template <class Work>
void measured(const char* what, size_t reports, Work&& work) {
  reset_peak();
  const double before = peak_megabytes();
  const std::clock_t start = std::clock();
  work();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%-8s %7.2f s  %6.1f µs a report  %7.0f MB more\n", what, seconds,
              1e6 * seconds / static_cast<double>(reports), peak_megabytes() - before);
}

}  // namespace

int main(int count, char** arguments) {
  const Lexicon lexicon = load_lexicon();
  Collection collection;
  read_reports(
      std::vector<std::string>(arguments + 1, arguments + count), lexicon.pages,
      [&](Document&& document) { collection.documents.push_back(std::move(document)); }, [](const ReadProblem&) {});
  annotate_all(collection.documents, lexicon, annotating_threads, [](size_t) {});
  const size_t reports = collection.documents.size();
  std::printf("%zu reports, annotated in %.0f MB\n", reports, peak_megabytes());
  measured("reuse", reports, [&] { find_reuse(collection, lexicon); });
  std::printf("         %zu passages, %.2f a report\n", collection.reuse.size(),
              static_cast<double>(collection.reuse.size()) / static_cast<double>(reports));
  measured("stories", reports, [&] { group_stories(collection, lexicon); });
  std::printf("         %zu stories\n", collection.stories.size());
  return 0;
}

// Speed of reading figures alone: MB of text a second on one core, over invented reports that are dense with them.
#include <cstdio>
#include <ctime>
#include <string>

#include "claims/figures.h"
#include "pipeline/pipeline.h"

int main() {
  constexpr int sentences = 200, rounds = 200;
  const isnad::Lexicon lexicon = isnad::load_lexicon();
  isnad::Document document;
  document.id = "bench";
  document.text = "حصيلة جديدة لانفجار الوادي\n";
  for (int i = 0; i < sentences; ++i) {
    document.text +=
        "وقال مدير المستشفى إن " + std::to_string(i + 3) +
        " شخصاً قتلوا بينهم أربعة أطفال وامرأتان، وأصيب نحو 40 آخرين بجروح في انهيار مبنى من خمسة طوابق في حي "
        "مكتظ، فيما لا يزال ستة عمال في عداد المفقودين وأجلت فرق الإنقاذ مئات السكان إلى مدارس مجاورة.\n";
  }
  isnad::annotate(document, lexicon);
  const std::clock_t start = std::clock();  // of the processor, so that other load does not count
  for (int i = 0; i < rounds; ++i) isnad::find_figures(document, lexicon);
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const double megabytes = static_cast<double>(document.text.size()) * rounds / 1e6;
  std::printf("figures: %.1f MB/s (%zu figures in %zu bytes)\n", megabytes / took, document.figures.size(),
              document.text.size());
  return 0;
}

// Speed of folding, sentences and words, in bytes a second on one core: words_bench [FILE]
//
// FILE: text, a paragraph a line; without one, a few invented sentences are repeated.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>

#include "base/fold.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace {

using namespace isnad;

// Seconds of processor time: other programs on the machine do not count.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

constexpr size_t report_bytes = 4000;
constexpr int rounds = 5;

std::vector<std::string> reports_of(const char* path) {
  std::vector<std::string> reports(1);
  std::ifstream in(path ? path : "");
  for (std::string line; std::getline(in, line);) {
    reports.back() += line + '\n';
    if (reports.back().size() > report_bytes) reports.emplace_back();
  }
  if (reports.size() > 1) return reports;
  std::string text;
  while (text.size() < report_bytes) {
    text += "أعلنت وزارة الصحة في وردان، السبت، ارتفاع عدد الجرحى إلى 35 شخصاً وقالت إنهم نقلوا إلى مستشفياتها.\n";
  }
  return std::vector<std::string>(500, text);
}

template <class Work>
void measure(const char* name, size_t bytes, Work&& work) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const double start = now();
    work();
    best = std::min(best, now() - start);
  }
  std::printf("%-20s %8.1f MB/s\n", name, static_cast<double>(bytes) / best / 1e6);
}

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    document.lines.push_back({{static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, LineKind::body});
    start = end + 1;
  }
  return document;
}

}  // namespace

int main(int argc, char** argv) {
  const double start = now();
  const Lexicon lexicon = load_lexicon();
  const double loaded = now();
  TableSource source;
  Vocabulary vocabulary;
  load_words(source, vocabulary);
  const double words_loaded = now();
  std::printf("%-20s %8.1f ms\n%-20s %8.1f ms\n", "load_lexicon", (loaded - start) * 1e3, "load_words",
              (words_loaded - loaded) * 1e3);
  const std::vector<std::string> reports = reports_of(argc > 1 ? argv[1] : nullptr);
  size_t bytes = 0, count = 0;
  for (const std::string& report : reports) bytes += report.size();
  std::string out;
  measure("fold", bytes, [&] {
    for (const std::string& report : reports) out.clear(), fold(report, out);
  });
  measure("sentences", bytes, [&] {
    for (const std::string& report : reports) {
      Document document = document_of(report);
      split_sentences(document, lexicon);
    }
  });
  measure("sentences and words", bytes, [&] {
    count = 0;
    for (const std::string& report : reports) {
      Document document = document_of(report);
      split_sentences(document, lexicon);
      split_words(document, lexicon);
      count += document.words.size();
    }
  });
  std::printf("%-20s %8zu\n", "words", count);
}

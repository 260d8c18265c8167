// make_word_clusters [--data FOLDER] OUT INPUT...: groups the words of many reports by the words they stand beside, for
// the features of the name model. Writes the table that src/lexicon/word_clusters.h describes.
//
// Method: the exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998). Each word is moved to the class
// that makes the class bigrams of the text most likely, until few words move; once with few classes, once with many.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_clusters.h"
#include "mentions/name_features.h"
#include "read/lines.h"
#include "read/reports.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace {

using namespace isnad;

constexpr uint32_t fewest = 3;  // occurrences of a word that gets a class
constexpr uint32_t rounds = 8;
constexpr uint32_t few_classes = 64, many_classes = 512;

// The text as numbers of words: 0 is the border of a sentence, 1 a rare word.
struct Text {
  std::vector<std::string> words = {"", ""};
  std::vector<uint32_t> counts = {0, 0};
  std::vector<uint32_t> tokens;

  void add(const Document& document) {
    for (const Sentence& sentence : document.sentences) {
      tokens.push_back(0);
      for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
        const Word& word = document.words[i];
        const std::string form =
            word.kind == WordKind::digits ? "0" : std::string(name_core(document.folded_form(word), word.proclitics));
        const auto [entry, is_new] = numbers_.try_emplace(form, static_cast<uint32_t>(words.size()));
        if (is_new) {
          words.push_back(form);
          counts.push_back(0);
        }
        ++counts[entry->second];
        tokens.push_back(entry->second);
      }
    }
    tokens.push_back(0);
  }

  // Frequent words first, rare ones dropped.
  void close() {
    std::vector<uint32_t> order;
    for (uint32_t w = 2; w < words.size(); ++w) {
      if (counts[w] >= fewest) order.push_back(w);
    }
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return counts[a] > counts[b]; });
    std::vector<uint32_t> number(words.size(), 1);
    number[0] = 0;
    std::vector<std::string> kept = {"", ""};
    for (const uint32_t w : order) {
      number[w] = static_cast<uint32_t>(kept.size());
      kept.push_back(words[w]);
    }
    for (uint32_t& token : tokens) token = number[token];
    words = std::move(kept);
    counts.assign(words.size(), 0);
    for (const uint32_t token : tokens) ++counts[token];
  }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
};

using Neighbours = std::vector<std::pair<uint32_t, uint32_t>>;  // word, how often

class Exchange {
 public:
  Exchange(const Text& text, uint32_t classes)
      : text_(text), classes_(classes), of_(text.words.size()), bigrams_(size_t(classes) * classes), sizes_(classes) {
    std::vector<uint64_t> pairs;
    for (size_t i = 0; i + 1 < text.tokens.size(); ++i)
      pairs.push_back(uint64_t(text.tokens[i]) << 32 | text.tokens[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    left_.resize(of_.size());
    right_.resize(of_.size());
    for (size_t i = 0; i < pairs.size();) {
      size_t end = i;
      while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
      const auto a = static_cast<uint32_t>(pairs[i] >> 32), b = static_cast<uint32_t>(pairs[i]);
      right_[a].emplace_back(b, end - i);
      left_[b].emplace_back(a, end - i);
      i = end;
    }
    // Borders and rare words keep classes of their own; the others begin by rank.
    for (uint32_t w = 0; w < of_.size(); ++w) of_[w] = w < classes ? w : 2 + w % (classes - 2);
    for (uint32_t a = 0; a < of_.size(); ++a) {
      for (const auto& [b, count] : right_[a]) bigrams_[cell(of_[a], of_[b])] += count;
      sizes_[of_[a]] += text.counts[a];
    }
  }

  std::vector<uint32_t> run() {
    for (uint32_t round = 0; round < rounds; ++round) {
      size_t moved = 0;
      for (uint32_t w = 2; w < of_.size(); ++w) moved += place(w);
      std::fprintf(stderr, "%u classes, round %u: %zu words moved\n", classes_, round + 1, moved);
      if (moved * 200 < of_.size()) break;
    }
    return of_;
  }

 private:
  static double weight(int64_t n) { return n > 1 ? static_cast<double>(n) * std::log(static_cast<double>(n)) : 0; }
  size_t cell(uint32_t a, uint32_t b) const { return size_t(a) * classes_ + b; }

  // Counts of the classes beside a word, and of the word beside itself.
  void gather(const Neighbours& words, uint32_t self, Neighbours& out) {
    out.clear();
    for (const auto& [word, count] : words) {
      if (word == self) continue;
      if (sums_[of_[word]] == 0) out.emplace_back(of_[word], 0);
      sums_[of_[word]] += count;
    }
    for (auto& [group, count] : out) {
      count = sums_[group];
      sums_[group] = 0;
    }
  }

  void shift(uint32_t group, int64_t sign, int64_t self, uint32_t count) {
    for (const auto& [other, n] : before_) bigrams_[cell(other, group)] += sign * n;
    for (const auto& [other, n] : behind_) bigrams_[cell(group, other)] += sign * n;
    bigrams_[cell(group, group)] += sign * self;
    sizes_[group] += sign * count;
  }

  // The gain in likelihood of putting the word, now in no class, into a class.
  double gain(uint32_t group, int64_t self, uint32_t count) const {
    double sum = 0;
    int64_t own = self;
    for (const auto& [other, n] : before_) {
      if (other == group) {
        own += n;
        continue;
      }
      const int64_t now = bigrams_[cell(other, group)];
      sum += weight(now + n) - weight(now);
    }
    for (const auto& [other, n] : behind_) {
      if (other == group) {
        own += n;
        continue;
      }
      const int64_t now = bigrams_[cell(group, other)];
      sum += weight(now + n) - weight(now);
    }
    const int64_t now = bigrams_[cell(group, group)];
    sum += weight(now + own) - weight(now);
    return sum - 2 * (weight(sizes_[group] + count) - weight(sizes_[group]));
  }

  bool place(uint32_t word) {
    gather(left_[word], word, before_);
    gather(right_[word], word, behind_);
    int64_t self = 0;
    for (const auto& [other, n] : right_[word]) self += other == word ? n : 0;
    const uint32_t old = of_[word], count = text_.counts[word];
    shift(old, -1, self, count);
    uint32_t best = old;
    double most = gain(old, self, count) + 1e-6;
    for (uint32_t group = 2; group < classes_; ++group) {
      const double by = gain(group, self, count);
      if (by > most) {
        most = by;
        best = group;
      }
    }
    of_[word] = best;
    shift(best, 1, self, count);
    return best != old;
  }

  const Text& text_;
  uint32_t classes_;
  std::vector<uint32_t> of_;
  std::vector<int64_t> bigrams_, sizes_;
  std::vector<Neighbours> left_, right_;
  Neighbours before_, behind_;
  std::vector<uint32_t> sums_ = std::vector<uint32_t>(many_classes);
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("groups words by their neighbours");
  std::string data, out;
  std::vector<std::string> inputs;
  bool list = false;
  app.add_option("--data", data);
  app.add_flag("--list", list, "write the words with their classes to standard output");
  app.add_option("OUT", out)->required();
  app.add_option("INPUT", inputs)->required();
  CLI11_PARSE(app, argc, argv);
  const Lexicon lexicon = load_lexicon(TableSource(data));
  Text text;
  read_reports(
      inputs,
      [&](Document&& document) {
        split_lines(document, lexicon);
        split_sentences(document, lexicon);
        split_words(document, lexicon);
        text.add(document);
      },
      [](const ReadProblem&) {});
  text.close();
  std::fprintf(stderr, "%zu tokens, %zu words\n", text.tokens.size(), text.words.size());
  const std::vector<uint32_t> few = Exchange(text, few_classes).run();
  const std::vector<uint32_t> many = Exchange(text, many_classes).run();
  std::vector<std::pair<uint64_t, WordCluster>> rows;
  for (uint32_t w = 2; w < text.words.size(); ++w) {
    rows.emplace_back(word_cluster_hash(text.words[w]),
                      WordCluster{static_cast<uint8_t>(few[w]), static_cast<uint16_t>(many[w])});
    if (list) std::printf("%u\t%u\t%u\t%s\n", few[w], many[w], text.counts[w], text.words[w].c_str());
  }
  write_file(out, write_word_clusters(rows));
}

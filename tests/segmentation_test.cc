// Clitic borders against 500 sentences of news that linguists parted (UD Arabic-PUD), where they are at hand.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/characters.h"
#include "base/utf8.h"
#include "lexicon/table.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace isnad {
namespace {

constexpr char treebank[] = ISNAD_SOURCE_DIR "/../shared/eval/segmentation/ud-pud-news.conllu";
constexpr double floor_f1 = 0.97;

using Borders = std::set<uint32_t>;

struct Gold {
  std::string text;
  Borders borders;
  Borders unaligned;  // starts of words that the treebank spells otherwise than the text
};

bool is_word(std::string_view form) {
  const CodePoint first = code_point_at(form, 0);
  return class_of(first.value) == CharacterClass::arabic && first.value != 0x0640;
}

struct Token {
  std::string form;
  bool joined = false;  // to the next one
};

// Words of the text are parted at blanks; tokens that are joined make up one such word.
void align(const std::vector<Token>& tokens, Gold& gold) {
  size_t at = 0;
  for (size_t i = 0; i < tokens.size();) {
    size_t last = i;
    std::string joined = tokens[i].form;
    while (last + 1 < tokens.size() && tokens[last].joined) joined += tokens[++last].form;
    while (at < gold.text.size() && gold.text[at] == ' ') ++at;
    const size_t end = std::min(gold.text.find(' ', at), gold.text.size());
    if (gold.text.substr(at, end - at) != joined) {
      gold.unaligned.insert(static_cast<uint32_t>(at));
    } else {
      size_t border = at;
      for (size_t k = i; k < last; ++k) {
        border += tokens[k].form.size();
        if (is_word(tokens[k].form) && is_word(tokens[k + 1].form)) gold.borders.insert(static_cast<uint32_t>(border));
      }
    }
    at = end;
    i = last + 1;
  }
}

std::vector<Gold> read_treebank(std::istream& in) {
  std::vector<Gold> sentences;
  std::vector<Token> tokens;
  constexpr std::string_view text_key = "# text = ";
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(text_key)) sentences.push_back({line.substr(text_key.size()), {}, {}});
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() >= 10 && cells[0].find_first_of("-.") == std::string_view::npos) {
      tokens.push_back({std::string(cells[1]), cells[9].find("SpaceAfter=No") != std::string_view::npos});
    }
    if (line.empty() && !tokens.empty()) {
      align(tokens, sentences.back());
      tokens.clear();
    }
  }
  return sentences;
}

// Starts of code points of the proclitics and of the enclitic.
Borders found_borders(const Document& document, const Gold& gold) {
  Borders borders;
  for (const Word& word : document.words) {
    const size_t blank = gold.text.rfind(' ', word.span.start);
    if (gold.unaligned.contains(blank == std::string::npos ? 0 : static_cast<uint32_t>(blank + 1))) continue;
    for (uint32_t at = word.span.start; at < word.base.start;) {
      at += code_point_at(document.text, at).size;
      const CodePoint next = code_point_at(document.text, at);
      if (next.value < 0x064B || next.value > 0x0652) borders.insert(at);
    }
    if (word.enclitic_bytes > 0) borders.insert(word.stem.end);
  }
  return borders;
}

TEST(Segmentation, CliticBordersOfNews) {
  std::ifstream in(treebank);
  if (!in) GTEST_SKIP() << "no " << treebank;
  const Lexicon lexicon = load_lexicon();
  double right = 0, found = 0, wanted = 0;
  for (const Gold& gold : read_treebank(in)) {
    Document document;
    document.text = gold.text;
    document.lines.push_back({{0, static_cast<uint32_t>(gold.text.size())}, LineKind::body});
    split_sentences(document, lexicon);
    split_words(document, lexicon);
    const Borders borders = found_borders(document, gold);
    for (const uint32_t border : borders) right += gold.borders.contains(border);
    found += static_cast<double>(borders.size());
    wanted += static_cast<double>(gold.borders.size());
  }
  const double precision = right / found, recall = right / wanted;
  const double f1 = 2 * precision * recall / (precision + recall);
  std::printf("clitic borders: precision %.4f, recall %.4f, F1 %.4f of %.0f\n", precision, recall, f1, wanted);
  EXPECT_GE(f1, floor_f1);
}

}  // namespace
}  // namespace isnad

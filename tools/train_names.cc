// Trains the sequence model of names: a linear-chain conditional random field (Lafferty et al. 2001) over hashed
// features, by AdaGrad.
//
// usage: train_names [--rows LOG2] [--epochs N] [--penalty X] [--all] [--data FOLDER] TAGGED OUT
// TAGGED: a word and its tag (B-PERS, I-ORG, O, …) a line, blank lines between sentences, as ANERcorp has it.
// One block of 50 sentences in ten is held apart for the figures that it prints; --all trains on all of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <span>

#include "base/file.h"
#include "lexicon/lexicon.h"
#include "mentions/name_context.h"
#include "mentions/names.h"
#include "mentions/tagger.h"
#include "words/words.h"

namespace {

using namespace isnad;

constexpr uint64_t max_bytes = 1u << 30;

struct Example {
  std::vector<std::vector<uint64_t>> features;  // of each word
  std::vector<NameLabel> gold;
};

struct Tagged {
  std::vector<std::string> words;
  std::vector<std::string> tags;
};

std::vector<Tagged> read_tagged(const std::string& path) {
  const std::string bytes = read_file(path, max_bytes);
  std::vector<Tagged> sentences(1);
  for (const std::string_view line : split(bytes, '\n')) {
    const size_t space = line.rfind(' ');
    if (space == std::string_view::npos) {
      if (!sentences.back().words.empty()) sentences.emplace_back();
      continue;
    }
    sentences.back().words.emplace_back(line.substr(0, space));
    sentences.back().tags.emplace_back(trim(line.substr(space + 1)));
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  return sentences;
}

NameLabel label_of(std::string_view tag, bool first) {
  if (tag.size() < 3) return label_outside;
  const std::string_view kind = tag.substr(2);
  const bool begin = tag[0] == 'B' && first;
  for (const auto& [name, type] : {std::pair{"PERS", MentionType::person}, std::pair{"ORG", MentionType::organization},
                                   std::pair{"LOC", MentionType::location}}) {
    if (kind == name) return begin ? label_begin(type) : label_inside(type);
  }
  return label_outside;
}

// Sentences as the lines of one document.
struct Block {
  Document document;
  std::vector<uint32_t> starts;  // of each token, in bytes
  std::vector<std::string_view> tags;
};

Block block_of(std::span<const Tagged> sentences, const Lexicon& lexicon) {
  Block block;
  Document& document = block.document;
  for (const Tagged& tagged : sentences) {
    const auto start = static_cast<uint32_t>(document.text.size());
    for (size_t i = 0; i < tagged.words.size(); ++i) {
      block.starts.push_back(static_cast<uint32_t>(document.text.size()));
      block.tags.push_back(tagged.tags[i]);
      document.text += tagged.words[i] + " ";
    }
    document.text.back() = '\n';
    const Span span{start, static_cast<uint32_t>(document.text.size() - 1)};
    document.lines.push_back({span, LineKind::body});
    document.sentences.push_back({span, {}, static_cast<uint32_t>(document.lines.size() - 1)});
  }
  split_words(document, lexicon);
  return block;
}

uint32_t token_of(const Block& block, uint32_t byte) {
  return static_cast<uint32_t>(std::upper_bound(block.starts.begin(), block.starts.end(), byte) - block.starts.begin() -
                               1);
}

Example example_of(const Tagged& tagged, const Lexicon& lexicon) {
  const Block block = block_of({&tagged, 1}, lexicon);
  const Document& document = block.document;
  Example example;
  std::vector<NameSigns> signs;
  const auto matches = find_known_names(document, lexicon.names);
  const NameContext context = read_name_context(document, lexicon, matches);
  read_name_signs(document, context.classes, gazetteer_codes(document, lexicon.names, matches), signs);
  std::array<uint64_t, max_name_features> features;
  uint32_t last_token = none;
  for (size_t i = 0; i < document.words.size(); ++i) {
    const uint32_t count = name_features(signs, i, features);
    example.features.emplace_back(features.begin(), features.begin() + count);
    const Word& word = document.words[i];
    const uint32_t token = token_of(block, word.span.start);
    const bool mark = word.kind == WordKind::punctuation && tagged.words[token].size() > word.span.size();
    example.gold.push_back(mark ? label_outside : label_of(block.tags[token], token != last_token));
    if (!mark) last_token = token;
  }
  for (size_t i = 0; i < example.gold.size(); ++i) {  // an I behind a mark that was taken out begins anew
    NameLabel& label = example.gold[i];
    const NameLabel before = i > 0 ? example.gold[i - 1] : label_outside;
    if (label != label_outside && !is_begin(label) && before != label && before + 1 != label) label -= 1;
  }
  return example;
}

// Weights of a linear-chain conditional random field, trained by AdaGrad with an L2 penalty.
struct Weights {
  std::vector<float> rows, squares;
  std::array<std::array<float, name_row_size>, name_row_size> transitions{}, transition_squares{};
  uint64_t mask;

  explicit Weights(uint32_t log2)
      : rows(size_t(name_row_size) << log2), squares(rows.size()), mask((1ull << log2) - 1) {}
};

constexpr float rate = 0.1f;
constexpr float log_zero = -1e30f;

void step(float& weight, float& square, float gradient, float penalty) {
  gradient += penalty * weight;
  square += gradient * gradient;
  weight -= rate * gradient / std::sqrt(square + 1e-6f);
}

using Row = std::array<float, name_row_size>;

bool may_follow(NameLabel before, NameLabel label) {
  return label == label_outside || is_begin(label) || before == label || before + 1 == label;
}

float log_sum(const Row& values) {
  const float most = *std::max_element(values.begin(), values.begin() + name_label_count);
  float sum = 0;
  for (uint32_t l = 0; l < name_label_count; ++l) sum += std::exp(values[l] - most);
  return most + std::log(sum);
}

// Forward and backward sums of a sentence, and what the gradient needs of them.
struct Lattice {
  std::vector<Row> scores, forward, backward;
  float total = 0;

  void run(const Weights& weights, const Example& example) {
    const size_t size = example.features.size();
    scores.assign(size, {});
    forward.assign(size, {});
    backward.assign(size, {});
    for (size_t i = 0; i < size; ++i) {
      for (const uint64_t feature : example.features[i]) {
        const float* row = &weights.rows[(feature & weights.mask) * name_row_size];
        for (uint32_t l = 0; l < name_row_size; ++l) scores[i][l] += row[l];
      }
    }
    const auto edge = [&](NameLabel a, NameLabel b) { return may_follow(a, b) ? weights.transitions[a][b] : log_zero; };
    for (NameLabel l = 0; l < name_label_count; ++l) forward[0][l] = scores[0][l] + edge(label_outside, l);
    Row values{};
    for (size_t i = 1; i < size; ++i) {
      for (NameLabel l = 0; l < name_label_count; ++l) {
        for (NameLabel b = 0; b < name_label_count; ++b) values[b] = forward[i - 1][b] + edge(b, l);
        forward[i][l] = log_sum(values) + scores[i][l];
      }
    }
    for (size_t i = size - 1; i-- > 0;) {
      for (NameLabel l = 0; l < name_label_count; ++l) {
        for (NameLabel n = 0; n < name_label_count; ++n) values[n] = backward[i + 1][n] + edge(l, n) + scores[i + 1][n];
        backward[i][l] = log_sum(values);
      }
    }
    total = log_sum(forward[size - 1]);
  }
};

void learn(Weights& weights, const Example& example, Lattice& lattice, float penalty) {
  lattice.run(weights, example);
  const size_t size = example.features.size();
  std::array<Row, name_row_size> edges{};
  for (size_t i = 0; i < size; ++i) {
    Row gradient{};
    for (NameLabel l = 0; l < name_label_count; ++l) {
      gradient[l] = std::exp(lattice.forward[i][l] + lattice.backward[i][l] - lattice.total);
    }
    gradient[example.gold[i]] -= 1;
    const NameLabel gold_before = i > 0 ? example.gold[i - 1] : label_outside;
    edges[gold_before][example.gold[i]] -= 1;
    for (NameLabel b = 0; b < name_label_count; ++b) {
      if (i == 0 && b != label_outside) break;
      for (NameLabel l = 0; l < name_label_count; ++l) {
        if (!may_follow(b, l)) continue;
        const float before = i > 0 ? lattice.forward[i - 1][b] : 0;
        edges[b][l] += std::exp(before + weights.transitions[b][l] + lattice.scores[i][l] + lattice.backward[i][l] -
                                lattice.total);
      }
    }
    for (const uint64_t feature : example.features[i]) {
      const size_t row = (feature & weights.mask) * name_row_size;
      for (NameLabel l = 0; l < name_label_count; ++l) {
        if (std::abs(gradient[l]) > 1e-4f) step(weights.rows[row + l], weights.squares[row + l], gradient[l], penalty);
      }
    }
  }
  for (NameLabel b = 0; b < name_label_count; ++b) {
    for (NameLabel l = 0; l < name_label_count; ++l) {
      step(weights.transitions[b][l], weights.transition_squares[b][l], edges[b][l], penalty);
    }
  }
}

void train(Weights& weights, std::vector<const Example*> examples, uint32_t epochs, float penalty) {
  std::mt19937 random(7);
  Lattice lattice;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (const Example* example : examples) learn(weights, *example, lattice, penalty);
  }
}

NameModel quantised(const Weights& weights) {
  float largest = 0;
  size_t used = 0;
  for (const float weight : weights.rows) {
    largest = std::max(largest, std::abs(weight));
    used += std::abs(weight) > 0.01f;
  }
  const float unit = largest / 127;
  NameModel model;
  model.mask = weights.mask;
  model.scale = unit;
  for (const float weight : weights.rows) model.weights.push_back(static_cast<int8_t>(std::lround(weight / unit)));
  for (uint32_t a = 0; a < name_label_count; ++a) {
    for (uint32_t b = 0; b < name_label_count; ++b) {
      model.transitions[a][b] = static_cast<int32_t>(std::lround(weights.transitions[a][b] / unit));
    }
  }
  std::printf("weights used %zu, largest %.2f, unit %.4f\n", used, largest, unit);
  return model;
}

struct Counts {
  size_t right = 0, found = 0, gold = 0;
  double f1() const { return found + gold ? 2.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

using TokenSpan = std::tuple<uint32_t, uint32_t, MentionType>;  // first token, behind the last, type

std::vector<TokenSpan> gold_spans(const Block& block) {
  std::vector<TokenSpan> spans;
  for (uint32_t i = 0; i < block.tags.size(); ++i) {
    const NameLabel label = label_of(block.tags[i], true);
    if (label == label_outside || !is_begin(label)) continue;
    uint32_t end = i + 1;
    while (end < block.tags.size() && label_of(block.tags[end], true) == label + 1) ++end;
    spans.emplace_back(i, end, type_of(label));
  }
  return spans;
}

void print(const std::array<Counts, 4>& counts, const char* what) {
  constexpr const char* names[] = {"person", "organization", "location", "all"};
  for (size_t k = 0; k < counts.size(); ++k) {
    const Counts& c = counts[k];
    const auto share = [&](size_t of) {
      return static_cast<double>(c.right) / static_cast<double>(std::max<size_t>(1, of));
    };
    std::printf("%s %-13s P %.3f R %.3f F1 %.3f of %zu\n", what, names[k], share(c.found), share(c.gold), c.f1(),
                c.gold);
  }
}

// The whole stage on the sentences held apart, 50 of them as one report, in the manner of CoNLL: same tokens, same
// type.
void evaluate(const Lexicon& lexicon, std::span<const Tagged> sentences, bool list) {
  std::array<Counts, 4> counts;
  for (size_t first = 9 * 50; first < sentences.size(); first += 500) {
    Block block = block_of(sentences.subspan(first, std::min<size_t>(50, sentences.size() - first)), lexicon);
    find_names(block.document, lexicon);
    const std::vector<TokenSpan> gold = gold_spans(block);
    std::vector<TokenSpan> found;
    for (const Mention& mention : block.document.mentions) {
      found.emplace_back(token_of(block, mention.span.start), token_of(block, mention.span.end - 1) + 1, mention.type);
    }
    const auto note = [&](const TokenSpan& span, const char* what) {
      const uint32_t start = block.starts[std::get<0>(span)],
                     before = block.starts[std::max(3u, std::get<0>(span)) - 3];
      const uint32_t end = std::get<1>(span) < block.starts.size() ? block.starts[std::get<1>(span)]
                                                                   : static_cast<uint32_t>(block.document.text.size());
      if (list)
        std::printf("%s\t%d\t%s [%s]\n", what, static_cast<int>(std::get<2>(span)),
                    block.document.text.substr(before, start - before).c_str(),
                    block.document.text.substr(start, end - start).c_str());
    };
    for (const TokenSpan& span : found) {
      const bool right = std::find(gold.begin(), gold.end(), span) != gold.end();
      if (!right) note(span, "extra");
      for (Counts* c : {&counts[static_cast<size_t>(std::get<2>(span))], &counts[3]}) c->right += right, ++c->found;
    }
    for (const TokenSpan& span : gold) {
      if (std::find(found.begin(), found.end(), span) == found.end()) note(span, "missed");
      for (Counts* c : {&counts[static_cast<size_t>(std::get<2>(span))], &counts[3]}) ++c->gold;
    }
  }
  print(counts, "stage");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("trains the sequence model of names");
  std::string tagged, out, data;
  uint32_t log2_rows = 18, epochs = 12;
  float penalty = 0.0002f;
  bool all = false, list = false;
  app.add_option("--rows", log2_rows);
  app.add_option("--epochs", epochs);
  app.add_option("--penalty", penalty);
  app.add_flag("--all", all);
  app.add_flag("--list", list, "list what was missed and what was wrong");
  app.add_option("--data", data);
  app.add_option("TAGGED", tagged)->required();
  app.add_option("OUT", out)->required();
  CLI11_PARSE(app, argc, argv);
  Lexicon lexicon = load_lexicon(TableSource(data));
  const std::vector<Tagged> sentences = read_tagged(tagged);
  std::vector<Example> examples;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (all || i / 50 % 10 != 9) examples.push_back(example_of(sentences[i], lexicon));
  }
  std::vector<const Example*> training;
  for (const Example& example : examples) training.push_back(&example);
  Weights weights(log2_rows);
  train(weights, training, epochs, penalty);
  lexicon.names.model = quantised(weights);
  evaluate(lexicon, sentences, list);
  write_file(out, write_name_model(lexicon.names.model));
}

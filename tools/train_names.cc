// Trains the sequence model of names: averaged structured perceptron (Collins 2002) over hashed features.
//
// usage: train_names [--rows LOG2] [--epochs N] [--all] [--data FOLDER] TAGGED OUT
// TAGGED: a word and its tag (B-PERS, I-ORG, O, …) a line, blank lines between sentences, as ANERcorp has it.
// One block of 50 sentences in ten is held apart for the figures that it prints; --all trains on all of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>

#include "base/file.h"
#include "lexicon/lexicon.h"
#include "mentions/name_context.h"
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

Example example_of(const Tagged& tagged, const Lexicon& lexicon) {
  Document document;
  std::vector<uint32_t> starts;
  for (const std::string& word : tagged.words) {
    starts.push_back(static_cast<uint32_t>(document.text.size()));
    document.text += word + " ";
  }
  document.lines.push_back({{0, static_cast<uint32_t>(document.text.size())}, LineKind::body});
  document.sentences.push_back({{0, static_cast<uint32_t>(document.text.size() - 1)}, {}, 0});
  split_words(document, lexicon);
  Example example;
  std::vector<NameSigns> signs;
  const auto matches = find_known_names(document, lexicon.names);
  const NameContext context = read_name_context(document, lexicon.names, matches);
  read_name_signs(document, context.classes, gazetteer_codes(document, lexicon.names, matches), signs);
  std::array<uint64_t, max_name_features> features;
  uint32_t last_token = none;
  for (size_t i = 0; i < document.words.size(); ++i) {
    const uint32_t count = name_features(signs, i, features);
    example.features.emplace_back(features.begin(), features.begin() + count);
    const Word& word = document.words[i];
    const auto token = static_cast<uint32_t>(std::upper_bound(starts.begin(), starts.end(), word.span.start) - starts.begin() - 1);
    const bool mark = word.kind == WordKind::punctuation && tagged.words[token].size() > word.span.size();
    example.gold.push_back(mark ? label_outside : label_of(tagged.tags[token], token != last_token));
    if (!mark) last_token = token;
  }
  for (size_t i = 0; i < example.gold.size(); ++i) {  // an I behind a mark that was taken out begins anew
    NameLabel& label = example.gold[i];
    const NameLabel before = i > 0 ? example.gold[i - 1] : label_outside;
    if (label != label_outside && !is_begin(label) && before != label && before + 1 != label) label -= 1;
  }
  return example;
}

struct Weights {
  std::vector<float> rows, sums;
  std::array<std::array<float, name_row_size>, name_row_size> transitions{}, transition_sums{};
  uint64_t mask;
  float step = 1;

  explicit Weights(uint32_t log2) : rows(size_t(name_row_size) << log2), sums(rows.size()), mask((1ull << log2) - 1) {}

  void add(const std::vector<uint64_t>& features, NameLabel label, float by) {
    for (const uint64_t feature : features) {
      const size_t at = (feature & mask) * name_row_size + label;
      rows[at] += by;
      sums[at] += by * step;
    }
  }
  void add(NameLabel from, NameLabel to, float by) {
    transitions[from][to] += by;
    transition_sums[from][to] += by * step;
  }
};

void scores_of(const Weights& weights, const Example& example, std::vector<NameScores>& scores) {
  scores.assign(example.features.size(), {});
  for (size_t i = 0; i < scores.size(); ++i) {
    std::array<float, name_row_size> sum{};
    for (const uint64_t feature : example.features[i]) {
      const float* row = &weights.rows[(feature & weights.mask) * name_row_size];
      for (uint32_t l = 0; l < name_row_size; ++l) sum[l] += row[l];
    }
    for (uint32_t l = 0; l < name_row_size; ++l) scores[i][l] = static_cast<int32_t>(sum[l] * 64);
  }
}

void train(Weights& weights, std::vector<const Example*> examples, uint32_t epochs) {
  std::mt19937 random(7);
  std::vector<NameScores> scores;
  std::vector<NameLabel> labels;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    size_t wrong = 0;
    for (const Example* example : examples) {
      scores_of(weights, *example, scores);
      // An answer that wins by little is taken as wrong: the margin makes the model surer of what is right.
      for (size_t i = 0; i < scores.size(); ++i) {
        for (NameLabel l = 0; l < name_label_count; ++l) scores[i][l] += l != example->gold[i] ? 64 * 4 : 0;
      }
      std::array<NameScores, name_row_size> transitions;
      for (uint32_t a = 0; a < name_row_size; ++a) {
        for (uint32_t b = 0; b < name_row_size; ++b) transitions[a][b] = static_cast<int32_t>(weights.transitions[a][b] * 64);
      }
      decode_names(scores, transitions, labels);
      if (labels != example->gold) ++wrong;
      for (size_t i = 0; i < labels.size(); ++i) {
        const NameLabel before = i > 0 ? labels[i - 1] : label_outside;
        const NameLabel gold_before = i > 0 ? example->gold[i - 1] : label_outside;
        if (labels[i] != example->gold[i]) {
          weights.add(example->features[i], example->gold[i], 1);
          weights.add(example->features[i], labels[i], -1);
        }
        if (labels[i] != example->gold[i] || before != gold_before) {
          weights.add(gold_before, example->gold[i], 1);
          weights.add(before, labels[i], -1);
        }
      }
      weights.step += 1;
    }
    std::printf("epoch %u: %zu of %zu sentences wrong\n", epoch + 1, wrong, examples.size());
  }
}

NameModel quantised(const Weights& weights) {
  std::vector<float> mean(weights.rows.size());
  float largest = 0;
  double square = 0;
  size_t used = 0;
  for (size_t i = 0; i < mean.size(); ++i) {
    mean[i] = weights.rows[i] - weights.sums[i] / weights.step;
    largest = std::max(largest, std::abs(mean[i]));
    if (mean[i] != 0) square += mean[i] * mean[i], ++used;
  }
  const float unit = std::min(largest, 24 * static_cast<float>(std::sqrt(square / static_cast<double>(used)))) / 127;
  NameModel model;
  model.mask = weights.mask;
  model.scale = unit;
  for (const float weight : mean) {
    model.weights.push_back(static_cast<int8_t>(std::clamp(std::lround(weight / unit), -127l, 127l)));
  }
  for (uint32_t a = 0; a < name_label_count; ++a) {
    for (uint32_t b = 0; b < name_label_count; ++b) {
      const float weight = weights.transitions[a][b] - weights.transition_sums[a][b] / weights.step;
      model.transitions[a][b] = static_cast<int32_t>(std::lround(weight / unit));
    }
  }
  std::printf("weights used %zu, largest %.1f, unit %.3f\n", used, largest, unit);
  return model;
}

struct Counts {
  size_t right = 0, found = 0, gold = 0;
  double f1() const { return found + gold ? 2.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

// Spans as (first, last, type) of a labelling.
std::vector<std::tuple<size_t, size_t, MentionType>> spans_of(const std::vector<NameLabel>& labels) {
  std::vector<std::tuple<size_t, size_t, MentionType>> spans;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (!is_begin(labels[i])) continue;
    size_t end = i + 1;
    while (end < labels.size() && labels[end] == labels[i] + 1) ++end;
    spans.emplace_back(i, end, type_of(labels[i]));
  }
  return spans;
}

void evaluate(const NameModel& model, const std::vector<const Example*>& examples) {
  std::array<Counts, 4> counts;
  std::vector<NameLabel> labels;
  for (const Example* example : examples) {
    std::vector<NameScores> scores;
    for (const auto& features : example->features) {
      NameScores sum{};
      for (const uint64_t feature : features) {
        for (uint32_t l = 0; l < name_row_size; ++l) sum[l] += model.row(feature)[l];
      }
      scores.push_back(sum);
    }
    decode_names(scores, model.transitions, labels);
    const auto gold = spans_of(example->gold), found = spans_of(labels);
    for (const auto& span : found) {
      const bool right = std::find(gold.begin(), gold.end(), span) != gold.end();
      for (Counts* c : {&counts[static_cast<size_t>(std::get<2>(span))], &counts[3]}) c->right += right, ++c->found;
    }
    for (const auto& span : gold) ++counts[static_cast<size_t>(std::get<2>(span))].gold, ++counts[3].gold;
  }
  constexpr const char* names[] = {"person", "organization", "location", "all"};
  for (size_t k = 0; k < counts.size(); ++k) {
    const Counts& c = counts[k];
    const auto share = [&](size_t of) { return static_cast<double>(c.right) / static_cast<double>(std::max<size_t>(1, of)); };
    std::printf("%-13s P %.3f R %.3f F1 %.3f of %zu\n", names[k], share(c.found), share(c.gold), c.f1(), c.gold);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("trains the sequence model of names");
  std::string tagged, out, data;
  uint32_t log2_rows = 18, epochs = 12;
  bool all = false;
  app.add_option("--rows", log2_rows);
  app.add_option("--epochs", epochs);
  app.add_flag("--all", all);
  app.add_option("--data", data);
  app.add_option("TAGGED", tagged)->required();
  app.add_option("OUT", out)->required();
  CLI11_PARSE(app, argc, argv);
  const Lexicon lexicon = load_lexicon(TableSource(data));
  std::vector<Example> examples;
  for (const Tagged& sentence : read_tagged(tagged)) examples.push_back(example_of(sentence, lexicon));
  std::vector<const Example*> training, held;
  for (size_t i = 0; i < examples.size(); ++i) {
    const bool apart = i / 50 % 10 == 9;
    if (apart) held.push_back(&examples[i]);
    if (!apart || all) training.push_back(&examples[i]);
  }
  Weights weights(log2_rows);
  train(weights, training, epochs);
  const NameModel model = quantised(weights);
  evaluate(model, held);
  write_file(out, write_name_model(model));
}

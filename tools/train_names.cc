// Trains the sequence model of names, a conditional random field over hashed features (crf.h), and measures it.
//
// usage: train_names [--data FOLDER] [--rows LOG2] [--epochs N] [--penalty X] [--folds N] [--split KIND] [--list]
//                    TAGGED [OUT]
// TAGGED: a word and its tag (B-PERS, I-ORG, O, …) a line, blank lines between sentences, as ANERcorp has it.
// Measures by cross-validation in five folds, then trains on everything and writes OUT where it is given. A fold is
// every fifth block of 50 sentences that follow one another ("blocks": other articles than those learned from), or
// every fifth sentence ("sentences": as published figures with random splits have it, easier).
#include <tsl/robin_map.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <span>

#include "base/file.h"
#include "crf.h"
#include "lexicon/lexicon.h"
#include "mentions/name_context.h"
#include "mentions/names.h"
#include "mentions/tagger.h"
#include "words/words.h"

namespace {

using namespace isnad;
using crf::Example;
using crf::Row;
using crf::Weights;

constexpr uint64_t max_bytes = 1u << 30;

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
  std::vector<uint32_t> ends;
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
      block.ends.push_back(static_cast<uint32_t>(document.text.size() - 1));
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

uint32_t token_size(const Block& block, uint32_t token) { return block.ends[token] - block.starts[token]; }

// The sentence of a token, counted in its block.
size_t sentence_of(const Block& block, uint32_t token) { return line_at(block.document, block.starts[token]); }

// The label of each word: that of its token; marks that stand apart inside a token get none.
std::vector<NameLabel> gold_labels(const Block& block) {
  std::vector<NameLabel> gold;
  uint32_t last_token = none;
  for (const Word& word : block.document.words) {
    const uint32_t token = token_of(block, word.span.start);
    const bool mark = word.kind == WordKind::punctuation && token_size(block, token) > word.span.size();
    gold.push_back(mark ? label_outside : label_of(block.tags[token], token != last_token));
    if (!mark) last_token = token;
  }
  for (size_t i = 0; i < gold.size(); ++i) {  // an I behind a mark that was taken out begins anew
    const NameLabel before = i > 0 ? gold[i - 1] : label_outside;
    if (gold[i] != label_outside && !is_begin(gold[i]) && before != gold[i] && before + 1 != gold[i]) gold[i] -= 1;
  }
  return gold;
}

// One example for each sentence of the block.
std::vector<Example> examples_of(const Block& block, const Lexicon& lexicon) {
  const Document& document = block.document;
  std::vector<NameSigns> signs;
  const auto matches = find_known_names(document, lexicon.names);
  const NameContext context = read_name_context(document, lexicon, matches);
  read_name_signs(document, lexicon.names.clusters, context.classes, gazetteer_codes(document, lexicon.names, matches),
                  signs);
  const std::vector<NameLabel> gold = gold_labels(block);
  std::vector<Example> examples;
  std::array<uint64_t, max_name_features> features;
  for (const Sentence& sentence : document.sentences) {
    Example example;
    const auto own = std::span(signs).subspan(sentence.words.first, sentence.words.size());
    for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      const uint32_t count = name_features(own, i - sentence.words.first, features);
      example.features.emplace_back(features.begin(), features.begin() + count);
      example.gold.push_back(gold[i]);
    }
    examples.push_back(std::move(example));
  }
  return examples;
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

struct Tally {
  std::array<Counts, 4> counts;  // by type, and all

  void add(const std::vector<TokenSpan>& gold, const std::vector<TokenSpan>& found) {
    for (const TokenSpan& span : found) {
      const bool right = std::find(gold.begin(), gold.end(), span) != gold.end();
      for (Counts* c : {&counts[static_cast<size_t>(std::get<2>(span))], &counts[3]}) c->right += right, ++c->found;
    }
    for (const TokenSpan& span : gold) {
      for (Counts* c : {&counts[static_cast<size_t>(std::get<2>(span))], &counts[3]}) ++c->gold;
    }
  }

  void print(const char* what) const {
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
};

// What became of the names, and of the ones found: the table of errors.
struct Errors {
  std::map<std::string, size_t> counts;

  static bool overlap(const TokenSpan& a, const TokenSpan& b) {
    return std::get<0>(a) < std::get<1>(b) && std::get<0>(b) < std::get<1>(a);
  }
  static std::string kind(const TokenSpan& span, const std::vector<TokenSpan>& others, const char* alone) {
    constexpr const char* names[] = {"person", "organization", "location"};
    const std::string type = names[static_cast<size_t>(std::get<2>(span))];
    for (const TokenSpan& other : others) {
      if (!overlap(span, other)) continue;
      const bool same_words = std::get<0>(span) == std::get<0>(other) && std::get<1>(span) == std::get<1>(other);
      const bool same_type = std::get<2>(span) == std::get<2>(other);
      return type + (same_words ? " type" : same_type ? " borders" : " type and borders");
    }
    return type + " " + alone;
  }
};

std::string words_of(const Block& block, uint32_t first, uint32_t last) {
  last = std::min(last, static_cast<uint32_t>(block.ends.size()));
  return first < last ? block.document.text.substr(block.starts[first], block.ends[last - 1] - block.starts[first])
                      : "";
}

void note_errors(const Block& block, const std::vector<TokenSpan>& gold, const std::vector<TokenSpan>& found,
                 Errors& errors, bool list) {
  const auto note = [&](const TokenSpan& span, const std::string& kind, const char* what) {
    if (list) {
      const auto [first, last, type] = span;
      std::printf("%s\t%s\t%s\t[%s]\t%s\n", what, kind.c_str(),
                  words_of(block, first - std::min(first, 3u), first).c_str(), words_of(block, first, last).c_str(),
                  words_of(block, last, last + 2).c_str());
    }
  };
  for (const TokenSpan& span : gold) {
    if (std::find(found.begin(), found.end(), span) != found.end()) continue;
    const std::string kind = Errors::kind(span, found, "missed");
    ++errors.counts["gold " + kind];
    note(span, kind, "gold");
  }
  for (const TokenSpan& span : found) {
    if (std::find(gold.begin(), gold.end(), span) != gold.end()) continue;
    const std::string kind = Errors::kind(span, gold, "spurious");
    ++errors.counts["found " + kind];
    note(span, kind, "found");
  }
}

// What the model alone finds, by tokens.
std::vector<TokenSpan> model_spans(const Block& block, const std::vector<Example>& examples, const NameModel& model) {
  std::vector<TokenSpan> spans;
  for (size_t s = 0; s < examples.size(); ++s) {
    const Example& example = examples[s];
    std::vector<NameScores> scores(example.features.size());
    for (size_t i = 0; i < scores.size(); ++i) {
      for (const uint64_t feature : example.features[i]) {
        for (uint32_t l = 0; l < name_row_size; ++l) scores[i][l] += model.row(feature)[l];
      }
    }
    std::vector<NameLabel> labels;
    decode_names(scores, model.transitions, labels);
    const uint32_t first = block.document.sentences[s].words.first;
    for (uint32_t i = 0; i < labels.size();) {
      uint32_t end = i + 1;
      if (is_begin(labels[i])) {
        while (end < labels.size() && labels[end] == labels[i] + 1) ++end;
        const auto& words = block.document.words;
        spans.emplace_back(token_of(block, words[first + i].span.start),
                           token_of(block, words[first + end - 1].span.start) + 1, type_of(labels[i]));
      }
      i = end;
    }
  }
  return spans;
}

// What the whole stage finds in the block as one report, by tokens.
std::vector<TokenSpan> stage_spans(Block block, const Lexicon& lexicon) {
  find_names(block.document, lexicon);
  std::vector<TokenSpan> spans;
  for (const Mention& mention : block.document.mentions) {
    spans.emplace_back(token_of(block, mention.span.start), token_of(block, mention.span.end - 1) + 1, mention.type);
  }
  return spans;
}

struct Settings {
  uint32_t log2_rows = 19, epochs = 12, folds = 5, fewest = 2;
  float penalty = 0.0002f, dropout = 0.5f, bias = 1;
  std::string split = "blocks";
  bool list = false;
};

constexpr size_t block_size = 50;  // sentences
constexpr uint32_t fold_count = 5;

// The examples without the features that stand at fewer words than asked: what was seen once tells little, and in a
// hashed table it blurs what was seen often.
std::vector<Example> without_rare(const std::vector<const Example*>& examples, uint32_t fewest) {
  tsl::robin_map<uint64_t, uint32_t> counts;
  for (const Example* example : examples) {
    for (const auto& features : example->features) {
      for (const uint64_t feature : features) ++counts[feature];
    }
  }
  std::vector<Example> kept;
  for (const Example* example : examples) {
    kept.push_back(*example);
    for (auto& features : kept.back().features) {
      std::erase_if(features, [&](uint64_t feature) { return counts.at(feature) < fewest; });
    }
  }
  return kept;
}

NameModel trained(const std::vector<const Example*>& examples, const Settings& settings) {
  const std::vector<Example> kept = without_rare(examples, settings.fewest);
  std::vector<const Example*> training;
  for (const Example& example : kept) training.push_back(&example);
  Weights weights(settings.log2_rows);
  crf::train(weights, training, settings.epochs, settings.penalty, settings.dropout);
  for (Row& from : weights.transitions) from[label_outside] -= settings.bias;
  return quantised(weights);
}

void validate(Lexicon& lexicon, const std::vector<Block>& blocks, const std::vector<std::vector<Example>>& examples,
              const Settings& settings) {
  Tally model_tally, stage_tally;
  Errors model_errors, stage_errors;
  const bool by_sentence = settings.split == "sentences";
  for (uint32_t fold = 0; fold < settings.folds; ++fold) {
    const auto held_apart = [&](size_t b, size_t s) { return (by_sentence ? s : b) % fold_count == fold; };
    std::vector<const Example*> training;
    for (size_t b = 0; b < blocks.size(); ++b) {
      for (size_t s = 0; s < examples[b].size(); ++s) {
        if (!held_apart(b, s)) training.push_back(&examples[b][s]);
      }
    }
    lexicon.names.model = trained(training, settings);
    for (size_t b = 0; b < blocks.size(); ++b) {
      if (!by_sentence && !held_apart(b, 0)) continue;
      const auto keep = [&](std::vector<TokenSpan> spans) {
        std::erase_if(spans,
                      [&](const TokenSpan& span) { return !held_apart(b, sentence_of(blocks[b], std::get<0>(span))); });
        return spans;
      };
      const std::vector<TokenSpan> gold = keep(gold_spans(blocks[b]));
      const std::vector<TokenSpan> by_model = keep(model_spans(blocks[b], examples[b], lexicon.names.model));
      const std::vector<TokenSpan> by_stage = keep(stage_spans(blocks[b], lexicon));
      model_tally.add(gold, by_model);
      stage_tally.add(gold, by_stage);
      note_errors(blocks[b], gold, by_model, model_errors, settings.list);
      note_errors(blocks[b], gold, by_stage, stage_errors, false);
    }
  }
  model_tally.print("model");
  stage_tally.print("stage");
  for (const auto& [kind, count] : model_errors.counts) std::printf("model %-40s %zu\n", kind.c_str(), count);
  for (const auto& [kind, count] : stage_errors.counts) std::printf("stage %-40s %zu\n", kind.c_str(), count);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("trains the sequence model of names");
  std::string tagged, out, data;
  Settings settings;
  app.add_option("--rows", settings.log2_rows);
  app.add_option("--epochs", settings.epochs);
  app.add_option("--penalty", settings.penalty);
  app.add_option("--dropout", settings.dropout, "share of the features of a word that a step of learning leaves out");
  app.add_option("--bias", settings.bias, "taken from the score of every word outside of names");
  app.add_option("--fewest", settings.fewest, "words that a feature must stand at to be learned");
  app.add_option("--folds", settings.folds, "measure on so many of the five folds");
  app.add_option("--split", settings.split, "blocks or sentences");
  app.add_flag("--list", settings.list, "list the model's errors");
  app.add_option("--data", data);
  app.add_option("TAGGED", tagged)->required();
  app.add_option("OUT", out);
  CLI11_PARSE(app, argc, argv);
  Lexicon lexicon = load_lexicon(TableSource(data));
  const std::vector<Tagged> sentences = read_tagged(tagged);
  std::vector<Block> blocks;
  std::vector<std::vector<Example>> examples;
  for (size_t first = 0; first < sentences.size(); first += block_size) {
    const size_t size = std::min(block_size, sentences.size() - first);
    blocks.push_back(block_of(std::span(sentences).subspan(first, size), lexicon));
    examples.push_back(examples_of(blocks.back(), lexicon));
  }
  validate(lexicon, blocks, examples, settings);
  if (out.empty()) return 0;
  std::vector<const Example*> training;
  for (const auto& block : examples) {
    for (const Example& example : block) training.push_back(&example);
  }
  write_file(out, write_name_model(trained(training, settings)));
}

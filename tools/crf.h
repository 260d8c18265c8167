// A linear-chain conditional random field (Lafferty et al. 2001) over hashed features, for the training tools: forward
// and backward sums, and learning by AdaGrad with an L2 penalty.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "mentions/tagger.h"

namespace isnad::crf {

// A sentence: the features of its words and their labels.
struct Example {
  std::vector<std::vector<uint64_t>> features;
  std::vector<NameLabel> gold;
};

// Weights of a linear-chain conditional random field, trained by AdaGrad with an L2 penalty.
struct Weights {
  std::vector<float> rows, squares;
  std::array<std::array<float, name_row_size>, name_row_size> transitions{}, transition_squares{};
  uint64_t mask;

  explicit Weights(uint32_t log2)
      : rows(size_t(name_row_size) << log2), squares(rows.size()), mask((1ull << log2) - 1) {}
};

inline constexpr float rate = 0.1f;
inline constexpr float log_zero = -1e30f;

inline void step(float& weight, float& square, float gradient, float penalty) {
  gradient += penalty * weight;
  square += gradient * gradient;
  weight -= rate * gradient / std::sqrt(square + 1e-6f);
}

using Row = std::array<float, name_row_size>;

inline bool may_follow(NameLabel before, NameLabel label) {
  return label == label_outside || is_begin(label) || before == label || before + 1 == label;
}

inline float log_sum(const Row& values) {
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

// A copy of the example with a share of the features of each word left out.
inline void thin_out(const Example& example, float share, std::mt19937& random, Example& out) {
  out.gold = example.gold;
  out.features.resize(example.features.size());
  const auto keep = static_cast<uint32_t>((1 - share) * 4294967295.0);
  for (size_t i = 0; i < out.features.size(); ++i) {
    out.features[i].clear();
    for (const uint64_t feature : example.features[i]) {
      if (random() <= keep) out.features[i].push_back(feature);
    }
  }
}

inline void learn(Weights& weights, const Example& example, Lattice& lattice, float penalty) {
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

inline void train(Weights& weights, std::vector<const Example*> examples, uint32_t epochs, float penalty,
                  float dropout) {
  std::mt19937 random(7);
  Lattice lattice;
  Example thinned;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (const Example* example : examples) {
      if (dropout > 0) {
        thin_out(*example, dropout, random, thinned);
        learn(weights, thinned, lattice, penalty);
      } else {
        learn(weights, *example, lattice, penalty);
      }
    }
  }
  for (float& weight : weights.rows) weight *= 1 - dropout;
}

}  // namespace isnad::crf

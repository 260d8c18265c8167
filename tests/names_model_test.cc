// The file of the name model: what is written is read again, and a damaged one is refused.
#include "lexicon/names_model.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace isnad {
namespace {

NameModel small_model() {
  NameModel model;
  constexpr size_t rows = 16;
  model.weights.resize(rows * name_row_size);
  model.mask = rows - 1;
  model.scale = 0.25F;
  model.transitions[1][2] = -300;
  model.weights[0] = 1;
  model.weights[9 * name_row_size + 6] = -128;
  model.weights[15 * name_row_size + 3] = 127;
  return model;
}

TEST(NameModelFile, IsReadAsItWasWritten) {
  const NameModel model = small_model();
  const NameModel read = read_name_model(write_name_model(model), "m");
  EXPECT_EQ(read.weights, model.weights);
  EXPECT_EQ(read.transitions, model.transitions);
  EXPECT_EQ(read.mask, model.mask);
  EXPECT_EQ(read.scale, model.scale);
}

TEST(NameModelFile, HoldsOnlyTheRowsThatSaySomething) {
  NameModel more = small_model();
  const size_t size = write_name_model(more).size();
  more.weights[4 * name_row_size] = 5;
  EXPECT_EQ(write_name_model(more).size(), size + name_label_count);
}

TEST(NameModelFile, ADamagedOneIsRefused) {
  const std::string bytes = write_name_model(small_model());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(read_name_model(std::string_view(bytes).substr(0, size), "m"), Error) << size;
  }
  EXPECT_THROW(read_name_model(bytes + '\0', "m"), Error);
  std::string old = bytes;
  old[4] = 1;
  EXPECT_THROW(read_name_model(old, "m"), Error);
}

}  // namespace
}  // namespace isnad

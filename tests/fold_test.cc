#include "base/fold.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(Fold, LettersThatNewsroomsTypeDifferently) {
  EXPECT_EQ(folded("أإآٱا"), "ااااا");
  EXPECT_EQ(folded("مسؤولة"), "مسووله");
  EXPECT_EQ(folded("قـــتلى"), "قتلي");
  EXPECT_EQ(folded("مُتَّحِد"), "متحد");
  EXPECT_EQ(folded("١٢۳"), "123");
  EXPECT_EQ(folded("ﻻ"), "لا");
}

}  // namespace
}  // namespace isnad

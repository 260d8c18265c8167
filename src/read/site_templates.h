// Site templates: the blocks of text that stand on several pages of one host are its furniture, not its articles.
//
// After the observation that templates repeat and articles do not (Bar-Yossef and Rajagopalan 2002, "Template detection
// via data mining"): a block is known by the hash of its folded text.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string_view>

namespace isnad {

class SiteTemplates {
 public:
  // Counts a block of one page of the host; a page counts once however often it bears the block.
  void learn(std::string_view host, uint64_t page, std::string_view folded_block);
  // On how many other pages of the host the block stood.
  uint32_t pages_with(std::string_view host, uint64_t page, std::string_view folded_block) const;

 private:
  struct Seen {
    uint64_t last_page = 0;
    uint32_t pages = 0;
  };
  tsl::robin_map<uint64_t, Seen> seen_;
};

}  // namespace isnad

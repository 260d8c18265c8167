#include "read/site_templates.h"

#include <xxhash.h>

namespace isnad {
namespace {

constexpr size_t most_blocks = 4u << 20;  // some 100 MB; what comes later is not learned

uint64_t key_of(std::string_view host, std::string_view block) {
  return XXH3_64bits_withSeed(block.data(), block.size(), XXH3_64bits(host.data(), host.size()));
}

}  // namespace

void SiteTemplates::learn(std::string_view host, uint64_t page, std::string_view folded_block) {
  const uint64_t key = key_of(host, folded_block);
  const auto found = seen_.find(key);
  if (found == seen_.end()) {
    if (seen_.size() < most_blocks) seen_.insert({key, {page, 1}});
    return;
  }
  Seen& seen = found.value();
  if (seen.last_page == page) return;
  seen.last_page = page;
  ++seen.pages;
}

uint32_t SiteTemplates::pages_with(std::string_view host, uint64_t page, std::string_view folded_block) const {
  const auto found = seen_.find(key_of(host, folded_block));
  if (found == seen_.end()) return 0;
  return found->second.pages - (found->second.last_page == page ? 1 : 0);
}

}  // namespace isnad

// robots.txt: what a site allows to programs (RFC 9309).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class Robots {
 public:
  // Everything is allowed.
  Robots() = default;
  // The rules of the group that names `agent` (in lower case), else of the group for all. Of a long file the first
  // 500 KiB count, as the standard has it.
  Robots(std::string_view text, std::string_view agent);

  // path: with its query, as in the address. The longest rule that matches decides; among equal ones, allow.
  bool allows(std::string_view path) const;
  // Seconds between requests that the site asks for; 0: it does not say.
  double delay_seconds() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;  // "*" is any run, "$" the end
    bool allow = false;
  };
  std::vector<Rule> rules_;
  double delay_ = 0;
};

}  // namespace isnad

#include "fetch/robots.h"

#include <algorithm>
#include <cstdlib>

#include "lexicon/table.h"

namespace isnad {
namespace {

constexpr size_t max_bytes = 500u << 10;
constexpr size_t max_rules = 5000;
constexpr size_t max_pattern = 2048;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// Paths are compared byte by byte behind their escapes: sites write Arabic paths either way.
std::string unescaped(std::string_view path) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
  };
  std::string out;
  for (size_t at = 0; at < path.size(); ++at) {
    const int high = at + 2 < path.size() ? digit(path[at + 1]) : -1,
              low = at + 2 < path.size() ? digit(path[at + 2]) : -1;
    const int byte = high * 16 + low;
    if (path[at] == '%' && high >= 0 && low >= 0 && byte != '/' && byte != '*' && byte != '$') {
      out += static_cast<char>(byte);
      at += 2;
    } else {
      out += path[at];
    }
  }
  return out;
}

// Greedy matching of runs between stars: linear in both for each star.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  size_t at = 0, star = std::string_view::npos, retry = 0, p = 0;
  while (true) {
    if (p == pattern.size() && (!to_end || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && retry < path.size()) {
      p = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
}

}  // namespace

Robots::Robots(std::string_view text, std::string_view agent) {
  bool in_header = false, for_us = false, for_all = false, named = false;
  std::vector<Rule> of_all;
  double delay_of_all = 0;
  text = text.substr(0, max_bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string lines(text);
  std::replace(lines.begin(), lines.end(), '\r', '\n');
  for (std::string_view line : split(lines, '\n')) {
    line = trim(line.substr(0, line.find('#')));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = lower(trim(line.substr(0, colon)));
    const std::string_view value = trim(line.substr(colon + 1));
    if (name == "user-agent") {
      if (!in_header) for_us = for_all = false;
      in_header = true;
      const std::string product = lower(value);
      for_us = for_us || (!product.empty() && product != "*" &&
                          (product == agent || product.starts_with(std::string(agent) + "/")));
      for_all = for_all || product == "*";
      named = named || for_us;
      continue;
    }
    if (name != "allow" && name != "disallow" && name != "crawl-delay") continue;
    in_header = false;
    if (name == "crawl-delay") {
      const double seconds = std::strtod(std::string(value).c_str(), nullptr);
      if (for_us && seconds > 0) delay_ = seconds;
      if (for_all && seconds > 0) delay_of_all = seconds;
      continue;
    }
    if (value.empty() || value.size() > max_pattern) continue;  // "Disallow:" forbids nothing
    if (for_us && rules_.size() < max_rules) rules_.push_back({unescaped(value), name == "allow"});
    if (for_all && of_all.size() < max_rules) of_all.push_back({unescaped(value), name == "allow"});
  }
  if (!named) {
    rules_ = std::move(of_all);
    delay_ = delay_of_all;
  }
}

bool Robots::allows(std::string_view path) const {
  const std::string plain = unescaped(path);
  size_t longest = 0;
  bool allow = true;
  for (const Rule& rule : rules_) {
    if (rule.pattern.size() < longest || !matches(rule.pattern, plain)) continue;
    allow = rule.pattern.size() > longest ? rule.allow : allow || rule.allow;
    longest = rule.pattern.size();
  }
  return allow;
}

}  // namespace isnad

#include "stories/reuse_common.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

namespace isnad {
namespace {

constexpr uint32_t fewest_reports_of_an_outlet = 20;
constexpr uint32_t fewest_holders = 5;
constexpr double least_share_of_outlet = 0.01;  // the background that a few follow-ups repeat is less
constexpr double nearly_all = 0.9;
constexpr uint32_t words_at_an_end = 30;

constexpr uint32_t most_copies = 20;     // a run that more reports hold may be a set phrase
constexpr uint32_t longest_phrase = 25;  // words; a longer stretch that so many share is a copy

std::string_view host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find('/'));
}

// Number of each document's outlet, and how many reports each has. Reports without one have a number of their own.
struct Outlets {
  std::vector<uint32_t> of_document;
  std::vector<uint32_t> reports;

  explicit Outlets(const std::vector<Document>& documents) {
    std::map<std::string, uint32_t> numbers;
    for (const Document& document : documents) {
      const std::string name = document.outlet.empty() ? std::string(host_of(document.url)) : document.outlet;
      const auto fresh = static_cast<uint32_t>(reports.size());
      const uint32_t number = name.empty() ? fresh : numbers.emplace(name, fresh).first->second;
      if (number == fresh) reports.push_back(0);
      of_document.push_back(number);
      ++reports[number];
    }
  }
};

uint32_t count_documents(std::span<const RunPlace> run) {
  uint32_t count = 0;
  for (size_t i = 0; i < run.size(); ++i) count += i == 0 || run[i].document != run[i - 1].document;
  return count;
}

class CommonRuns {
 public:
  CommonRuns(const std::vector<Document>& documents, std::vector<std::vector<ReuseToken>>& tokens)
      : outlets_(documents), tokens_(tokens) {}

  void mark_boilerplate(std::span<const RunPlace> run) {
    if (run.size() < fewest_holders) return;
    std::map<uint32_t, uint32_t> of_outlet;
    for (size_t i = 0; i < run.size(); ++i) {
      if (i == 0 || run[i].document != run[i - 1].document) ++of_outlet[outlets_.of_document[run[i].document]];
    }
    const auto most = std::max_element(of_outlet.begin(), of_outlet.end(),
                                       [](const auto& x, const auto& y) { return x.second < y.second; });
    const auto& [outlet, holders] = *most;
    const uint32_t reports = outlets_.reports[outlet];
    if (reports < fewest_reports_of_an_outlet || holders < fewest_holders ||
        holders < least_share_of_outlet * reports || holders < nearly_all * count_documents(run))
      return;
    const auto at_end = std::count_if(run.begin(), run.end(), [&](const RunPlace& place) {
      return place.token < words_at_an_end || place.token + words_at_an_end >= tokens_[place.document].size();
    });
    if (static_cast<double>(at_end) < nearly_all * static_cast<double>(run.size())) return;
    for (const RunPlace& place : run) {
      for (uint32_t k = 0; k < anchor_words; ++k) tokens_[place.document][place.token + k].boilerplate = true;
    }
  }

  bool is_anchor(const RunPlace& place) const {
    const auto first = tokens_[place.document].begin() + place.token;
    return std::accumulate(first, first + anchor_words, 0.0F, [](float sum, const ReuseToken& token) {
             return sum + token.weight;
           }) >= least_anchor_weight;
  }

  bool in_boilerplate(const RunPlace& place) const {
    const auto first = tokens_[place.document].begin() + place.token;
    return std::any_of(first, first + anchor_words, [](const ReuseToken& token) { return token.boilerplate; });
  }

  // Sorted by document and place.
  void lower_phrases(std::vector<std::pair<RunPlace, uint32_t>>& common, double reports_known) {
    std::sort(common.begin(), common.end(), [](const auto& x, const auto& y) {
      return std::pair(x.first.document, x.first.token) < std::pair(y.first.document, y.first.token);
    });
    for (size_t first = 0, last = 0; first < common.size(); first = last) {
      uint32_t holders = 0;
      for (last = first; last < common.size() && common[last].first.document == common[first].first.document &&
                         common[last].first.token <= common[first].first.token + (last - first) + 1;
           ++last)
        holders = std::max(holders, common[last].second);
      const uint32_t begin = common[first].first.token, end = common[last - 1].first.token + anchor_words;
      if (end - begin > longest_phrase) continue;
      const float most = run_weight(reports_known, holders) / anchor_words;
      std::vector<ReuseToken>& tokens = tokens_[common[first].first.document];
      for (uint32_t t = begin; t < end; ++t) tokens[t].weight = std::min(tokens[t].weight, most);
    }
  }

 private:
  static float run_weight(double reports_known, uint32_t holders) {
    return rarity_weight(std::log(std::max(1.0, reports_known / holders)));
  }

  Outlets outlets_;
  std::vector<std::vector<ReuseToken>>& tokens_;
};

}  // namespace

void discount_common_runs(const std::vector<Document>& documents, double reports_known,
                          std::vector<std::vector<ReuseToken>>& tokens, std::vector<RunPlace>& places) {
  CommonRuns common(documents, tokens);
  for_each_run(places, [&](std::span<const RunPlace> run) { common.mark_boilerplate(run); });
  std::erase_if(places, [&](const RunPlace& place) { return common.in_boilerplate(place); });
  std::vector<std::pair<RunPlace, uint32_t>> in_many;
  for_each_run(places, [&](std::span<const RunPlace> run) {
    if (run.size() <= most_copies) return;
    const uint32_t holders = count_documents(run);
    if (holders <= most_copies) return;
    for (const RunPlace& place : run) in_many.emplace_back(place, holders);
  });
  common.lower_phrases(in_many, reports_known);
  std::erase_if(places, [&](const RunPlace& place) { return !common.is_anchor(place); });
}

}  // namespace isnad

#include "store/story_ids.h"

#include <algorithm>
#include <unordered_map>

namespace isnad {

int64_t story_number(const std::string& id) { return id.size() > 1 ? std::stoll(id.substr(1)) : 0; }

StoryIds match_stories(const StoryMembers& before, const std::vector<std::vector<int64_t>>& now) {
  struct Overlap {
    size_t shared;
    int64_t number;
    const std::string* id;
    size_t story;
  };
  std::unordered_map<int64_t, const std::string*> story_of;
  for (const auto& [id, members] : before) {
    for (const int64_t document : members) story_of[document] = &id;
  }
  std::vector<Overlap> overlaps;
  for (size_t s = 0; s < now.size(); ++s) {
    std::map<const std::string*, size_t> shared;
    for (const int64_t document : now[s]) {
      if (const auto found = story_of.find(document); found != story_of.end()) ++shared[found->second];
    }
    for (const auto& [id, count] : shared) overlaps.push_back({count, story_number(*id), id, s});
  }
  std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
    if (a.shared != b.shared) return a.shared > b.shared;
    return a.number != b.number ? a.number < b.number : a.story < b.story;
  });
  StoryIds result;
  result.ids.resize(now.size());
  std::map<std::string, size_t> given;
  for (const Overlap& overlap : overlaps) {
    if (result.ids[overlap.story].empty() && given.emplace(*overlap.id, overlap.story).second)
      result.ids[overlap.story] = *overlap.id;
  }
  for (const Overlap& overlap : overlaps) {
    if (!given.contains(*overlap.id)) result.went_into.emplace(*overlap.id, overlap.story);
  }
  for (const auto& [id, members] : before) {
    if (!given.contains(id) && !result.went_into.contains(id)) result.gone.push_back(id);
  }
  return result;
}

}  // namespace isnad

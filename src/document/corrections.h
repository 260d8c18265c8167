// What people decided where the program judged otherwise. Types only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace isnad {

// merge: the stories of the reports are one. split: the reports of `reports` leave the story they share with others
// and are one of their own. Reports are indices into Collection::documents.
struct StoryCorrection {
  bool merge = true;
  std::vector<uint32_t> reports;
};

// Whether two names, as they are written in reports, are one person, body or place.
struct NameCorrection {
  bool same = true;
  std::string a, b;
};

// In the order in which they were made: a later one works on what the earlier ones left.
struct Corrections {
  std::vector<StoryCorrection> stories;
  std::vector<NameCorrection> names;
};

}  // namespace isnad

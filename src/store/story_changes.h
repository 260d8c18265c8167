// What changed in the stories since they were written last: revisions, and rows of `changes` for those who watch.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "document/collection.h"
#include "store/sqlite.h"

namespace isnad {

struct StoredStory {
  int64_t revision = 0;
  std::string digest, created, updated;
  bool made = false, changed = false;  // by this update
};

class ChangeLog {
 public:
  // Reads the stories and tolls that are in the store: to be made before they are replaced.
  ChangeLog(Database& database, std::string now);

  // The story's revision: one more than before where the digest is another, with a row for each thing that changed.
  StoredStory compare(const std::string& id, const std::string& digest, const Story& story, int64_t conflicts);
  void went_into(const std::string& id, const std::string& other);
  void gone(const std::string& id);

 private:
  using TollKey = std::tuple<std::string, std::string, std::string>;  // measure, population, rule
  struct Before {
    StoredStory stored;
    int64_t reports = 0, conflicts = 0;
    std::map<TollKey, std::string> tolls;
  };
  void add(const char* kind, const std::string& story, const std::string& before, const std::string& after);
  void compare_tolls(const std::string& id, const Before& before, const Story& story);

  std::string now_;
  std::map<std::string, Before> before_;
  Query insert_, redirect_, follow_;
};

}  // namespace isnad

// Corrections by people, kept as rows: who, when, what. They name reports and written names, never results of the
// analysis, so that they mean the same after the next one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/corrections.h"
#include "store/sqlite.h"

namespace isnad {

enum class CorrectionKind : uint8_t {
  merge,      // the stories of these reports are one
  split,      // these reports are a story of their own
  same,       // two written names are one person, body or place
  different,  // they are not
  exclude,    // the report does not count
  note        // words for other people; changes nothing
};

struct Correction {
  CorrectionKind kind = CorrectionKind::note;
  std::string subject;               // id of a story or report; of `same` and `different` the first name
  std::vector<std::string> objects;  // merge: more stories; split: reports; same, different: the second name
  std::string note;                  // why; may be empty
  std::string author;
  std::string time;
};

// A correction in the store.
struct StoredCorrection {
  int64_t number = 0;
  Correction correction;
  std::string revoked;  // when; empty: in force
};

std::string_view name_of(CorrectionKind kind);
std::optional<CorrectionKind> correction_named(std::string_view name);

// Checks it against the store, turns stories into their reports, and inserts it. Gives its number.
// Throws Error(usage) where it names what is not there.
int64_t insert_correction(Database& database, const Correction& correction);

// Inserts one as it is, with its time and whether it was revoked. In the caller's transaction.
void put_correction(Database& database, const StoredCorrection& stored);

void revoke_correction(Database& database, int64_t number, const std::string& author, const std::string& now);

// All corrections in order of time, those revoked as well.
std::vector<StoredCorrection> read_corrections(const Database& database);

// Those in force, for the pipeline. keys: the store's key of each document of the collection to come.
Corrections corrections_for(const Database& database, const std::vector<int64_t>& keys);

}  // namespace isnad

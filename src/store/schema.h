// The schema of the store (docs/store.md) and its versions.
#pragma once

#include "store/sqlite.h"

namespace isnad {

// The version that this program writes; PRAGMA user_version of the file.
inline constexpr int schema_version = 2;

// "isnd" as PRAGMA application_id: tells a store from other SQLite files.
inline constexpr int store_application_id = 0x69736e64;

// Makes the tables of a new file, or brings an older one to version `to`, in one transaction.
// Throws Error(bad_format) where the file is another program's, or of a newer isnad.
void prepare_schema(Database& database, int to = schema_version);

// Throws Error(bad_format) where the file is no store of schema_version.
void require_schema(Database& database);

}  // namespace isnad

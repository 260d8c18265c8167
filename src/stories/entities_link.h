// Which names of a scope (a story, or a report outside of all stories) are one person, body or place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "stories/entities_keys.h"

namespace isnad {

struct MentionRef {
  uint32_t document = none;
  uint32_t mention = none;
};

// All mentions of a scope that are written alike; of short names, those of one report.
struct NameNode {
  MentionType type = MentionType::person;
  std::string known_id;  // empty: not in the tables
  std::vector<NameToken> tokens;
  bool is_short = false;         // a family name, a ministry without its country: needs a fuller name
  std::vector<MentionRef> uses;  // in order
  uint32_t cluster = none;
};

// Makes the nodes of a scope and gives each its cluster, numbered from 0. Compares only names that share a sound.
std::vector<NameNode> link_scope(const Collection& collection, const std::vector<uint32_t>& documents,
                                 const Lexicon& lexicon);

}  // namespace isnad

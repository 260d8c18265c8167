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

// Reports of each story, and each report outside of all stories for itself. A collection without stories is one.
std::vector<std::vector<uint32_t>> scopes_of(const Collection& collection);

// The words of a mention as a variant shows them: "للوزارة" as "الوزارة".
std::string variant_text(const Document& document, const Mention& mention);

// By which rule two names of a scope are one.
enum class NameRule : uint8_t {
  same_id,         // the tables give both one id
  alike,           // the same words, but for spelling
  left_out,        // one leaves out names of the other
  nearest_fuller,  // a short name stands for the fuller name nearest to it in its report
  only_fuller,     // a short name stands for the only fuller name of the story that it fits
  short_alike      // two short names without a fuller one
};

// What keeps two names apart.
enum class NameBar : uint8_t {
  other_type,
  other_id,     // the tables know them as two
  family_only,  // persons who share no more than the family name
  other_name,   // persons with another first name, or another's son
  competing,    // a short name that fits several fuller ones
  unlike,       // no rule finds them alike
  other_story   // no story holds both, and no full name of theirs is the same
};

// Two nodes that a rule joined, by their indices.
struct NameJoin {
  uint32_t a = none;
  uint32_t b = none;
  NameRule rule = NameRule::alike;
};

// Why two nodes of different clusters are not one.
NameBar bar_between(const NameNode& a, const NameNode& b);

// Makes the nodes of a scope and gives each its cluster, numbered from 0. Compares only names that share a sound.
// joins: what was joined, in order, where asked for.
std::vector<NameNode> link_scope(const Collection& collection, const std::vector<uint32_t>& documents,
                                 const Lexicon& lexicon, std::vector<NameJoin>* joins = nullptr);

}  // namespace isnad

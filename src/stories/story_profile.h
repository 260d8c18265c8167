// What telling stories apart needs of one report: its stems, names, numbers, places and days, as hashes. Small, and
// independent of other reports, so that a store can keep it instead of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/stories.h"

namespace isnad {

struct StoryTerm {
  uint64_t stem = 0;    // hash of a stem, of digits, or of the gazetteer's id of a name
  float frequency = 0;  // those of the title, of the first sentence of the body count for more
  float head = 0;       // how often in title and first sentence
  bool in_name = false;
};

// A name, a number or a day with what its places in the report are worth.
struct StoryMark {
  uint64_t hash = 0;
  float worth = 0;
};

struct StoryProfile {
  std::vector<StoryTerm> terms;    // of the start of the report, sorted by stem
  std::vector<StoryMark> names;    // persons and bodies, sorted by hash
  std::vector<StoryMark> sites;    // places, sorted by hash
  std::vector<StoryMark> numbers;  // of two digits and more, sorted by hash
  std::vector<uint64_t> places;    // that title and first sentence name, sorted
  std::vector<uint64_t> days;      // that title and first sentence name, sorted
  uint64_t outlet = 0;             // hash; 0: not known
  bool round_up = false;           // puts several stories together, by its title
};

// The profile of a report whose names, numbers and times were found (pipeline: behind resolve_times).
StoryProfile story_profile(const Document& document, const StoryLexicon& known);

// Under what a name or a number counts; stem_hash of it is the hash in the profile.
std::string name_key(const Document& document, const Mention& mention);
std::string number_key(const Number& number);

// A profile as bytes and back, for stores; little endian, with a version. unpack throws Error(bad_format) where the
// bytes are none.
std::string pack(const StoryProfile& profile);
StoryProfile unpack_story_profile(std::string_view bytes);

}  // namespace isnad

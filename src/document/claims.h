// What a document claims: statements with their chains of transmission, and figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace isnad {

enum class SourceKind : uint8_t { unnamed, official, military, medical, witness, rights_group, media, party };

// One link of a chain.
struct Source {
  Span span;                // the words as they stand nearest to the cue, with title; empty: the outlet's own credit
  std::string text;         // these words, or the credited name where the span is empty
  uint32_t mention = none;  // index of the mention that names it, here or before ("الوزارة"); none: unnamed
  uint32_t entity = none;   // index into Collection::entities, set with the mentions' entities
  SourceKind kind = SourceKind::unnamed;
};

// From the one nearest to the outlet to the origin: "ونقلت رويترز عن وزارة الدفاع" is [رويترز, وزارة الدفاع].
using Chain = std::vector<Source>;

enum class StatementForm : uint8_t { direct, indirect, mixed };
enum class Stance : uint8_t { asserts, denies, doubts, accuses, demands, promises };

struct Statement {
  Span cue;
  Span content;
  StatementForm form = StatementForm::indirect;
  Stance stance = Stance::asserts;
  Chain chain;
};

enum class Measure : uint8_t {
  killed,
  injured,
  casualties,
  arrested,
  missing,
  displaced,
  affected,
  participants,
  personnel,
  equipment,
  damage,
  money,
  percent,
  other
};
enum class Scope : uint8_t { incident, day, cumulative };
enum class Modality : uint8_t { asserted, possible, feared, planned, negated };
enum class Update : uint8_t { none, initial, updated, corrected };

// Categories of people; unspecified where the words leave it open, not_people for things and money.
enum class Population : uint8_t {
  unspecified,
  civilians,
  women,
  men,
  children,
  security_forces,
  police,
  soldiers,
  fighters,
  attackers,
  protesters,
  workers,
  journalists,
  medics,
  aid_workers,
  passengers,
  foreigners,
  not_people
};

struct Figure {
  Span span;                       // number and counted noun where they touch
  std::optional<double> min, max;  // empty: open
  bool approximate = false;
  Measure measure = Measure::other;
  Span of;  // the words that say what is counted; empty: none
  Population population = Population::unspecified;
  uint32_t place = none;  // index of the mention that says where
  std::string day;        // ISO day of what is counted where the sentence tells it, else empty
  Scope scope = Scope::incident;
  Modality modality = Modality::asserted;
  Update update = Update::none;
  uint32_t number = none;     // index into numbers; none for an implicit one ("قُتل مواطن")
  uint32_t part_of = none;    // index of the figure that this one is a subset of ("بينهم")
  uint32_t statement = none;  // index of the innermost statement whose content holds it
  Chain chain;                // of that statement; empty: the outlet's own voice
};

}  // namespace isnad

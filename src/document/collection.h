// The collection: documents, and what is found across them. Types only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace isnad {

// A place in one of the collection's documents.
struct Passage {
  uint32_t document = none;
  Span span;
  friend auto operator<=>(const Passage&, const Passage&) = default;
};

struct FigureRef {
  uint32_t document = none;
  uint32_t figure = none;
  friend auto operator<=>(const FigureRef&, const FigureRef&) = default;
};

struct Variant {
  std::string text;
  uint32_t count = 0;
};

// One person, body or place over all its spellings.
struct Entity {
  std::string id;  // the gazetteer's, or "e1", "e2" in order of first appearance
  MentionType type = MentionType::person;
  std::string name;               // best display name
  std::string latin;              // transliteration; the gazetteer's where it has one
  std::vector<Variant> variants;  // most frequent first
};

// One edit between two copies: the words on each side; either may be empty.
struct Change {
  Span a;
  Span b;
  bool number = false;  // a number differs
  bool name = false;    // a name differs
};

enum class Direction : uint8_t { unknown, a_from_b, b_from_a };

// A pair of passages of which one was copied from the other, or both from a third.
struct Reuse {
  Passage a;
  Passage b;
  double likeness = 1;  // share of words in common, 0 to 1
  std::vector<Change> changes;
  Direction direction = Direction::unknown;
  std::string direction_reason;  // "time", "credit", "containment"; empty: unknown
};

enum class Rule : uint8_t { range, conservative, latest, best_supported };
enum class Grade : uint8_t { single_source, independent, contested, conceded };

// The interval of one measure and population under a named rule.
struct Toll {
  Measure measure = Measure::killed;
  Population population = Population::unspecified;
  Rule rule = Rule::range;
  std::optional<double> min, max;
  std::vector<FigureRef> figures;
  Grade grade = Grade::single_source;
};

// A sentence of the brief in both languages, with the passages it rests on.
struct BriefItem {
  std::string arabic;
  std::string english;
  std::vector<Passage> evidence;
};

struct Story {
  std::string id;
  std::string title;
  std::string date;   // ISO day of the happening, or empty
  std::string place;  // id of an entity, or empty
  std::vector<uint32_t> documents;
  std::vector<uint32_t> in_part;
  std::vector<Toll> tolls;
  std::vector<BriefItem> brief;
};

enum class Relation : uint8_t { agree, revised, conflict };

// One of the sources that an origin's figures are credited to: a report can hold several.
struct OriginSource {
  std::string label;               // the source's or the outlet's words
  std::vector<std::string> chain;  // from the one nearest to the outlet; empty: the outlet's own voice
  SourceKind kind = SourceKind::unnamed;
  std::vector<FigureRef> figures;
};

// One independent origin behind a group: reports that copy one another, or whose chains end in one source.
struct Origin {
  std::string label;  // of the source that most of the figures are credited to
  SourceKind kind = SourceKind::unnamed;
  std::vector<uint32_t> documents;
  std::vector<FigureRef> figures;
  uint32_t first = none;              // the document published first
  std::vector<OriginSource> sources;  // in order of first appearance
};

enum class Movement : uint8_t { first, raised, lowered, widened, narrowed };

// A value of a group at the time it was said, which is not always the time it was published.
struct HistoryStep {
  std::string said;  // ISO day; empty: not known
  FigureRef figure;  // the first that said it
  std::string by;    // who said it: the last of its chain, or the outlet
  Movement movement = Movement::first;
};

enum class FindingKind : uint8_t {
  sum_holds,       // the parts are the total
  sum_differs,     // they are not, or exceed it
  died_of_wounds,  // as many more killed as fewer injured
  total_for_part,  // a total printed where another report has the part
  out_of_date      // an earlier value printed when a later one was known
};

// What was noticed of a group's figures beside their relation.
struct Finding {
  FindingKind kind = FindingKind::sum_holds;
  std::string english;
  std::string arabic;
  std::vector<FigureRef> figures;
};

// Figures that answer one question.
struct Group {
  std::string id;
  uint32_t story = none;
  std::string question;  // in English
  std::string question_arabic;
  Measure measure = Measure::other;
  Population population = Population::unspecified;
  Scope scope = Scope::incident;
  std::string qualifier;  // of data/stories/qualifiers.tsv ("grave"); empty: none
  uint32_t place = none;  // entity; set where the group counts for one place apart from the others of its story
  std::vector<FigureRef> figures;
  Relation relation = Relation::agree;
  std::string reason;  // of the relation, in English; empty for a figure alone
  std::string reason_arabic;
  std::vector<Origin> origins;
  std::vector<uint32_t> parts;  // indices of the groups whose figures this one sums
  std::vector<HistoryStep> history;
  std::vector<Finding> findings;
};

enum class ContradictionKind : uint8_t { date, place, denial, office };

// Two passages of a story that cannot both be right, other than figures.
struct Contradiction {
  uint32_t story = none;
  ContradictionKind kind = ContradictionKind::date;
  std::string english;
  std::string arabic;
  Passage a, b;
};

struct TimelineEvent {
  uint32_t story = none;
  std::string date;        // ISO, as precise as the reports allow
  std::string event;       // the clearest passage's words
  bool announced = false;  // said on that day rather than happened
  std::vector<Passage> evidence;
};

struct Collection {
  std::vector<Document> documents;
  std::vector<Entity> entities;
  std::vector<Reuse> reuse;
  std::vector<Story> stories;
  std::vector<Group> groups;
  std::vector<TimelineEvent> timeline;
  std::vector<Contradiction> contradictions;
};

}  // namespace isnad

#include "document/names.h"

#include <array>

namespace isnad {
namespace {

template <class Enum>
struct Names;

template <>
struct Names<LineKind> {
  static constexpr std::array<std::string_view, 6> all = {"title",   "subhead", "body",
                                                          "caption", "credit",  "boilerplate"};
};

template <>
struct Names<CreditKind> {
  static constexpr std::array<std::string_view, 4> all = {{"dateline", "byline", "agency", "outlet"}};
};

template <>
struct Names<PublishedBasis> {
  static constexpr std::array<std::string_view, 5> all = {"unknown", "metadata", "page", "text", "story"};
};

template <>
struct Names<NumberKind> {
  static constexpr std::array<std::string_view, 6> all = {"cardinal", "ordinal", "fraction",
                                                          "percent",  "vague",   "dual"};
};

template <>
struct Names<TimeType> {
  static constexpr std::array<std::string_view, 4> all = {"DATE", "TIME", "DURATION", "SET"};
};

template <>
struct Names<MentionType> {
  static constexpr std::array<std::string_view, 3> all = {"person", "organization", "location"};
};

template <>
struct Names<SourceKind> {
  static constexpr std::array<std::string_view, 8> all = {"unnamed", "official",     "military", "medical",
                                                          "witness", "rights_group", "media",    "party"};
};

template <>
struct Names<StatementForm> {
  static constexpr std::array<std::string_view, 3> all = {"direct", "indirect", "mixed"};
};

template <>
struct Names<Stance> {
  static constexpr std::array<std::string_view, 6> all = {"asserts", "denies",  "doubts",
                                                          "accuses", "demands", "promises"};
};

template <>
struct Names<Measure> {
  static constexpr std::array<std::string_view, 14> all = {
      "killed",       "injured",   "casualties", "arrested", "missing", "displaced", "affected",
      "participants", "personnel", "equipment",  "damage",   "money",   "percent",   "other"};
};

template <>
struct Names<Scope> {
  static constexpr std::array<std::string_view, 3> all = {"incident", "day", "cumulative"};
};

template <>
struct Names<Modality> {
  static constexpr std::array<std::string_view, 5> all = {"asserted", "possible", "feared", "planned", "negated"};
};

template <>
struct Names<Update> {
  static constexpr std::array<std::string_view, 4> all = {"none", "initial", "updated", "corrected"};
};

template <>
struct Names<Population> {
  static constexpr std::array<std::string_view, 18> all = {
      "unspecified", "civilians", "women",       "men",        "children",   "security_forces",
      "police",      "soldiers",  "fighters",    "attackers",  "protesters", "workers",
      "journalists", "medics",    "aid_workers", "passengers", "foreigners", "not_people"};
};

template <>
struct Names<PartOfSpeech> {
  static constexpr std::array<std::string_view, 9> all = {"unknown",     "noun",    "adjective",   "verb",  "particle",
                                                          "preposition", "pronoun", "conjunction", "proper"};
};

template <>
struct Names<Rule> {
  static constexpr std::array<std::string_view, 4> all = {"range", "conservative", "latest", "best_supported"};
};

template <>
struct Names<Grade> {
  static constexpr std::array<std::string_view, 4> all = {"single_source", "independent", "contested", "conceded"};
};

template <>
struct Names<Relation> {
  static constexpr std::array<std::string_view, 3> all = {"agree", "revised", "conflict"};
};

template <>
struct Names<Movement> {
  static constexpr std::array<std::string_view, 5> all = {"first", "raised", "lowered", "widened", "narrowed"};
};

template <>
struct Names<FindingKind> {
  static constexpr std::array<std::string_view, 5> all = {"sum_holds", "sum_differs", "died_of_wounds",
                                                          "total_for_part", "out_of_date"};
};

template <>
struct Names<ContradictionKind> {
  static constexpr std::array<std::string_view, 4> all = {"date", "place", "denial", "office"};
};

}  // namespace

template <class Enum>
std::optional<Enum> named(std::string_view name) {
  const auto& all = Names<Enum>::all;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string_view name_of(LineKind value) { return Names<LineKind>::all.at(static_cast<size_t>(value)); }
template std::optional<LineKind> named<LineKind>(std::string_view);

std::string_view name_of(CreditKind value) { return Names<CreditKind>::all.at(static_cast<size_t>(value)); }
template std::optional<CreditKind> named<CreditKind>(std::string_view);

std::string_view name_of(PublishedBasis value) { return Names<PublishedBasis>::all.at(static_cast<size_t>(value)); }
template std::optional<PublishedBasis> named<PublishedBasis>(std::string_view);

std::string_view name_of(NumberKind value) { return Names<NumberKind>::all.at(static_cast<size_t>(value)); }
template std::optional<NumberKind> named<NumberKind>(std::string_view);

std::string_view name_of(TimeType value) { return Names<TimeType>::all.at(static_cast<size_t>(value)); }
template std::optional<TimeType> named<TimeType>(std::string_view);

std::string_view name_of(MentionType value) { return Names<MentionType>::all.at(static_cast<size_t>(value)); }
template std::optional<MentionType> named<MentionType>(std::string_view);

std::string_view name_of(SourceKind value) { return Names<SourceKind>::all.at(static_cast<size_t>(value)); }
template std::optional<SourceKind> named<SourceKind>(std::string_view);

std::string_view name_of(StatementForm value) { return Names<StatementForm>::all.at(static_cast<size_t>(value)); }
template std::optional<StatementForm> named<StatementForm>(std::string_view);

std::string_view name_of(Stance value) { return Names<Stance>::all.at(static_cast<size_t>(value)); }
template std::optional<Stance> named<Stance>(std::string_view);

std::string_view name_of(Measure value) { return Names<Measure>::all.at(static_cast<size_t>(value)); }
template std::optional<Measure> named<Measure>(std::string_view);

std::string_view name_of(Scope value) { return Names<Scope>::all.at(static_cast<size_t>(value)); }
template std::optional<Scope> named<Scope>(std::string_view);

std::string_view name_of(Modality value) { return Names<Modality>::all.at(static_cast<size_t>(value)); }
template std::optional<Modality> named<Modality>(std::string_view);

std::string_view name_of(Update value) { return Names<Update>::all.at(static_cast<size_t>(value)); }
template std::optional<Update> named<Update>(std::string_view);

std::string_view name_of(Population value) { return Names<Population>::all.at(static_cast<size_t>(value)); }
template std::optional<Population> named<Population>(std::string_view);

std::string_view name_of(PartOfSpeech value) { return Names<PartOfSpeech>::all.at(static_cast<size_t>(value)); }
template std::optional<PartOfSpeech> named<PartOfSpeech>(std::string_view);

std::string_view name_of(Rule value) { return Names<Rule>::all.at(static_cast<size_t>(value)); }
template std::optional<Rule> named<Rule>(std::string_view);

std::string_view name_of(Grade value) { return Names<Grade>::all.at(static_cast<size_t>(value)); }
template std::optional<Grade> named<Grade>(std::string_view);

std::string_view name_of(Relation value) { return Names<Relation>::all.at(static_cast<size_t>(value)); }
template std::optional<Relation> named<Relation>(std::string_view);

std::string_view name_of(Movement value) { return Names<Movement>::all.at(static_cast<size_t>(value)); }
template std::optional<Movement> named<Movement>(std::string_view);

std::string_view name_of(FindingKind value) { return Names<FindingKind>::all.at(static_cast<size_t>(value)); }
template std::optional<FindingKind> named<FindingKind>(std::string_view);

std::string_view name_of(ContradictionKind value) {
  return Names<ContradictionKind>::all.at(static_cast<size_t>(value));
}
template std::optional<ContradictionKind> named<ContradictionKind>(std::string_view);

}  // namespace isnad

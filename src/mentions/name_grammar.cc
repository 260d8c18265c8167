#include "mentions/name_grammar.h"

namespace isnad {
namespace {

constexpr uint32_t max_body_words = 9;
constexpr uint32_t max_person_words = 8;

bool joins_clause(const Word& word) { return (word.proclitics & proclitic::conjunction) != 0; }

class PersonReader {
 public:
  PersonReader(const Document& document, const NameLexicon& names, const std::vector<KnownMatch>& matches,
               const NameContext& context)
      : document_(document), names_(names), matches_(matches), context_(context) {}

  // The end of the person's name that begins at a word, or `at`.
  uint32_t end_of(uint32_t at, uint32_t last) const {
    const bool titled = (context_.classes[at] & name_class::behind_title) != 0;
    if (is_initial(at, last) && is_initial(at + 2, last) && at + 4 < last &&
        document_.words[at + 4].kind == WordKind::arabic) {
      return at + 5;
    }
    if ((context_.classes[at] & (name_class::given | name_class::compound)) == 0 && !titled) return at;
    const bool son = at + 1 < last && (context_.classes[at + 1] & name_class::filiation) != 0;
    if ((context_.classes[at] & name_class::verb) != 0 && !titled && !son) return at;
    if ((context_.classes[at] & (name_class::title | name_class::definite)) ==
        (name_class::title | name_class::definite))
      return at;
    if (!titled && is_noun_before_known(at, last)) return at;
    uint32_t end = at, names = 0, sure = 0, strangers = 0, last_size = 0;
    while (end < last && end - at < max_person_words) {
      const uint32_t size = part_size(end, last, end == at);
      if (size == 0) break;
      if (size == unknown_part) {  // names that the tables do not know stand behind sure ones
        if (sure + titled == 0 || ++strangers > 2) break;
        ++end;
        continue;
      }
      ++names;
      if ((context_.classes[end + size - 1] & name_class::ordinary) == 0) ++sure;
      end += size;
      last_size = size;
    }
    if (!titled && names > 2 && last_size == 1 && may_be_noun(end - 1)) --end;
    names += strangers > 0;
    const bool enough = titled ? names >= 1 && sure + names + strangers >= 2 : names >= 2 && sure >= 1;
    return enough ? end : at;
  }

 private:
  static constexpr uint32_t unknown_part = 100;

  bool is_initial(uint32_t i, uint32_t last) const {
    constexpr uint32_t letter = 2;  // bytes
    return i + 1 < last && document_.words[i].kind == WordKind::arabic && document_.words[i].span.size() <= letter &&
           document_.bytes(document_.words[i + 1].span) == ".";
  }

  // Words of the part of a name at a word: 1, 2 with a particle before, 0 where it is none; unknown_part for one word
  // that no table and no dictionary holds.
  uint32_t part_size(uint32_t at, uint32_t last, bool first) const {
    constexpr uint32_t name = name_class::given | name_class::family;
    const uint32_t classes = context_.classes[at];
    const Word& word = document_.words[at];
    if (word.kind != WordKind::arabic || (!first && (word.proclitics & ~(proclitic::al | proclitic::sa)) != 0))
      return 0;
    if ((classes & name_class::formula) != 0 || (!first && (begins_office(context_, at) || is_adjective_of_body(at))))
      return 0;
    const bool more = at + 1 < last && document_.words[at + 1].kind == WordKind::arabic;
    const uint32_t next = more ? context_.classes[at + 1] : 0;
    if (!first &&
        (classes & (name_class::title | name_class::definite)) == (name_class::title | name_class::definite) &&
        (next & name) != 0)
      return 0;
    if (!first && (classes & name_class::title) != 0 && (next & name_class::title) != 0) return 0;
    if ((classes & name_class::compound) != 0 && more && joins_plainly(at + 1)) return 2;
    if (!first && (classes & name_class::filiation) != 0 && more) {
      return (next & name_class::compound) != 0 && at + 2 < last ? 3 : 2;
    }
    if (!first && (classes & name_class::particle) != 0 && (next & name) != 0) return 2;
    if ((classes & name) != 0) return 1;
    if (!first && (classes & name_class::name_end) != 0) return 1;
    constexpr uint32_t shortest = 6;  // bytes
    const bool unknown = (classes & name_class::stranger) != 0 && (word.proclitics & ~proclitic::sa) == 0 &&
                         (classes & name_class::definite) == 0 && word.span.size() >= shortest;
    return !first && unknown ? unknown_part : 0;
  }
  // "الدولي" of an airport with a person's name.
  bool is_adjective_of_body(uint32_t at) const {
    constexpr uint32_t adjective = name_class::body_adjective | name_class::definite;
    return (context_.classes[at] & adjective) == adjective && (context_.classes[at] & name_class::family) == 0;
  }
  // A noun before a well-known person ("أمل" in "أمل" and a name) is no first name of this person.
  bool is_noun_before_known(uint32_t at, uint32_t last) const {
    if ((context_.classes[at] & name_class::ordinary) == 0 || at + 1 >= last) return false;
    const uint32_t match = context_.match_at[at + 1];
    const uint32_t own = context_.match_at[at];
    if (match == none || (own != none && matches_[own].words.size() > 1)) return false;
    const KnownPhrase& spelling = names_.spellings[matches_[match].spelling];
    return names_.known[spelling.name].type == NameType::person && !spelling.ambiguous &&
           (matches_[match].words.size() > 1 || (context_.classes[at + 1] & name_class::given) == 0);
  }
  // The last of three names or more, where it is a common noun rather than a family's name ("نجم"): for the model to
  // decide.
  bool may_be_noun(uint32_t at) const {
    constexpr uint32_t noun = name_class::ordinary | name_class::given;
    return (context_.classes[at] & noun) == noun && (context_.classes[at] & name_class::family) == 0 &&
           (context_.classes[at] & name_class::definite) == 0;
  }
  bool joins_plainly(uint32_t i) const { return (document_.words[i].proclitics & ~proclitic::al) == 0; }

  const Document& document_;
  const NameLexicon& names_;
  const std::vector<KnownMatch>& matches_;
  const NameContext& context_;
};

class BodyReader {
 public:
  BodyReader(const Document& document, const NameLexicon& names, const std::vector<KnownMatch>& matches,
             const NameContext& context)
      : document_(document), names_(names), matches_(matches), context_(context) {}

  // The body or place that begins at a word, and its end; the end is `at` where there is none.
  NameSpan read(uint32_t at, uint32_t last) const {
    const uint32_t classes = context_.classes[at];
    NameSpan span{{at, at}, MentionType::organization, none};
    if (is_known_body(at)) return span;  // the tables know better where it ends
    if ((classes & (name_class::place_head | name_class::organization_head)) != 0) {
      span.words.last = honoured_end(at, last);
      if (span.words.last > at) {
        if ((classes & name_class::organization_head) == 0) span.type = MentionType::location;
        return span;
      }
    }
    if ((classes & name_class::ministry) != 0) {
      span.words.last = ministry_end(at, last);
    } else if ((classes & (name_class::organization_head | name_class::nationality_head)) != 0) {
      span.words.last = body_end(at, last);
    } else if ((classes & name_class::place_head) != 0) {
      span.type = MentionType::location;
      span.words.last = place_end(at, last);
    }
    return span;
  }

 private:
  bool is_definite(uint32_t i) const { return (context_.classes[i] & name_class::definite) != 0; }
  bool stands_free(uint32_t i) const { return (document_.words[i].proclitics & ~proclitic::al) == 0; }
  bool is_nationality(uint32_t i, uint32_t last) const {
    return i < last && (context_.classes[i] & name_class::nationality) != 0 && is_definite(i) &&
           !joins_clause(document_.words[i]);
  }
  bool is_known_place(uint32_t i, uint32_t last) const {
    if (i >= last || context_.match_at[i] == none) return false;
    const Word& word = document_.words[i];
    if ((word.proclitics & (proclitic::conjunction | proclitic::preposition)) != 0) return false;
    const KnownPhrase& spelling = names_.spellings[matches_[context_.match_at[i]].spelling];
    return names_.known[spelling.name].type == NameType::location;
  }
  // A word that no table and no dictionary holds.
  bool is_unknown(uint32_t i) const {
    return (context_.classes[i] & name_class::stranger) != 0 && document_.words[i].proclitics == 0 && !is_definite(i);
  }
  uint32_t match_end(uint32_t i) const { return matches_[context_.match_at[i]].words.last; }

  bool is_known_body(uint32_t at) const {
    if (context_.match_at[at] == none) return false;
    const KnownMatch& match = matches_[context_.match_at[at]];
    const KnownPhrase& spelling = names_.spellings[match.spelling];
    return match.words.size() > 1 && !spelling.ambiguous && names_.known[spelling.name].type == NameType::organization;
  }

  // A place or body named after somebody with a title: "مطار الملك تيمور الدولي".
  uint32_t honoured_end(uint32_t at, uint32_t last) const {
    constexpr uint32_t titled = name_class::title | name_class::definite;
    uint32_t end = at + 1;
    while (end < last && end - at <= 2 && (context_.classes[end] & titled) == titled) ++end;
    if (end == at + 1 || end >= last) return at;
    uint32_t name = PersonReader(document_, names_, matches_, context_).end_of(end, last);
    constexpr uint32_t person = name_class::given | name_class::family;
    if (name == end && (context_.classes[end] & person) != 0 && stands_free(end)) ++name;
    if (name == end) return at;
    return name < last && stands_free(name) && is_definite(name) &&
                   (context_.classes[name] & name_class::body_adjective) != 0
               ? name + 1
               : name;
  }

  // "وزارة" with its portfolio and, where it follows, the nationality or the country.
  uint32_t ministry_end(uint32_t at, uint32_t last) const {
    uint32_t end = at + 1;
    const auto found = names_.portfolios.longest(
        [&](uint32_t k) -> FormId { return end + k < last ? document_.words[end + k].form_id : unknown_form; });
    if (found) {
      end += found->words;
    } else {
      constexpr uint32_t most = 3;
      while (end < last && end - at <= most && is_definite(end) && stands_free(end) && !is_nationality(end, last))
        ++end;
      if (end == at + 1) return at;
    }
    if (is_nationality(end, last)) return end + 1;
    return is_known_place(end, last) ? match_end(end) : end;
  }

  // A class word, what completes it, and a nationality or place that makes it one of its kind.
  uint32_t body_end(uint32_t at, uint32_t last) const {
    uint32_t end = at + 1;
    bool named = false;
    while (end < last && end - at < max_body_words) {
      const Word& word = document_.words[end];
      if (joins_clause(word) || word.kind != WordKind::arabic) break;
      if (is_nationality(end, last)) {
        if (bare_short_form(at, end)) return at;
        named = true;
        ++end;
        break;
      }
      if ((context_.classes[end] & name_class::body_adjective) != 0 && is_definite(end)) {
        named = (context_.classes[at] & name_class::organization_head) != 0;
        ++end;
        if (is_nationality(end, last)) ++end;
        break;
      }
      if (is_known_place(end, last)) {
        named = true;
        end = match_end(end);
        break;
      }
      constexpr uint32_t titled = name_class::title | name_class::definite;  // "حكومة الرئيس"
      if ((context_.classes[end] & titled) == titled && (context_.classes[at] & name_class::title) == 0) break;
      const bool noun = (context_.classes[end] & (name_class::organization_head | name_class::portfolio)) != 0;
      if (!is_definite(end) && !noun) break;
      if ((word.proclitics & proclitic::preposition) != 0) break;
      ++end;
    }
    if (!named) return at;
    if ((context_.classes[at] & name_class::organization_head) == 0) return end;
    const uint32_t whole = purpose_end(end, last);
    return whole == end && (context_.classes[at] & name_class::needs_purpose) != 0 ? at : whole;
  }

  // "الخارجية السعودي" of "وزير الخارجية السعودي": the nationality is the minister's.
  bool bare_short_form(uint32_t at, uint32_t nationality) const {
    constexpr uint32_t short_form = name_class::nationality_head | name_class::portfolio;
    if ((context_.classes[at] & short_form) != short_form) return false;
    if (at > 0 && (context_.classes[at] & name_class::title) != 0 &&
        (context_.classes[at - 1] & name_class::title) != 0)
      return true;
    if (at > 0 && is_definite(at - 1) && document_.words[at - 1].pos != PartOfSpeech::verb) return true;
    return !document_.folded_form(document_.words[nationality]).ends_with("ه");
  }

  // "… لسلامة النقل", "… لحقوق الإنسان" behind the nationality.
  uint32_t purpose_end(uint32_t end, uint32_t last) const {
    if (end >= last) return end;
    const Word& word = document_.words[end];
    if ((word.proclitics & proclitic::li) == 0 || joins_clause(word)) return end;
    if (is_known_place(end, last)) return end;
    if (is_definite(end)) {
      const bool more = end + 1 < last && is_definite(end + 1) && stands_free(end + 1);
      constexpr uint32_t other = name_class::nationality | name_class::title | name_class::given | name_class::family;
      return more && (context_.classes[end + 1] & other) == 0 ? end + 2 : end + 1;
    }
    if (end + 1 < last && is_definite(end + 1) && stands_free(end + 1)) return end + 2;
    return end;
  }

  // "مطار" and the known place behind it.
  uint32_t place_end(uint32_t at, uint32_t last) const {
    if (is_known_place(at + 1, last)) return match_end(at + 1);
    // "سانت" begins the names of places, and of persons behind a title or a given name.
    const bool saint = (context_.classes[at] & name_class::particle) != 0 && at + 1 < last &&
                       (at == 0 || (context_.classes[at - 1] & name_class::given) == 0) &&
                       (context_.classes[at + 1] & name_class::given) != 0;
    if (at + 1 >= last || !(saint || is_unknown(at + 1)) || (context_.classes[at] & name_class::behind_title) != 0)
      return at;
    return at + 2;
  }

  const Document& document_;
  const NameLexicon& names_;
  const std::vector<KnownMatch>& matches_;
  const NameContext& context_;
};

}  // namespace

std::vector<NameSpan> find_bodies_and_places(const Document& document, const NameLexicon& names,
                                             const std::vector<KnownMatch>& matches, const NameContext& context) {
  std::vector<NameSpan> spans;
  const BodyReader reader(document, names, matches, context);
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.words.first; i < sentence.words.last;) {
      const NameSpan span = reader.read(i, sentence.words.last);
      if (span.words.last > i) {
        spans.push_back(span);
        i = span.words.last;
      } else {
        ++i;
      }
    }
  }
  return spans;
}

std::vector<NameSpan> find_persons(const Document& document, const NameLexicon& names,
                                   const std::vector<KnownMatch>& matches, const NameContext& context) {
  std::vector<NameSpan> spans;
  const PersonReader reader(document, names, matches, context);
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.words.first; i < sentence.words.last;) {
      const uint32_t end = reader.end_of(i, sentence.words.last);
      if (end > i) spans.push_back({{i, end}, MentionType::person, none});
      i = end > i ? end : i + 1;
    }
  }
  return spans;
}

}  // namespace isnad

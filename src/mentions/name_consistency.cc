#include "mentions/name_consistency.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "mentions/name_features.h"

namespace isnad {
namespace {

// What the report knows of a word or of a phrase, by its folded words without proclitics.
struct Evidence {
  uint32_t certain[3] = {0, 0, 0};  // by type
  uint32_t found[3] = {0, 0, 0};
  uint32_t known = none;
};

std::string key_of(const Document& document, const Range& words) {
  std::string key;
  for (uint32_t i = words.first; i < words.last; ++i) {
    const Word& word = document.words[i];
    if (word.kind == WordKind::punctuation) continue;
    const auto clitics = static_cast<uint8_t>(word.proclitics & ~proclitic::al);
    if (i > words.first) key += ' ';
    key += name_core(document.folded_form(word), clitics);
  }
  return key;
}

MentionType best_type(const uint32_t (&counts)[3], MentionType fallback) {
  uint32_t best = static_cast<uint32_t>(fallback);
  for (uint32_t t = 0; t < 3; ++t) {
    if (counts[t] > counts[best]) best = t;
  }
  return static_cast<MentionType>(best);
}

bool any(const uint32_t (&counts)[3]) { return counts[0] + counts[1] + counts[2] > 0; }

class Spreader {
 public:
  Spreader(const Document& document, const NameContext& context, std::vector<NameSpan>& spans)
      : document_(document), context_(context), spans_(spans) {}

  void gather() {
    for (const NameSpan& span : spans_) {
      Evidence& evidence = evidence_[key_of(document_, span.words)];
      const auto type = static_cast<size_t>(span.type);
      ++evidence.found[type];
      if (span.certain) ++evidence.certain[type];
      if (span.known != none) evidence.known = span.known;
      if (span.type == MentionType::person && span.words.size() > 1) gather_family(span);
    }
  }

  void settle_types() {
    for (NameSpan& span : spans_) {
      if (span.certain) continue;
      const std::string key = key_of(document_, span.words);
      const Evidence& evidence = evidence_[key];
      if (any(evidence.certain)) {
        span.type = best_type(evidence.certain, span.type);
      } else if (families_.contains(key)) {
        span.type = MentionType::person;
      } else {
        span.type = best_type(evidence.found, span.type);
      }
    }
  }

  // Words of no span that are names elsewhere in the report.
  void add_missing() {
    std::vector<bool> taken(document_.words.size(), false);
    for (const NameSpan& span : spans_) {
      std::fill(taken.begin() + span.words.first, taken.begin() + span.words.last, true);
    }
    for (const Sentence& sentence : document_.sentences) {
      for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
        if (taken[i] || !could_begin(i)) continue;
        for (uint32_t size = 4; size > 0; --size) {
          if (i + size > sentence.words.last || !add_at({i, i + size}, taken)) continue;
          break;
        }
      }
    }
    std::sort(spans_.begin(), spans_.end(), [](const NameSpan& a, const NameSpan& b) { return a.words.first < b.words.first; });
  }

 private:
  void gather_family(const NameSpan& span) {
    const uint32_t last = span.words.last - 1;
    const bool joined = (context_.classes[last - 1] & (name_class::filiation | name_class::compound)) != 0;
    const Range family{joined && last - 1 > span.words.first ? last - 1 : last, span.words.last};
    if (span.certain || (context_.classes[span.words.first] & name_class::behind_title) != 0) {
      families_[key_of(document_, family)] = true;
    }
  }

  bool could_begin(uint32_t i) const {
    const Word& word = document_.words[i];
    return word.kind == WordKind::arabic || word.kind == WordKind::latin;
  }

  bool add_at(const Range& words, std::vector<bool>& taken) {
    for (uint32_t i = words.first; i < words.last; ++i) {
      if (taken[i] || document_.words[i].kind == WordKind::punctuation) return false;
    }
    const std::string key = key_of(document_, words);
    NameSpan span{words, MentionType::person, none, false};
    const bool ordinary = words.size() == 1 && is_ordinary(words.first);
    if (const auto found = evidence_.find(key); found != evidence_.end()) {
      const Evidence& evidence = found->second;
      // A single ordinary word needs to have been certain; any other name to have been found.
      if (ordinary || !(any(evidence.certain) || (words.size() > 1 && any(evidence.found)))) return false;
      span.type = any(evidence.certain) ? best_type(evidence.certain, span.type) : best_type(evidence.found, span.type);
      span.known = evidence.known;
    } else if (!families_.contains(key) || ordinary) {
      return false;
    }
    std::fill(taken.begin() + words.first, taken.begin() + words.last, true);
    spans_.push_back(span);
    return true;
  }

  bool is_ordinary(uint32_t i) const {
    const Word& word = document_.words[i];
    return (context_.classes[i] & (name_class::ordinary | name_class::nationality | name_class::modifier)) != 0 ||
           (word.pos != PartOfSpeech::unknown && word.pos != PartOfSpeech::proper);
  }

  const Document& document_;
  const NameContext& context_;
  std::vector<NameSpan>& spans_;
  std::unordered_map<std::string, Evidence> evidence_;
  std::unordered_map<std::string, bool> families_;
};

}  // namespace

void spread_names(const Document& document, const NameContext& context, std::vector<NameSpan>& spans) {
  Spreader spreader(document, context, spans);
  spreader.gather();
  spreader.settle_types();
  spreader.add_missing();
}

void add_titles(Document& document, const NameContext& context) {
  size_t title = 0;
  const auto& titles = context.titles;
  for (Mention& mention : document.mentions) {
    while (title < titles.size() && titles[title].last < mention.words.first) ++title;
    if (mention.type != MentionType::person) continue;
    if (title < titles.size() && titles[title].last == mention.words.first) {
      mention.with_title.start = document.words[titles[title].first].base.start;
      continue;
    }
    // An office behind the name: "… نائب وزير النقل", "…، رئيس البلدية".
    uint32_t behind = mention.words.last;
    const auto is_comma = [&](uint32_t i) {
      return i < document.words.size() && (document.bytes(document.words[i].span) == "،" || document.bytes(document.words[i].span) == ",");
    };
    if (is_comma(behind)) ++behind;
    size_t next = title;
    while (next < titles.size() && titles[next].first < behind) ++next;
    if (next < titles.size() && titles[next].first == behind && titles[next].size() > 1) {
      mention.with_title.end = document.words[titles[next].last - 1].span.end;
    }
  }
}

}  // namespace isnad

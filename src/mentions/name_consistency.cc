#include "mentions/name_consistency.h"

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>
#include <xxhash.h>

#include <algorithm>

#include "mentions/name_features.h"

namespace isnad {
namespace {

// What the report knows of a phrase.
struct Evidence {
  uint32_t certain[3] = {0, 0, 0};  // by type
  uint32_t found[3] = {0, 0, 0};
  uint32_t known = none;
  bool family = false;  // of a person whose full name is certain
  bool given = false;
};

MentionType best_type(const uint32_t (&counts)[3], MentionType fallback) {
  auto best = static_cast<uint32_t>(fallback);
  for (uint32_t t = 0; t < 3; ++t) {
    if (counts[t] > counts[best]) best = t;
  }
  return static_cast<MentionType>(best);
}

bool any(const uint32_t (&counts)[3]) { return counts[0] + counts[1] + counts[2] > 0; }

class Spreader {
 public:
  Spreader(const Document& document, const NameContext& context, std::vector<NameSpan>& spans)
      : document_(document), context_(context), spans_(spans), forms_(document.words.size()) {
    for (size_t i = 0; i < forms_.size(); ++i) {
      const Word& word = document.words[i];
      const std::string_view core = without_clitics(document.folded_form(word), word.proclitics);
      forms_[i] = word.kind == WordKind::punctuation ? 0 : XXH3_64bits(core.data(), core.size());
    }
  }

  void gather() {
    for (const NameSpan& span : spans_) {
      Evidence& evidence = evidence_at(span.words);
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
      const Evidence& evidence = evidence_.at(key_of(span.words));
      if (any(evidence.certain)) {
        span.type = best_type(evidence.certain, span.type);
      } else if (evidence.family) {
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
        if (taken[i] || !firsts_.contains(forms_[i])) continue;
        for (uint32_t size = std::min(longest, sentence.words.last - i); size > 0; --size) {
          if (add_at({i, i + size}, taken)) break;
        }
      }
    }
    std::sort(spans_.begin(), spans_.end(),
              [](const NameSpan& a, const NameSpan& b) { return a.words.first < b.words.first; });
  }

 private:
  static constexpr uint32_t longest = 4;

  uint64_t key_of(const Range& words) const {
    uint64_t key = 0;
    for (uint32_t i = words.first; i < words.last; ++i) {
      if (forms_[i] != 0) key = (key ^ forms_[i]) * 0x9E3779B97F4A7C15ull + 1;
    }
    return key;
  }

  Evidence& evidence_at(const Range& words) {
    firsts_.insert(forms_[words.first]);
    return evidence_[key_of(words)];
  }

  void gather_family(const NameSpan& span) {
    const uint32_t last = span.words.last - 1;
    const bool sure = span.certain || (context_.classes[span.words.first] & name_class::behind_title) != 0;
    if (!sure && (context_.classes[last] & name_class::stranger) == 0) return;
    if (sure) evidence_at({span.words.first, span.words.first + 1}).given = true;
    const bool joined = (context_.classes[last - 1] & (name_class::filiation | name_class::compound)) != 0;
    if (joined && last - 1 == span.words.first) return;
    const Range family{joined ? last - 1 : last, span.words.last};
    evidence_at(family).family = true;
  }

  bool add_at(const Range& words, std::vector<bool>& taken) {
    for (uint32_t i = words.first; i < words.last; ++i) {
      if (taken[i] || forms_[i] == 0) return false;
    }
    const auto found = evidence_.find(key_of(words));
    if (found == evidence_.end()) return false;
    const Evidence& evidence = found->second;
    NameSpan span{words, MentionType::person, evidence.known, false};
    if (words.size() == 1 && (context_.classes[words.first] & name_class::function_word) != 0) return false;
    const bool ordinary = words.size() == 1 && is_ordinary(words.first);
    if ((evidence.family && (!ordinary || speaks(words.first))) || (evidence.given && speaks(words.first))) {
      span.type = MentionType::person;
    } else if (any(evidence.certain) && !ordinary) {
      span.type = best_type(evidence.certain, span.type);
    } else if (words.size() > 1 && any(evidence.found)) {
      span.type = best_type(evidence.found, span.type);
    } else {
      return false;
    }
    std::fill(taken.begin() + words.first, taken.begin() + words.last, true);
    spans_.push_back(span);
    return true;
  }

  bool is_ordinary(uint32_t i) const {
    const Word& word = document_.words[i];
    if ((context_.classes[i] & name_class::stranger) != 0) return false;
    return (context_.classes[i] & (name_class::ordinary | name_class::nationality | name_class::modifier)) != 0 ||
           (word.pos != PartOfSpeech::unknown && word.pos != PartOfSpeech::proper);
  }
  // A verb or title before the word makes it a person where it could be one.
  bool speaks(uint32_t i) const {
    if ((context_.classes[i] & name_class::behind_title) != 0) return true;
    return i > 0 && document_.words[i - 1].pos == PartOfSpeech::verb &&
           (document_.words[i].proclitics & proclitic::preposition) == 0;
  }

  const Document& document_;
  const NameContext& context_;
  std::vector<NameSpan>& spans_;
  std::vector<uint64_t> forms_;  // hashes of the words without proclitics; 0: a mark
  tsl::robin_map<uint64_t, Evidence> evidence_;
  tsl::robin_set<uint64_t> firsts_;
};

}  // namespace

void spread_names(const Document& document, const NameContext& context, std::vector<NameSpan>& spans) {
  if (spans.empty()) return;
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
      return i < document.words.size() &&
             (document.bytes(document.words[i].span) == "،" || document.bytes(document.words[i].span) == ",");
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

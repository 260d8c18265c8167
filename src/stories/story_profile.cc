#include "stories/story_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/error.h"
#include "base/fold.h"
#include "stories/reuse_tokens.h"

namespace isnad {
namespace {

constexpr float title_factor = 2.5F;
constexpr float lead_factor = 1.6F;  // the first sentence of the body tells what happened
constexpr size_t words_read = 150;   // a story is told at the start; long ends are background
constexpr size_t digits_read = 2;    // a single digit says nothing
constexpr double least_number = 10;
constexpr size_t iso_day_size = 10;
constexpr uint8_t pack_version = 1;

static_assert(std::endian::native == std::endian::little, "profiles are packed as they stand");

// The first sentence of the body; none where there is no body.
uint32_t lead_sentence(const Document& document) {
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    if (document.lines[document.sentences[s].line].kind == LineKind::body) return s;
  }
  return none;
}

// Where a term stands and what it is worth there.
class Zones {
 public:
  explicit Zones(const Document& document) : document_(document), lead_(lead_sentence(document)) {}
  bool is_title(uint32_t sentence) const {
    return document_.lines[document_.sentences[sentence].line].kind == LineKind::title;
  }
  bool is_head(uint32_t sentence) const { return sentence == lead_ || is_title(sentence); }
  float worth(uint32_t sentence) const {
    return is_title(sentence) ? title_factor : sentence == lead_ ? lead_factor : 1.0F;
  }

 private:
  const Document& document_;
  uint32_t lead_;
};

std::vector<bool> words_in_names(const Document& document) {
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    for (uint32_t w = mention.words.first; w < mention.words.last; ++w) in_name[w] = true;
  }
  return in_name;
}

void merge_equal(std::vector<StoryTerm>& terms) {
  std::sort(terms.begin(), terms.end(), [](const StoryTerm& x, const StoryTerm& y) { return x.stem < y.stem; });
  size_t kept = 0;
  for (const StoryTerm& term : terms) {
    if (kept == 0 || terms[kept - 1].stem != term.stem) {
      terms[kept++] = term;
      continue;
    }
    terms[kept - 1].frequency += term.frequency;
    terms[kept - 1].head += term.head;
    terms[kept - 1].in_name = terms[kept - 1].in_name || term.in_name;
  }
  terms.resize(kept);
}

void merge_equal(std::vector<StoryMark>& marks) {
  std::sort(marks.begin(), marks.end(), [](const StoryMark& x, const StoryMark& y) { return x.hash < y.hash; });
  size_t kept = 0;
  for (const StoryMark& mark : marks) {
    if (kept == 0 || marks[kept - 1].hash != mark.hash) {
      marks[kept++] = mark;
    } else {
      marks[kept - 1].worth += mark.worth;
    }
  }
  marks.resize(kept);
}

void make_unique(std::vector<uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

// The title begins as those of such columns do: "موجز الأخبار".
bool is_round_up(const Document& document, const StoryLexicon& known) {
  for (const Sentence& sentence : document.sentences) {
    if (document.lines[sentence.line].kind != LineKind::title) continue;
    const auto form = [&](uint32_t k) {
      const uint32_t word = sentence.words.first + k;
      return word < sentence.words.last ? document.words[word].form_id : unknown_form;
    };
    return known.round_ups.longest(form).has_value();
  }
  return false;
}

// A known name counts by its id, so that spellings of one place meet.
void add_names(StoryProfile& profile, const Document& document, const Zones& zones, uint32_t last_word) {
  for (const Mention& mention : document.mentions) {
    const uint32_t at = sentence_at(document, mention.span.start);
    if (at == none) continue;
    const uint64_t hash = stem_hash(name_key(document, mention));
    const bool site = mention.type == MentionType::location;
    (site ? profile.sites : profile.names).push_back({hash, zones.worth(at)});
    if (site && zones.is_head(at)) profile.places.push_back(hash);
    if (mention.known_id.empty() || mention.words.first > last_word) continue;
    profile.terms.push_back({hash, zones.worth(at), zones.is_head(at) ? 1.0F : 0.0F, true});
  }
}

void add_numbers_and_days(StoryProfile& profile, const Document& document, const Zones& zones) {
  for (const Number& number : document.numbers) {
    const uint32_t at = sentence_at(document, number.span.start);
    if (at == none || number.value < least_number || number.kind == NumberKind::ordinal) continue;
    profile.numbers.push_back({stem_hash(number_key(number)), zones.worth(at)});
  }
  for (const Time& time : document.times) {
    const uint32_t at = sentence_at(document, time.span.start);
    if (at == none || !zones.is_head(at) || time.type != TimeType::date || time.value.size() != iso_day_size) continue;
    profile.days.push_back(stem_hash(time.value));
  }
}

template <class Item>
void put(std::string& bytes, const Item& item) {
  bytes.append(reinterpret_cast<const char*>(&item), sizeof item);
}

template <class Item>
void put_all(std::string& bytes, const std::vector<Item>& items) {
  put(bytes, static_cast<uint32_t>(items.size()));
  for (const Item& item : items) put(bytes, item);
}

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <class Item>
  Item take() {
    Item item;
    if (bytes_.size() < sizeof item) fail();
    std::memcpy(static_cast<void*>(&item), bytes_.data(), sizeof item);
    bytes_.remove_prefix(sizeof item);
    return item;
  }

  template <class Item>
  void take_all(std::vector<Item>& items) {
    const auto count = take<uint32_t>();
    if (count > bytes_.size() / sizeof(Item)) fail();
    items.resize(count);
    for (Item& item : items) item = take<Item>();
  }

  void finish() const {
    if (!bytes_.empty()) fail();
  }

 private:
  [[noreturn]] static void fail() { throw Error(ErrorCode::bad_format, "", "these bytes are no story profile"); }
  std::string_view bytes_;
};

// As it is packed: the boolean is a bit pattern of its own, so that any bytes can be read.
struct PackedTerm {
  uint64_t stem;
  float frequency;
  float head;
  uint64_t in_name;
};

}  // namespace

std::string name_key(const Document& document, const Mention& mention) {
  return mention.known_id.empty() ? folded(document.bytes(mention.span)) : mention.known_id;
}

std::string number_key(const Number& number) { return fmt::format("{:g}", number.value); }

StoryProfile story_profile(const Document& document, const StoryLexicon& known) {
  StoryProfile profile;
  const Zones zones(document);
  const std::vector<bool> in_name = words_in_names(document);
  uint32_t sentence = 0, last_word = 0;
  size_t read = 0;
  for (const ReuseToken& token : reuse_tokens(document)) {
    if (++read > words_read) break;
    last_word = token.word;
    const Word& word = document.words[token.word];
    if (word.kind == WordKind::digits && word.span.size() < digits_read) continue;
    while (document.sentences[sentence].words.last <= token.word) ++sentence;
    profile.terms.push_back(
        {token.stem, zones.worth(sentence), zones.is_head(sentence) ? 1.0F : 0.0F, in_name[token.word]});
  }
  add_names(profile, document, zones, last_word);
  add_numbers_and_days(profile, document, zones);
  merge_equal(profile.terms);
  merge_equal(profile.names);
  merge_equal(profile.sites);
  merge_equal(profile.numbers);
  make_unique(profile.places);
  make_unique(profile.days);
  profile.outlet = document.outlet.empty() ? 0 : stem_hash(document.outlet);
  profile.round_up = is_round_up(document, known);
  return profile;
}

std::string pack(const StoryProfile& profile) {
  std::string bytes;
  put(bytes, pack_version);
  put(bytes, static_cast<uint32_t>(profile.terms.size()));
  for (const StoryTerm& term : profile.terms) {
    put(bytes, PackedTerm{term.stem, term.frequency, term.head, term.in_name ? 1ULL : 0ULL});
  }
  for (const auto* marks : {&profile.names, &profile.sites, &profile.numbers}) {
    put(bytes, static_cast<uint32_t>(marks->size()));
    for (const StoryMark& mark : *marks) {
      put(bytes, mark.hash);
      put(bytes, mark.worth);
    }
  }
  put_all(bytes, profile.places);
  put_all(bytes, profile.days);
  put(bytes, profile.outlet);
  put(bytes, static_cast<uint8_t>(profile.round_up));
  return bytes;
}

StoryProfile unpack_story_profile(std::string_view bytes) {
  StoryProfile profile;
  Unpacker unpacker(bytes);
  if (unpacker.take<uint8_t>() != pack_version)
    throw Error(ErrorCode::bad_format, "", "the story profile is of another version");
  std::vector<PackedTerm> terms;
  unpacker.take_all(terms);
  for (const PackedTerm& term : terms)
    profile.terms.push_back({term.stem, term.frequency, term.head, term.in_name != 0});
  for (auto* marks : {&profile.names, &profile.sites, &profile.numbers}) {
    const auto count = unpacker.take<uint32_t>();
    for (uint32_t i = 0; i < count; ++i) {
      const auto hash = unpacker.take<uint64_t>();
      marks->push_back({hash, unpacker.take<float>()});
    }
  }
  unpacker.take_all(profile.places);
  unpacker.take_all(profile.days);
  profile.outlet = unpacker.take<uint64_t>();
  profile.round_up = unpacker.take<uint8_t>() != 0;
  unpacker.finish();
  return profile;
}

}  // namespace isnad

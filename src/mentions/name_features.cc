#include "mentions/name_features.h"

#include <tsl/robin_map.h>
#include <xxhash.h>

#include <bit>

#include "base/utf8.h"
#include "mentions/name_context.h"

namespace isnad {
namespace {

constexpr uint64_t outside = 0x51ed270b9f1d4c35ull;  // the form of a place before or behind the sentence

uint64_t mix(uint64_t a, uint64_t b) {
  uint64_t x = (a ^ b * 0x9E3779B97F4A7C15ull) * 0xff51afd7ed558ccdull;
  x ^= x >> 32;
  return x * 0xc4ceb9fe1a85ec53ull;
}

uint64_t hash_of(std::string_view letters) { return XXH3_64bits(letters.data(), letters.size()); }

constexpr uint32_t max_letters = 24;

void read_letters(std::string_view core, NameSigns& signs, uint32_t& count) {
  std::array<uint32_t, max_letters + 1> borders{};
  count = 0;
  for (size_t at = 0; at < core.size() && count < max_letters;) {
    borders[count++] = static_cast<uint32_t>(at);
    at += code_point_at(core, at).size;
  }
  borders[count] = static_cast<uint32_t>(core.size());
  for (uint32_t n = 1; n <= 4; ++n) {
    const uint32_t size = n < count ? n : count;
    signs.head[n - 1] = hash_of(core.substr(0, borders[size]));
    signs.tail[n - 1] = hash_of(core.substr(borders[count - size]));
  }
}

uint8_t shape_of(const Word& word, uint32_t letters, bool definite) {
  const uint32_t length = letters <= 2 ? 0 : letters <= 4 ? 1 : letters <= 6 ? 2 : 3;
  uint32_t shape = static_cast<uint32_t>(word.kind) * 4 + length;
  shape = shape * 2 + definite;
  shape = shape * 2 + ((word.proclitics & proclitic::preposition) != 0);
  return static_cast<uint8_t>(shape * 2 + ((word.proclitics & proclitic::conjunction) != 0));
}

struct FeatureWriter {
  std::array<uint64_t, max_name_features>& out;
  uint32_t count = 0;
  uint32_t number = 0;  // of the template
  void add(uint64_t a) { out[count++] = mix(a, ++number); }
  void add(uint64_t a, uint64_t b) { out[count++] = mix(mix(a, b), ++number); }
  void add(uint64_t a, uint64_t b, uint64_t c) { out[count++] = mix(mix(mix(a, b), c), ++number); }
};

}  // namespace

namespace {
constexpr uint32_t stranger = name_class::stranger;
constexpr uint32_t letter_bytes = 2;  // of a letter of the basic Arabic block
}  // namespace

std::string_view without_clitics(std::string_view form, uint8_t proclitics) {
  const size_t drop =
      std::popcount(static_cast<uint8_t>(proclitics & (proclitic::conjunction | proclitic::preposition))) *
      letter_bytes;
  return drop < form.size() ? form.substr(drop) : form;
}

std::string_view name_core(std::string_view folded_form, uint8_t proclitics) {
  constexpr std::string_view article = "ال", joined_article = "ل";
  const std::string_view form = without_clitics(folded_form, proclitics);
  if (form.starts_with(article) && form.size() >= article.size() + 2 * letter_bytes) return form.substr(article.size());
  const bool joined =
      (proclitics & proclitic::al) != 0 && form.starts_with(joined_article) && form.size() > joined_article.size();
  return joined ? form.substr(joined_article.size()) : form;
}

namespace {

// The cues that one place gives.
uint32_t cues_at(std::span<const NameSigns> signs, size_t i) {
  const NameSigns& word = signs[i];
  const uint32_t before = i > 0 ? signs[i - 1].classes : 0, behind = i + 1 < signs.size() ? signs[i + 1].classes : 0;
  const auto cue = [](bool holds, uint32_t bit) { return holds ? bit : 0; };
  const auto kind = gazetteer_kind(word.gazetteer);
  return cue((word.classes & name_class::behind_title) != 0, name_cue::titled) |
         cue((word.classes & name_class::behind_place_head) != 0, name_cue::in_place) |
         cue((word.classes & (name_class::behind_organization_head | name_class::behind_outside_head)) != 0,
             name_cue::in_body) |
         cue((before & name_class::given) != 0 && (before & name_class::ordinary) == 0, name_cue::behind_given) |
         cue((behind & name_class::family) != 0 && (behind & name_class::ordinary) == 0, name_cue::before_family) |
         cue(kind == NameType::person, name_cue::known_person) |
         cue(kind == NameType::organization, name_cue::known_body) |
         cue(kind == NameType::location, name_cue::known_place) |
         cue(((before | behind) & name_class::filiation) != 0, name_cue::filiated) |
         cue(i > 0 && signs[i - 1].pos == static_cast<uint8_t>(PartOfSpeech::verb), name_cue::acts);
}

// Gives each place the cues of the other places of its form.
void spread_cues(const Document& document, std::vector<NameSigns>& signs) {
  struct Cues {
    uint32_t once = 0, twice = 0, places = 0;
  };
  tsl::robin_map<uint64_t, Cues> forms;
  forms.reserve(signs.size());
  std::vector<uint32_t> own(signs.size());
  const auto is_open = [&](size_t i) {
    return document.words[i].kind == WordKind::arabic && (signs[i].classes & name_class::function_word) == 0;
  };
  for (size_t i = 0; i < signs.size(); ++i) {
    if (!is_open(i)) continue;
    own[i] = cues_at(signs, i);
    Cues& cues = forms[signs[i].form];
    cues.twice |= cues.once & own[i];
    cues.once |= own[i];
    ++cues.places;
  }
  for (size_t i = 0; i < signs.size(); ++i) {
    if (!is_open(i)) continue;
    const Cues& cues = forms.at(signs[i].form);
    signs[i].elsewhere = cues.twice | (cues.once & ~own[i]) | (cues.places > 1 ? name_cue::repeated : 0);
  }
}

}  // namespace

void read_name_signs(const Document& document, const WordClusters& clusters, const std::vector<uint32_t>& classes,
                     const std::vector<uint8_t>& gazetteer, std::vector<NameSigns>& signs) {
  static const uint64_t digits = word_cluster_hash("0");
  signs.clear();
  signs.resize(document.words.size());
  for (size_t i = 0; i < signs.size(); ++i) {
    const Word& word = document.words[i];
    NameSigns& sign = signs[i];
    const std::string_view core = name_core(document.folded_form(word), word.proclitics);
    uint32_t letters = 0;
    sign.form = hash_of(core);
    const WordCluster cluster = clusters.find(word.kind == WordKind::digits ? digits : sign.form);
    sign.broad = cluster.broad;
    sign.narrow = cluster.narrow;
    read_letters(core, sign, letters);
    sign.classes = classes[i];
    sign.gazetteer = gazetteer[i];
    // "proper" only says that some table of names holds the form; of strangers the part of speech is a guess.
    const bool guessed = word.pos == PartOfSpeech::proper || (classes[i] & stranger) != 0;
    sign.pos = guessed ? 0 : static_cast<uint8_t>(word.pos);
    sign.shape = shape_of(word, letters, (sign.classes & name_class::definite) != 0);
  }
  spread_cues(document, signs);
}

uint32_t name_features(std::span<const NameSigns> sentence, size_t at, std::array<uint64_t, max_name_features>& out) {
  static const NameSigns border = [] {
    NameSigns signs;
    signs.form = outside;
    signs.shape = 255;
    return signs;
  }();
  const auto sign_at = [&](size_t i) -> const NameSigns& { return i < sentence.size() ? sentence[i] : border; };
  const NameSigns& word = sentence[at];
  const NameSigns& before = at > 0 ? sentence[at - 1] : border;
  const NameSigns& before2 = at > 1 ? sentence[at - 2] : border;
  const NameSigns& behind = sign_at(at + 1);
  const NameSigns& behind2 = sign_at(at + 2);

  FeatureWriter write{out};
  write.add(word.form);
  write.add(before.form);
  write.add(behind.form);
  write.add(before2.form);
  write.add(behind2.form);
  write.add(before.form, word.form);
  write.add(word.form, behind.form);
  write.add(before2.form, before.form);
  for (const uint64_t part : word.head) write.add(part);
  for (const uint64_t part : word.tail) write.add(part);
  write.add(before.tail[1]);
  write.add(before.tail[2]);
  write.add(before.head[2]);
  write.add(behind.tail[1]);
  write.add(behind.head[2]);
  write.add(word.shape);
  write.add(before.shape, word.shape);
  write.add(word.shape, behind.shape);
  write.add(word.pos, word.shape);
  write.add(before.pos, word.pos);
  write.add(word.pos, behind.pos);
  write.add(before2.pos, before.pos, word.pos);
  write.add(word.gazetteer, word.shape);
  write.add(before.gazetteer, word.gazetteer);
  write.add(word.gazetteer, behind.gazetteer);
  write.add(word.classes, word.gazetteer);
  write.add(before.classes);
  write.add(behind.classes);
  write.add(before2.classes, before.classes);
  write.add(before.classes, word.classes);
  write.add(word.classes, behind.classes);
  write.add(before.classes, word.classes, behind.classes);
  write.add(word.classes, word.tail[1]);
  write.add(word.classes, word.tail[2]);
  write.add(before.form, word.tail[1]);
  write.add(before.form, word.classes);
  write.add(before.form, word.shape);
  write.add(word.narrow);
  write.add(before.narrow);
  write.add(behind.narrow);
  write.add(before2.narrow);
  write.add(behind2.narrow);
  write.add(before.narrow, word.narrow);
  write.add(word.narrow, behind.narrow);
  write.add(word.narrow, word.shape);
  write.add(before2.broad, before.broad, word.broad);
  write.add(before.broad, word.broad, behind.broad);
  write.add(before.narrow, word.classes);
  write.add(word.elsewhere, word.gazetteer);
  write.add(word.elsewhere, word.shape);
  write.add(before.elsewhere);
  write.add(behind.elsewhere);
  return write.count;
}

}  // namespace isnad

#include "stories/entities_link.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace isnad {
namespace {

constexpr size_t max_bucket = 64;  // names that share a sound, compared with one another

bool is_initial(const NameToken& token) { return token.form.size() <= 2; }

bool same_given(const NameToken& a, const NameToken& b) {
  if (is_initial(a) || is_initial(b)) return a.form.substr(0, 2) == b.form.substr(0, 2);
  return same_token(a, b);
}

// Whether the tokens of `part` stand in `whole` in their order; the first that stands is written to first.
bool subsequence(const std::vector<NameToken>& part, const std::vector<NameToken>& whole, size_t* first = nullptr) {
  size_t at = 0;
  for (const NameToken& token : whole) {
    if (at < part.size() && same_given(part[at], token)) {
      if (at == 0 && first) *first = static_cast<size_t>(&token - whole.data());
      ++at;
    }
  }
  return at == part.size();
}

std::string joined(const std::vector<NameToken>& tokens) {
  std::string all;
  for (const NameToken& token : tokens) all += token.form;
  return all;
}

// A father's name is no name of the son: it counts only where both have it as such.
bool same_place_in_name(const NameToken& a, const NameToken& b) {
  // With and without article a given name is two families: "العيسى", "عيسى".
  const bool two_families = a.definite != b.definite && (a.classes & b.classes & name_class::given) != 0;
  return a.behind_filiation == b.behind_filiation && !two_families && same_given(a, b);
}

// The father's name where it is written as such, right behind the first name; null: it is not.
const NameToken* father_of(const std::vector<NameToken>& tokens) {
  return tokens.size() > 2 && tokens[1].behind_filiation ? &tokens[1] : nullptr;
}

// Clusters of nodes, none of which holds two ids of the tables or two fathers.
class Clusters {
 public:
  Clusters(const std::vector<NameNode>& nodes, std::vector<NameJoin>* joins)
      : parent_(nodes.size()), id_(nodes.size()), father_(nodes.size()), joins_(joins) {
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      parent_[i] = i;
      id_[i] = nodes[i].known_id;
      if (nodes[i].type == MentionType::person) father_[i] = father_of(nodes[i].tokens);
    }
  }
  uint32_t find(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  bool join(uint32_t first, uint32_t second, NameRule rule) {
    uint32_t a = find(first), b = find(second);
    if (a == b) return true;
    if (!id_[a].empty() && !id_[b].empty() && id_[a] != id_[b]) return false;
    if (father_[a] && father_[b] && !same_given(*father_[a], *father_[b])) return false;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    if (id_[a].empty()) id_[a] = id_[b];
    if (!father_[a]) father_[a] = father_[b];
    if (joins_) joins_->push_back({first, second, rule});
    return true;
  }

 private:
  std::vector<uint32_t> parent_;
  std::vector<std::string> id_;
  std::vector<const NameToken*> father_;
  std::vector<NameJoin>* joins_;
};

bool all_given(const std::vector<NameToken>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(),
                     [](const NameToken& token) { return (token.classes & name_class::given) != 0; });
}

// Two full names of one person: the shorter leaves out names in the middle or at the end, or the first names.
bool same_person(const NameNode& a, const NameNode& b) {
  const auto& [part, whole] =
      a.tokens.size() <= b.tokens.size() ? std::tie(a.tokens, b.tokens) : std::tie(b.tokens, a.tokens);
  const NameToken &part_last = part.back(), &whole_last = whole.back();
  const bool two_families = part_last.definite != whole_last.definite && part_last.form == whole_last.form &&
                            (part_last.classes & name_class::given) != 0;
  if (two_families) return false;
  if (part.size() == whole.size()) {
    for (size_t i = 0; i < part.size(); ++i) {
      if (!same_given(part[i], whole[i])) return false;
    }
    return true;
  }
  if (part.size() == 1) return (part[0].classes & name_class::given) == 0 && same_token(part[0], whole.back());
  if (same_given(part.front(), whole.front())) {
    const NameToken *one = father_of(part), *other = father_of(whole);
    if (one && other && !same_given(*one, *other)) return false;
    // "محمد عبد العزيز" is the name of many: a name between the two makes another man.
    if (!one && all_given(part) && !part.back().definite && !part[1].behind_filiation && !whole[1].behind_filiation &&
        same_given(part.back(), whole.back()))
      return false;
    return subsequence(part, whole);
  }
  const size_t drop = whole.size() - part.size();
  if (whole[drop].behind_filiation || part[1].behind_filiation) return false;  // the father's name is not the son's
  return std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(drop), same_token);
}

// Whether a short name of a person may stand for the full one.
bool stands_for(const std::vector<NameToken>& part, const std::vector<NameToken>& whole) {
  size_t at = 0;
  for (const NameToken& token : whole) {
    if (at < part.size() && same_place_in_name(part[at], token)) ++at;
  }
  return at == part.size();
}

// Two names of one body: alike, or one leaves out the class word or the country.
bool same_body(const NameNode& a, const NameNode& b) {
  const auto& [part, whole] =
      a.tokens.size() <= b.tokens.size() ? std::tie(a.tokens, b.tokens) : std::tie(b.tokens, a.tokens);
  if (part.size() == whole.size()) return std::equal(part.begin(), part.end(), whole.begin(), same_token);
  size_t first = 0;
  if (!subsequence(part, whole, &first)) return false;
  if (first > 1 || (first == 1 && (whole[0].classes & (name_class::organization_head | name_class::outside_head)) == 0))
    return false;
  if (part.size() >= 2) return true;
  const NameToken& only = part[0];
  return only.country == none && (only.classes & name_class::organization_head) == 0 && only.sound.size() >= 4 &&
         whole.size() == 2;
}

bool same_place(const NameNode& a, const NameNode& b) {
  if (joined(a.tokens) == joined(b.tokens)) return true;
  const auto& [part, whole] =
      a.tokens.size() <= b.tokens.size() ? std::tie(a.tokens, b.tokens) : std::tie(b.tokens, a.tokens);
  if (part.size() == whole.size()) return std::equal(part.begin(), part.end(), whole.begin(), same_token);
  if (!a.known_id.empty() && !b.known_id.empty()) return false;
  const bool part_known = &part == &a.tokens ? !a.known_id.empty() : !b.known_id.empty();
  if (part_known || whole.size() != part.size() + 1) return false;
  const auto sized = [](const NameToken& t) {
    return t.sound.size() >= 4 && t.country == none && (t.classes & name_class::place_head) == 0;
  };
  if (!sized(part.front())) return false;
  return std::equal(part.begin(), part.end(), whole.begin(), same_token) ||
         (whole[0].sound.size() <= 2 && std::equal(part.begin(), part.end(), whole.begin() + 1, same_token));
}

bool same_name(const NameNode& a, const NameNode& b) {
  if (a.type != b.type || a.tokens.empty() || b.tokens.empty()) return false;
  switch (a.type) {
    case MentionType::person: return same_person(a, b);
    case MentionType::organization: return same_body(a, b);
    case MentionType::location: return same_place(a, b);
  }
  return false;
}

// The rough sound under which a token is filed: its consonants, kindred ones alike.
std::string skeleton(const NameToken& token) {
  if (token.country != none) return "#" + std::to_string(token.country);
  std::string out;
  for (const char c : token.sound) {
    const char kept = c == 'g' ? 'k' : c == 'b' || c == 'f' ? 'v' : c == 'z' || c == 't' ? 'd' : c;
    if (kept != 'a' && kept != 'w' && kept != 'y' && kept != 'h' && kept != 'e') out += kept;
  }
  return out.empty() ? token.sound : out.substr(0, 2);
}

bool needs_fuller(const NameNode& node) {
  if (!node.known_id.empty()) return false;
  if (node.type == MentionType::person) return node.tokens.size() == 1;
  if (node.type != MentionType::organization) return false;
  return std::none_of(node.tokens.begin(), node.tokens.end(), [](const NameToken& t) { return t.country != none; });
}

std::vector<NameNode> make_nodes(const Collection& collection, const std::vector<uint32_t>& documents,
                                 const Lexicon& lexicon) {
  std::vector<NameNode> nodes;
  std::unordered_map<std::string, uint32_t> index;
  for (const uint32_t d : documents) {
    const Document& document = collection.documents[d];
    for (uint32_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      NameNode node;
      node.type = mention.type;
      node.known_id = mention.known_id;
      node.tokens = name_tokens(document, mention, lexicon);
      node.is_short = needs_fuller(node);
      std::string key(1, static_cast<char>('0' + static_cast<int>(node.type)));
      for (const NameToken& token : node.tokens)
        key += (token.behind_filiation ? "+" : token.definite ? "|" : " ") + token.form;
      key += "\t" + node.known_id;
      if (node.is_short) key += "\t" + std::to_string(d);
      const auto [found, is_new] = index.emplace(std::move(key), static_cast<uint32_t>(nodes.size()));
      if (is_new) nodes.push_back(std::move(node));
      nodes[found->second].uses.push_back({d, m});
    }
  }
  return nodes;
}

using Buckets = std::map<std::string, std::vector<uint32_t>>;

std::string bucket_key(const NameNode& node, const NameToken& token) {
  return static_cast<char>('0' + static_cast<int>(node.type)) + skeleton(token);
}

// Full names under the sound of each token.
Buckets file_full_names(const std::vector<NameNode>& nodes) {
  Buckets buckets;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_short) continue;
    for (const NameToken& token : nodes[i].tokens) {
      auto& bucket = buckets[bucket_key(nodes[i], token)];
      if (bucket.size() < max_bucket && (bucket.empty() || bucket.back() != i)) bucket.push_back(i);
    }
  }
  return buckets;
}

// The place of the last mention of a node in a document before `mention`, or of the first behind it.
int64_t nearness(const NameNode& node, uint32_t document, uint32_t mention) {
  int64_t best = std::numeric_limits<int64_t>::min();
  for (const MentionRef& use : node.uses) {
    if (use.document != document) continue;
    const int64_t distance = int64_t(mention) - int64_t(use.mention);
    best = std::max(best, distance >= 0 ? 1'000'000 - distance : distance);
  }
  return best;
}

// A name of two letters ("شي") is too little to find its person in another report by.
bool is_tiny(const NameNode& node) {
  constexpr size_t two_letters = 4;  // bytes
  return node.type == MentionType::person && node.tokens.size() == 1 && node.tokens[0].form.size() <= two_letters;
}

// Joins a short name to the fuller name it stands for: one of its own report, the nearest before it; else one of
// another report, where no two fuller names compete.
void link_short(std::vector<NameNode>& nodes, uint32_t at, const Buckets& buckets, Clusters& clusters) {
  const NameNode& node = nodes[at];
  uint32_t best = none;
  int64_t best_near = std::numeric_limits<int64_t>::min();
  uint32_t elsewhere = none;
  bool competing = false;
  for (const NameToken& token : node.tokens) {
    const auto bucket = buckets.find(bucket_key(node, token));
    if (bucket == buckets.end()) continue;
    for (const uint32_t other : bucket->second) {
      const bool fits = node.type == MentionType::person
                            ? stands_for(node.tokens, nodes[other].tokens) && nodes[other].tokens.size() > 1
                            : same_name(node, nodes[other]);
      if (!fits) continue;
      const int64_t near = nearness(nodes[other], node.uses.front().document, node.uses.front().mention);
      if (near > best_near) {
        best_near = near;
        best = other;
      }
      if (elsewhere != none && clusters.find(elsewhere) != clusters.find(other)) competing = true;
      elsewhere = other;
    }
  }
  if (best != none) {
    clusters.join(at, best, NameRule::nearest_fuller);
  } else if (elsewhere != none && !competing && !is_tiny(node)) {
    clusters.join(at, elsewhere, NameRule::only_fuller);
  }
}

}  // namespace

NameBar bar_between(const NameNode& a, const NameNode& b) {
  if (a.type != b.type) return NameBar::other_type;
  if (!a.known_id.empty() && !b.known_id.empty() && a.known_id != b.known_id) return NameBar::other_id;
  if (a.tokens.empty() || b.tokens.empty()) return NameBar::unlike;
  if (a.is_short || b.is_short) {
    const NameNode& part = a.is_short ? a : b;
    return stands_for(part.tokens, (a.is_short ? b : a).tokens) ? NameBar::competing : NameBar::unlike;
  }
  if (a.type != MentionType::person) return NameBar::unlike;
  const bool family = same_token(a.tokens.back(), b.tokens.back());
  const bool given = same_given(a.tokens.front(), b.tokens.front());
  if (family && !given) return NameBar::family_only;
  return given ? NameBar::other_name : NameBar::unlike;
}

std::vector<NameNode> link_scope(const Collection& collection, const std::vector<uint32_t>& documents,
                                 const Lexicon& lexicon, std::vector<NameJoin>* joins) {
  std::vector<NameNode> nodes = make_nodes(collection, documents, lexicon);
  Clusters clusters(nodes, joins);
  std::map<std::string, uint32_t> by_id;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].known_id.empty())
      clusters.join(by_id.emplace(nodes[i].known_id, i).first->second, i, NameRule::same_id);
  }
  const Buckets buckets = file_full_names(nodes);
  for (const auto& [key, bucket] : buckets) {
    for (size_t a = 0; a < bucket.size(); ++a) {
      for (size_t b = a + 1; b < bucket.size(); ++b) {
        const NameNode &one = nodes[bucket[a]], &other = nodes[bucket[b]];
        const NameRule rule = one.tokens.size() == other.tokens.size() ? NameRule::alike : NameRule::left_out;
        if (same_name(one, other)) clusters.join(bucket[a], bucket[b], rule);
      }
    }
  }
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_short) link_short(nodes, i, buckets, clusters);
  }
  // Short names that found no fuller one are one another's.
  std::map<std::string, std::vector<uint32_t>> alone;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_short && clusters.find(i) == i && !nodes[i].tokens.empty()) {
      auto& bucket = alone[bucket_key(nodes[i], nodes[i].tokens.front())];
      const auto like =
          std::find_if(bucket.begin(), bucket.end(), [&](uint32_t other) { return same_name(nodes[i], nodes[other]); });
      if (like != bucket.end())
        clusters.join(*like, i, NameRule::short_alike);
      else if (bucket.size() < max_bucket)
        bucket.push_back(i);
    }
  }
  std::map<uint32_t, uint32_t> numbers;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    nodes[i].cluster = numbers.emplace(clusters.find(i), static_cast<uint32_t>(numbers.size())).first->second;
  }
  return nodes;
}

}  // namespace isnad

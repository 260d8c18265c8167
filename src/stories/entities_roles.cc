#include "stories/entities_roles.h"

#include <map>
#include <string>

#include "base/fold.h"
#include "stories/entities_keys.h"

namespace isnad {
namespace {

// The words of a role without articles and with nisbas as their country, so that "الرئيس الأميركي" is "الرئيس
// الأمريكي".
std::string role_key(const Document& document, const Span& span, const Span& name, const Lexicon& lexicon) {
  std::string key;
  const Range words = words_in(document, span);
  for (uint32_t i = words.first; i < words.last; ++i) {
    const Word& word = document.words[i];
    if (word.kind != WordKind::arabic || name.overlaps(word.span)) continue;
    std::string form = folded(document.bytes(i == words.first ? word.base : word.span));
    constexpr std::string_view article = "ال";
    if (form.starts_with(article) && form.size() > article.size() + 4) form.erase(0, article.size());
    const uint32_t country = lexicon.names.country_of(lexicon.vocabulary.find(form));
    key += country == none_known ? " " + form : " #" + std::to_string(country);
  }
  return key;
}

// A role means one person only where its first or its last word has the article.
bool is_definite(const Document& document, const Span& span) {
  constexpr std::string_view article = "ال";
  const Range words = words_in(document, span);
  if (words.empty()) return false;
  return document.bytes(document.words[words.first].base).starts_with(article) ||
         document.bytes(document.words[words.last - 1].base).starts_with(article);
}

}  // namespace

void name_sources(Collection& collection, const std::vector<uint32_t>& documents, const Lexicon& lexicon) {
  // Two persons under one role leave it open: its entity is `none`.
  std::map<std::string, uint32_t> roles;
  for (const uint32_t d : documents) {
    const Document& document = collection.documents[d];
    for (const Mention& mention : document.mentions) {
      if (mention.type != MentionType::person || mention.with_title == mention.span) continue;
      const std::string key = role_key(document, mention.with_title, mention.span, lexicon);
      if (key.empty()) continue;
      const auto [found, is_new] = roles.emplace(key, mention.entity);
      if (!is_new && found->second != mention.entity) found->second = none;
    }
  }
  // "الرئيس" alone is the one person of the story whose title begins so.
  std::map<std::string, uint32_t> heads;
  for (const auto& [key, entity] : roles) {
    const auto [found, is_new] = heads.emplace(key.substr(0, key.find(' ', 1)), entity);
    if (!is_new && found->second != entity) found->second = none;
  }
  const auto name = [&](const Document& document, Source& source) {
    if (source.mention != none) {
      source.entity = source.mention < document.mentions.size() ? document.mentions[source.mention].entity : none;
    } else if (!source.span.empty()) {
      const std::string key = role_key(document, source.span, {}, lexicon);
      if (!is_definite(document, source.span)) return;
      const auto& table = key.find(' ', 1) == std::string::npos ? heads : roles;
      const auto found = table.find(key);
      if (found != table.end()) source.entity = found->second;
    }
  };
  for (const uint32_t d : documents) {
    Document& document = collection.documents[d];
    for (Statement& statement : document.statements) {
      for (Source& source : statement.chain) name(document, source);
    }
    for (Figure& figure : document.figures) {
      for (Source& source : figure.chain) name(document, source);
    }
  }
}

}  // namespace isnad

#include "stories/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/names.h"
#include "stories/intervals.h"

// The brief is built: the clearest opening sentence in its own words, the tolls by their range and what supports
// them, what conflicts and what was revised, and the speakers heard most. Every sentence carries its passages.

namespace isnad {
namespace {

constexpr size_t most_speakers = 3;
constexpr size_t most_relations = 4;
constexpr uint32_t longest_opening_bytes = 700;

// The words without the quotation marks that hold them all: the brief sets its own.
std::string unquoted(std::string_view words) {
  for (const auto& [open, close] : {std::pair{"«", "»"}, {"“", "”"}, {"\"", "\""}, {"”", "“"}}) {
    const std::string_view inside = words.substr(std::min(words.size(), std::string_view(open).size()));
    if (words.starts_with(open) && words.ends_with(close) &&
        inside.find(close) == inside.size() - std::string_view(close).size()) {
      return std::string(inside.substr(0, inside.size() - std::string_view(close).size()));
    }
  }
  return std::string(words);
}

class BriefWriter {
 public:
  BriefWriter(const Collection& collection, uint32_t story, const InterfaceText& words)
      : collection_(collection), story_index_(story), story_(collection.stories[story]), words_(words) {}

  std::vector<BriefItem> write() {
    write_opening();
    write_tolls();
    write_relations();
    write_speakers();
    return std::move(items_);
  }

 private:
  std::string text(std::string_view kind, std::string_view name, Language language) const {
    return std::string(words_.text(std::string(kind) + "." + std::string(name), language));
  }

  // The first body sentence of the report whose title names the story.
  void write_opening() {
    for (const uint32_t d : story_.documents) {
      const Document& document = collection_.documents[d];
      if (document.title != story_.title) continue;
      for (const Sentence& sentence : document.sentences) {
        if (document.lines[sentence.line].kind != LineKind::body) continue;
        if (sentence.span.size() > longest_opening_bytes) return;
        const std::string words(document.bytes(sentence.span));
        items_.push_back({words, fmt::format("“{}”", words), {{d, sentence.span}}});
        return;
      }
    }
  }

  std::string label(const Toll& toll, Language language) const {
    std::string label = text("measure", name_of(toll.measure), language);
    if (toll.population != Population::unspecified)
      label += " (" + text("population", name_of(toll.population), language) + ")";
    return label;
  }

  Passage passage(const FigureRef& ref) const {
    return {ref.document, collection_.documents[ref.document].figures[ref.figure].span};
  }

  void write_tolls() {
    for (const Toll& toll : story_.tolls) {
      const bool part = toll.population != Population::unspecified && toll.population != Population::civilians;
      if (toll.rule != Rule::range || part) continue;
      BriefItem item;
      for (const Language language : {Language::arabic, Language::english}) {
        std::string& out = language == Language::arabic ? item.arabic : item.english;
        out = fmt::format("{}: {} — {}.", label(toll, language),
                          interval_text(toll.min, toll.max, language == Language::arabic),
                          text("grade", name_of(toll.grade), language));
      }
      for (const FigureRef& ref : toll.figures) item.evidence.push_back(passage(ref));
      items_.push_back(std::move(item));
    }
  }

  void write_relations() {
    size_t told = 0;
    for (const Group& group : collection_.groups) {
      if (group.story != story_index_ || group.relation == Relation::agree || ++told > most_relations) continue;
      BriefItem item;
      item.arabic = fmt::format("{} — {}: {}.", text("relation", name_of(group.relation), Language::arabic),
                                group.question_arabic, group.reason_arabic);
      item.english = fmt::format("{} — {}: {}.", text("relation", name_of(group.relation), Language::english),
                                 group.question, group.reason);
      for (const FigureRef& ref : group.figures) item.evidence.push_back(passage(ref));
      items_.push_back(std::move(item));
    }
  }

  // The longest words of each of the speakers heard most, named sources alone.
  void write_speakers() {
    struct Said {
      size_t times = 0;
      const Statement* best = nullptr;
      uint32_t document = none;
    };
    std::map<uint32_t, Said> speakers;
    for (const uint32_t d : story_.documents) {
      for (const Statement& statement : collection_.documents[d].statements) {
        if (statement.chain.empty() || statement.chain.back().entity == none) continue;
        Said& said = speakers[statement.chain.back().entity];
        ++said.times;
        if (!said.best || statement.content.size() > said.best->content.size()) {
          said.best = &statement;
          said.document = d;
        }
      }
    }
    std::vector<std::pair<uint32_t, Said>> ordered(speakers.begin(), speakers.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.second.times > b.second.times; });
    for (size_t i = 0; i < std::min(ordered.size(), most_speakers); ++i) {
      const Said& said = ordered[i].second;
      const std::string words = unquoted(collection_.documents[said.document].bytes(said.best->content));
      const std::string& speaker = said.best->chain.back().text;
      items_.push_back({fmt::format("{}: «{}».", speaker, words),
                        fmt::format("{}: “{}”.", speaker, words),
                        {{said.document, said.best->content}}});
    }
  }

  const Collection& collection_;
  uint32_t story_index_;
  const Story& story_;
  const InterfaceText& words_;
  std::vector<BriefItem> items_;
};

}  // namespace

void write_brief(Collection& collection, const Lexicon& lexicon) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    collection.stories[s].brief = BriefWriter(collection, s, lexicon.interface).write();
  }
}

}  // namespace isnad

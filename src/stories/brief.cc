#include "stories/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
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
constexpr size_t most_events = 3;
constexpr size_t most_findings = 4;
constexpr uint32_t longest_quotation_bytes = 420;
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
    write_findings();
    write_contradictions();
    write_events();
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
        const std::string from = label_of(document);
        items_.push_back({words_.text("brief.opening", Language::arabic, {from, unquoted(words)}),
                          words_.text("brief.opening", Language::english, {from, unquoted(words)}),
                          {{d, sentence.span}}});
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

  // "قتيل واحد", "قتيلان", "5 قتلى", "27 قتيلا", "100 قتيل": by the last two digits.
  std::string count(Measure measure, double value, Language language) const {
    const auto last = static_cast<unsigned>(std::fmod(value, 100));
    const char* form = value == 1                 ? "one"
                       : value == 2               ? "two"
                       : last >= 3 && last <= 10  ? "few"
                       : last >= 11 && last <= 99 ? "many"
                                                  : "round";
    const std::string key = fmt::format("count.{}.{}", name_of(measure), form);
    const std::string number = fmt::format("{}", value);
    const std::string words = words_.text(key, language, number);
    return words == key ? number : words;
  }

  std::string interval(const Toll& toll, Language language) const {
    const bool arabic = language == Language::arabic;
    if (toll.min && toll.max && *toll.min != *toll.max) {
      const bool counted = *toll.max >= 3;
      return words_.text("brief.range", language,
                         {fmt::format("{}", *toll.min),
                          counted ? count(toll.measure, *toll.max, language) : fmt::format("{}", *toll.max)});
    }
    if (toll.min && toll.max) return count(toll.measure, *toll.min, language);
    if (toll.min) return words_.text("brief.at_least", language, count(toll.measure, *toll.min, language));
    return interval_text(toll.min, toll.max, arabic);
  }

  const Group* group_of(const FigureRef& ref) const {
    const auto found = std::find_if(collection_.groups.begin(), collection_.groups.end(), [&](const Group& group) {
      return group.story == story_index_ &&
             std::find(group.figures.begin(), group.figures.end(), ref) != group.figures.end();
    });
    return found == collection_.groups.end() ? nullptr : &*found;
  }

  // Categories of people are told where reports differ on them, and civilians always.
  void write_tolls() {
    for (const Toll& toll : story_.tolls) {
      if (toll.rule != Rule::range) continue;
      const Group* group = group_of(toll.figures.front());
      const bool differs = group && group->relation != Relation::agree;
      const bool part = toll.population != Population::unspecified && toll.population != Population::civilians;
      const bool only = std::none_of(story_.tolls.begin(), story_.tolls.end(), [&](const Toll& other) {
        return other.measure == toll.measure && other.population == Population::unspecified;
      });
      if (part && !differs && !only) continue;
      BriefItem item;
      for (const Language language : {Language::arabic, Language::english}) {
        std::string& out = language == Language::arabic ? item.arabic : item.english;
        const bool all = toll.population == Population::unspecified;
        out = words_.text("brief.toll", language,
                          {all ? text("brief", "toll_of_all", language) : label(toll, language),
                           interval(toll, language), text("grade", name_of(toll.grade), language)});
        if (!differs) continue;
        out += fmt::format(" {}: {}.", text("relation", name_of(group->relation), language),
                           language == Language::arabic ? group->reason_arabic : group->reason);
      }
      const std::vector<FigureRef>& figures = differs ? group->figures : toll.figures;
      for (const FigureRef& ref : figures) item.evidence.push_back(passage(ref));
      told_.insert(group);
      items_.push_back(std::move(item));
    }
  }

  void write_relations() {
    size_t told = 0;
    for (const Group& group : collection_.groups) {
      if (group.story != story_index_ || group.relation == Relation::agree || told_.contains(&group)) continue;
      if (++told > most_relations) break;
      BriefItem item;
      item.arabic = fmt::format("{}: {} — {}.", group.question_arabic,
                                text("relation", name_of(group.relation), Language::arabic), group.reason_arabic);
      item.english = fmt::format("{}: {} — {}.", group.question,
                                 text("relation", name_of(group.relation), Language::english), group.reason);
      for (const FigureRef& ref : group.figures) item.evidence.push_back(passage(ref));
      items_.push_back(std::move(item));
    }
  }

  // What sums and times tell; that a sum holds needs no sentence.
  void write_findings() {
    std::set<std::string> told;
    for (const Group& group : collection_.groups) {
      if (group.story != story_index_) continue;
      for (const Finding& finding : group.findings) {
        if (finding.kind == FindingKind::sum_holds || told.size() >= most_findings) continue;
        if (!told.insert(finding.english).second) continue;
        BriefItem item{finding.arabic + ".", finding.english + ".", {}};
        for (const FigureRef& ref : finding.figures) item.evidence.push_back(passage(ref));
        items_.push_back(std::move(item));
      }
    }
  }

  void write_contradictions() {
    for (const Contradiction& it : collection_.contradictions) {
      if (it.story == story_index_) items_.push_back({it.arabic + ".", it.english + ".", {it.a, it.b}});
    }
  }

  // Events that several reports tell, in the words of the first.
  void write_events() {
    size_t told = 0;
    for (const TimelineEvent& event : collection_.timeline) {
      if (event.story != story_index_ || event.announced || event.evidence.size() < 2 || told >= most_events) continue;
      const bool repeats = !items_.empty() && items_.front().evidence.front() == event.evidence.front();
      if (repeats || event.event.size() > longest_opening_bytes) continue;
      ++told;
      const std::string words = unquoted(event.event);
      items_.push_back(
          {fmt::format("{}: «{}»", event.date, words), fmt::format("{}: “{}”", event.date, words), event.evidence});
    }
  }

  // The longest words, within reason, of each of the speakers heard most, named sources alone.
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
        if (statement.content.size() > longest_quotation_bytes) continue;
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
      if (!said.best) continue;
      const std::string words = unquoted(collection_.documents[said.document].bytes(said.best->content));
      const std::string& speaker = said.best->chain.back().text;
      items_.push_back({words_.text("brief.speaker", Language::arabic, {speaker, words}),
                        words_.text("brief.speaker", Language::english, {speaker, words}),
                        {{said.document, said.best->content}}});
    }
  }

  const Collection& collection_;
  uint32_t story_index_;
  const Story& story_;
  const InterfaceText& words_;
  std::vector<BriefItem> items_;
  std::set<const Group*> told_;
};

}  // namespace

void write_brief(Collection& collection, const Lexicon& lexicon) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    collection.stories[s].brief = BriefWriter(collection, s, lexicon.interface).write();
  }
}

}  // namespace isnad

#include "output/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "document/names.h"
#include "output/json.h"
#include "output/terminal_canvas.h"

namespace isnad {
namespace {

constexpr size_t most_statements_of_a_speaker = 3;
constexpr size_t most_speakers = 12;
constexpr size_t most_entities = 16;
constexpr size_t most_stories = 12;
constexpr size_t most_copies = 24;

class View {
 public:
  View(const Collection& collection, const InterfaceText& words, const TerminalOptions& options)
      : collection_(collection), words_(words), options_(options), canvas_(options) {}

  std::string write() {
    if (collection_.stories.empty()) canvas_.line(text("no_story"));
    const size_t told = stories_told();
    for (uint32_t s = 0; s < told; ++s) write_story(s);
    write_reports(told);
    if (const size_t left = collection_.stories.size() - told; left > 0) {
      canvas_.blank();
      canvas_.paragraph(count("more_stories", left), 0);
    }
    return canvas_.take();
  }

 private:
  std::string text(std::string_view key) const { return std::string(words_.text(key, options_.language)); }
  std::string count(std::string_view key, size_t number) const {
    return words_.text(key, options_.language, format_number(static_cast<double>(number), options_.digits));
  }
  std::string named(std::string_view kind, std::string_view name) const {
    return text(std::string(kind) + "." + std::string(name));
  }

  // "[1, 3]": the reports by their numbers in the list at the end.
  std::string cite(const std::set<uint32_t>& documents) const {
    std::string out = "[";
    for (const uint32_t document : documents) {
      if (out.size() > 1) out += ", ";
      out += format_number(document + 1, options_.digits);
    }
    return out + "]";
  }

  const Figure& figure(const FigureRef& ref) const { return collection_.documents[ref.document].figures[ref.figure]; }

  void write_story(uint32_t index) {
    const Story& story = collection_.stories[index];
    if (index > 0) canvas_.blank();
    for (const std::string& row : wrap(story.title, options_.width))
      canvas_.line(canvas_.ink(canvas_.quoted(row), Ink::strong));
    std::string facts = count("reports_count", story.documents.size());
    if (!story.date.empty()) facts = story.date + " · " + facts;
    if (const size_t origins = most_origins(index); origins > 0) facts += " · " + count("origins_count", origins);
    canvas_.line(facts);
    write_brief(story);
    write_tolls(story);
    write_groups(index);
    write_timeline(index);
    write_speakers(story);
    write_entities(story);
    write_copies(story);
  }

  size_t most_origins(uint32_t story) const {
    size_t most = 0;
    for (const Group& group : collection_.groups) {
      if (group.story == story) most = std::max(most, group.origins.size());
    }
    return most;
  }

  void write_brief(const Story& story) {
    if (story.brief.empty()) return;
    canvas_.heading(text("brief"));
    for (const BriefItem& item : story.brief) {
      std::set<uint32_t> documents;
      for (const Passage& passage : item.evidence) documents.insert(passage.document);
      const std::string& sentence = options_.language == Language::arabic ? item.arabic : item.english;
      canvas_.paragraph(sentence + " " + cite(documents), 0);
    }
  }

  std::string toll_label(Measure measure, Population population) const {
    std::string label = named("measure", name_of(measure));
    if (population != Population::unspecified && population != Population::not_people) {
      label += (options_.language == Language::arabic ? "، " : ", ") + named("population", name_of(population));
    }
    return label;
  }

  void write_tolls(const Story& story) {
    if (story.tolls.empty()) return;
    canvas_.heading(text("tolls"));
    std::map<std::pair<Measure, Population>, std::map<Rule, const Toll*>> rows;
    for (const Toll& toll : story.tolls) rows[{toll.measure, toll.population}][toll.rule] = &toll;
    const size_t label_width = 26, column = 12;
    std::string head = pad("", label_width);
    for (const char* rule : {"range", "conservative", "latest", "best_supported"})
      head += pad(named("rule", rule), column + 1);
    canvas_.line(canvas_.ink(head, Ink::faint));
    for (const auto& [key, rules] : rows) {
      std::string row = pad(shorten(toll_label(key.first, key.second), label_width - 2), label_width);
      const Toll* any = nullptr;
      for (const Rule rule : {Rule::range, Rule::conservative, Rule::latest, Rule::best_supported}) {
        const auto found = rules.find(rule);
        if (found != rules.end()) any = found->second;
        row +=
            pad(found == rules.end() ? "–" : format_interval(found->second->min, found->second->max, options_.digits),
                column + 1);
      }
      canvas_.line(row);
      if (any) canvas_.line(pad("", 2) + canvas_.ink(named("grade", name_of(any->grade)), Ink::faint));
    }
  }

  std::string question_of(const Group& group) const {
    const bool arabic = options_.language == Language::arabic && !group.question_arabic.empty();
    return arabic ? group.question_arabic : group.question;
  }

  void write_groups(uint32_t story) {
    bool headed = false;
    for (const Group& group : collection_.groups) {
      if (group.story != story || group.relation == Relation::agree) continue;
      if (!headed) canvas_.heading(text("conflicts"));
      headed = true;
      const Ink ink = group.relation == Relation::conflict ? Ink::warning : Ink::accent;
      canvas_.line(canvas_.ink(named("relation", name_of(group.relation)), ink) + ": " + question_of(group));
      const std::string& reason = options_.language == Language::arabic ? group.reason_arabic : group.reason;
      if (!reason.empty()) canvas_.paragraph(reason, 2);
      for (const FigureRef& ref : group.figures) write_figure(ref);
    }
  }

  void write_figure(const FigureRef& ref) {
    const Document& document = collection_.documents[ref.document];
    const Figure& it = figure(ref);
    const std::string chain = format_chain(document, it.chain, words_, options_.language);
    canvas_.paragraph(chain + " " + cite({ref.document}), 14, "  " + format_figure(it, options_.digits));
  }

  void write_timeline(uint32_t story) {
    bool headed = false;
    for (const TimelineEvent& event : collection_.timeline) {
      if (event.story != story) continue;
      if (!headed) canvas_.heading(text("timeline"));
      headed = true;
      std::set<uint32_t> documents;
      for (const Passage& passage : event.evidence) documents.insert(passage.document);
      canvas_.paragraph(shorten(event.event, 3 * (options_.width - 14)) + " " + cite(documents), 12, event.date);
    }
  }

  // The name that a source's statements are gathered under: its entity's, else its words.
  std::string speaker_of(const Source& source) const {
    return source.entity == none ? source.text : collection_.entities[source.entity].name;
  }

  void write_speakers(const Story& story) {
    struct Said {
      uint32_t document;
      const Statement* statement;
    };
    std::map<std::string, std::vector<Said>> speakers;
    for (const uint32_t d : story.documents) {
      for (const Statement& statement : collection_.documents[d].statements) {
        if (!statement.chain.empty()) speakers[speaker_of(statement.chain.back())].push_back({d, &statement});
      }
    }
    if (speakers.empty()) return;
    canvas_.heading(text("who_said"));
    std::vector<std::pair<std::string, std::vector<Said>>> ordered(speakers.begin(), speakers.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    for (size_t i = 0; i < std::min(ordered.size(), most_speakers); ++i) {
      const auto& [speaker, said] = ordered[i];
      const std::string number = format_number(static_cast<double>(said.size()), options_.digits);
      canvas_.line(canvas_.ink(canvas_.quoted(speaker), Ink::strong) + " (" + number + ")");
      for (size_t k = 0; k < std::min(said.size(), most_statements_of_a_speaker); ++k) {
        const Document& document = collection_.documents[said[k].document];
        const std::string words = shorten(document.bytes(said[k].statement->content), 2 * (options_.width - 8));
        canvas_.paragraph(words + " " + cite({said[k].document}), 4, "  –");
      }
    }
    if (ordered.size() > most_speakers) canvas_.line(count("more_statements", ordered.size() - most_speakers));
  }

  void write_entities(const Story& story) {
    std::map<uint32_t, uint32_t> counts;
    for (const uint32_t d : story.documents) {
      for (const Mention& mention : collection_.documents[d].mentions) {
        if (mention.entity != none) ++counts[mention.entity];
      }
    }
    if (counts.empty()) return;
    std::vector<std::pair<uint32_t, uint32_t>> ordered(counts.begin(), counts.end());
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    canvas_.heading(text("entities"));
    for (size_t i = 0; i < std::min(ordered.size(), most_entities); ++i) {
      const Entity& entity = collection_.entities[ordered[i].first];
      std::string variants;
      for (size_t k = 0; k < std::min<size_t>(entity.variants.size(), 6); ++k) {
        if (k > 0) variants += "، ";
        variants += entity.variants[k].text;
      }
      canvas_.paragraph(variants, 6, "  " + format_number(ordered[i].second, options_.digits));
    }
  }

  void write_copies(const Story& story) {
    canvas_.heading(text("copies"));
    if (story.copies.empty()) canvas_.line(text("copies_none"));
    for (size_t i = 0; i < std::min(story.copies.size(), most_copies); ++i) {
      const CopyNode& node = story.copies[i];
      std::string line = "  " + pad(cite({node.document}), 5) + named("copy", name_of(node.role));
      for (const CopySource& source : node.from) {
        line += (&source == &node.from.front() ? " " : "، ") + cite({source.document}) + " " +
                format_number(std::floor(100 * source.share), options_.digits) + " ٪";
        line += " (" + named("reason", source.reason) + ")";
      }
      canvas_.line(line);
    }
    if (story.copies.size() > most_copies) canvas_.line("  …");
  }

  // Stories stand in order of size. A few are told whole; of a day's many only the largest, to be read in a sitting.
  size_t stories_told() const { return std::min(collection_.stories.size(), most_stories); }

  void write_reports(size_t told) {
    std::set<uint32_t> cited;
    for (size_t s = 0; s < told; ++s) {
      const Story& story = collection_.stories[s];
      cited.insert(story.documents.begin(), story.documents.end());
      cited.insert(story.in_part.begin(), story.in_part.end());
    }
    canvas_.heading(text("reports"));
    for (const uint32_t d : cited) {
      const Document& document = collection_.documents[d];
      const std::string day = published_text(document).substr(0, 10);
      std::string facts =
          day.empty() ? text("unknown_day") : day + " (" + named("basis", name_of(document.published_basis)) + ")";
      facts += " · " + canvas_.quoted(label_of(document));
      canvas_.line(pad(cite({d}), 5) + facts);
      if (!document.title.empty()) canvas_.paragraph(shorten(document.title, options_.width - 6), 5);
    }
  }

  const Collection& collection_;
  const InterfaceText& words_;
  const TerminalOptions& options_;
  Canvas canvas_;
};

}  // namespace

std::string terminal_view(const Collection& collection, const InterfaceText& words, const TerminalOptions& options) {
  return View(collection, words, options).write();
}

}  // namespace isnad

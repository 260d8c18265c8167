#include "output/explain_together.h"

#include <fmt/format.h>

#include "output/format.h"
#include "output/json_writer.h"
#include "output/terminal_canvas.h"

namespace isnad {
namespace {

constexpr double percent = 100;

// "17 %"; numbers are rounded, but a likeness that is not nothing is not shown as nothing.
double whole_percent(double likeness) {
  return likeness > 0 ? std::max(1.0, static_cast<double>(static_cast<int>(percent * likeness + 0.5))) : 0;
}

std::string signed_weight(double weight) { return fmt::format("{:+.1f}", weight); }

}  // namespace

std::string together_view(const Collection& collection, const StoryPairExplanation& explanation,
                          const InterfaceText& words, const TerminalOptions& options) {
  Canvas canvas(options);
  const auto text = [&](const std::string& key) {
    return std::string(words.text("together." + key, options.language));
  };
  const auto share = [&](const std::string& key, double likeness) {
    return words.text("together." + key, options.language, format_number(whole_percent(likeness), options.digits));
  };
  for (const uint32_t d : {explanation.a, explanation.b}) {
    const Document& document = collection.documents[d];
    canvas.paragraph(canvas.quoted(document.title), 2, document.id + ": ");
  }
  canvas.blank();
  canvas.heading(text(explanation.together() ? "one_story" : "two_stories"));
  if (explanation.round_up) canvas.paragraph(text("round_up"), 2);
  canvas.paragraph(share("pair", explanation.likeness), 2);
  canvas.paragraph(share(explanation.together() ? "mean_one" : "mean_two", explanation.mean_likeness), 2);
  canvas.paragraph(share("least", explanation.least_likeness), 2);
  if (explanation.between != none) {
    const Document& document = collection.documents[explanation.between];
    canvas.paragraph(text("between") + " " + document.id + ": " + canvas.quoted(document.title), 2);
  }
  canvas.blank();
  canvas.heading(text("evidence"));
  for (const StoryReason& reason : explanation.reasons) {
    std::string line = signed_weight(reason.weight) + "  " + text("clue." + reason.clue);
    std::string_view before = ": ";
    for (const std::string& shared : reason.shared) {
      line += std::string(before) + canvas.quoted(shared);
      before = options.language == Language::arabic ? "، " : ", ";
    }
    canvas.paragraph(line, 8, "  ");
  }
  return canvas.take();
}

std::string together_json(const Collection& collection, const StoryPairExplanation& explanation) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("a", collection.documents[explanation.a].id);
  json.member("b", collection.documents[explanation.b].id);
  json.member("together", explanation.together());
  json.member("story_a", collection.stories[explanation.story_a].id);
  json.member("story_b", collection.stories[explanation.story_b].id);
  json.member("round_up", explanation.round_up);
  json.member("likeness", explanation.likeness);
  json.member("mean_likeness", explanation.mean_likeness);
  json.member("least_likeness", explanation.least_likeness);
  json.member_or_null("between",
                      explanation.between == none ? std::string() : collection.documents[explanation.between].id);
  json.key("reasons");
  json.begin_array();
  for (const StoryReason& reason : explanation.reasons) {
    json.begin_object();
    json.member("clue", reason.clue);
    json.member("weight", reason.weight);
    json.key("shared");
    json.begin_array();
    for (const std::string& shared : reason.shared) json.value(shared);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace isnad

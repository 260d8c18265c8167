#include "commands.h"

namespace isnad::cli {
namespace {

const Option threads{
    "--threads", "N", {}, "work on N reports at a time (default: all cores); the result does not depend on it"};
const Option data{"--data", "FOLDER", {}, "tables of this folder replace the built-in ones of the same name"};
const Option names{
    "--names", "FILE", {}, "your own names: a table with the columns name, type, id, aliases (docs/data.md)"};
const Option language{
    "--language", "LANGUAGE", {"en", "ar"}, "language of what is written for people (default: from the locale)"};
const Option digits{
    "--digits", "DIGITS", {"latin", "arabic"}, "digits of what is written for people (default: by language)"};

Command read_command() {
  return {
      "read",
      "INPUT...",
      "write what was read of each report as one line of JSON: address, headline, day, outlet, text",
      "Reads files of any kind that docs/reading.md names and writes id, url, title, published, outlet, text, place "
      "and notes of each report, in the order of the input, in constant memory. What it writes is an INPUT again.",
      {data}};
}

// Options of the commands that open connections.
std::vector<Option> fetch_options(const std::vector<Option>& own) {
  std::vector<Option> options = {
      {"-o,--output", "FOLDER", {}, "keep what comes in FOLDER (default: fetched)"},
      {"--delay", "MS", {}, "wait MS milliseconds between requests to one host (default: 1000)"},
      {"--timeout", "SECONDS", {}, "give up a page after SECONDS (default: 60)"},
      {"--most-mib", "N", {}, "stop after N MiB (default: 1024)"},
      {"--most-requests", "N", {}, "stop after N requests (default: 10000)"},
      {"--contact", "TEXT", {}, "an address for the owners of the sites, sent with each request"},
      {"--allow-private", "", {}, "connect to private and loopback addresses as well"}};
  options.insert(options.end(), own.begin(), own.end());
  return options;
}

Command fetch_command() {
  return {
      "fetch", "URL...", "fetch pages politely and keep every byte, with its time, in web archives",
      "Obeys robots.txt, waits between requests to one host, and asks busy servers again later. What came is kept in "
      "WARC files, which are an INPUT of the other commands, and each address in fetched.log: started again, it "
      "goes on where it was. Writes a line of JSON for each address.",
      fetch_options({{"--again", "", {}, "ask for pages that are kept already as well: they may have changed"}})};
}

Command watch_command() {
  return {
      "watch", "FEEDS...", "fetch what is new in feeds, again and again",
      "FEEDS are files of OPML or addresses of feeds (RSS, Atom). Asks each feed whether it has changed and fetches "
      "the pages that are new in it, as fetch does. The feeds themselves are kept in FOLDER/.feeds.",
      fetch_options({{"--every", "MINUTES", {}, "ask every MINUTES minutes (default: 15)"},
                     {"--once", "", {}, "ask once and end"},
                     {"--feeds-only", "", {}, "keep the feeds alone, in FOLDER"}})};
}

Command annotate_command() {
  return {
      "annotate",
      "INPUT...",
      "write the layers of each report as one line of JSON",
      "Reads the reports one after another and writes lines, numbers, times, mentions, statements and figures of each, "
      "in the order of the input, in constant memory.",
      {{"--layers", "LIST", {}, "write just these layers: lines,numbers,times,mentions,statements,figures,notes"},
       {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
       {"--text", "", {}, "write each report's text as well"},
       threads,
       names,
       data}};
}

Command report_command() {
  return {
      "report",
      "INPUT...",
      "tell the story of many reports: tolls, conflicts, timeline, who said what, copies",
      "Reads all reports, finds what they tell together and writes it for people (in a terminal, or as one HTML page "
      "that opens without a network) or as JSON.",
      {{"--json", "", {}, "write the whole object as JSON (docs/json.md)"},
       {"--text", "", {}, "with --json: each report's text as well"},
       {"--rule", "RULE", {"range", "conservative", "latest", "best_supported"}, "tolls under this rule alone"},
       {"--as",
        "CODING",
        {"acled", "ucdp", "airwars"},
        "write the tolls as rows of this coding, in CSV (docs/rules.md)"},
       {"-o,--output", "FILE", {}, "write to FILE; its ending chooses the form: .html, .json or .txt"},
       {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
       {"--width", "COLUMNS", {}, "width of the text (default: the terminal's, or 80)"},
       {"--color", "WHEN", {"auto", "always", "never"}, "colour (default: auto, in a terminal)"},
       language,
       digits,
       threads,
       names,
       data}};
}

// Options of the commands that write one view for people or as JSON.
std::vector<Option> view_options() {
  return {{"--json", "", {}, "write it as JSON (docs/json.md)"},
          {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
          {"--width", "COLUMNS", {}, "width of the text (default: the terminal's, or 80)"},
          {"--color", "WHEN", {"auto", "always", "never"}, "colour (default: auto, in a terminal)"},
          language,
          digits,
          threads,
          names,
          data};
}

Command stories_command() {
  return {
      "stories", "INPUT...", "list the stories that the reports tell",
      "Groups the reports by story and lists for each its title, how many reports tell it, how many of these copied "
      "nothing from one another, and the days. The id of a story comes from its first report.",
      view_options()};
}

Command explain_command() {
  std::vector<Option> options = {
      {"--entity", "NAME", {}, "why the spellings of NAME are one person, body or place, or several"},
      {"--with", "NAME", {}, "with --entity: why this name is one with the other, or what keeps them apart"},
      {"--figure", "N", {}, "why the figure N stands in its group"},
      {"--together", "", {}, "why the reports A and B, named behind the input, tell one story or two"}};
  for (Option& option : view_options()) options.push_back(std::move(option));
  return {
      "explain", "INPUT... [A B]", "say why the program decided as it did",
      "With --entity: the entities that the reports call NAME, the spellings of each, and by which rule each was "
      "joined; with --with as well, the rules that join the two names, or what keeps them apart. "
      "With --figure: why the figure stands in its group, what parts it from the groups beside it, why the group's "
      "figures agree, were revised or conflict, and which reports make one origin; N is a figure's id as --json "
      "writes it (\"f2-3\"). With --together: what speaks for one story of the reports A and B and what against it, "
      "with weights (log-odds), how likely that makes it, and how like the reports of both stories are.",
      options};
}

Command copies_command() {
  return {
      "copies", "INPUT... A B", "show what two reports share by copying, side by side",
      "A and B are ids of reports of the input. Shows the passages that one has from the other, or both from a third, "
      "with changed words between ⟦ and ⟧, changed numbers and names below, and who copied where that can be told.",
      view_options()};
}

const Option author{"--author", "NAME", {}, "who decides (default: $ISNAD_AUTHOR, or the user's name)"};

Command add_command() {
  return {
      "add",
      "STORE INPUT...",
      "add reports to a store and bring its stories up to date",
      "STORE is one SQLite file, made where it is not there; docs/store.md tells its tables. A report that is in the "
      "store already is not added again. What is acknowledged is on the disk, whatever happens then.",
      {{"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"}, threads, data}};
}

Command search_command() {
  return {"search",
          "STORE QUERY...",
          "search the reports of a store",
          "All words of QUERY must stand in a report, in any of their forms; quoted words stand as they are; what is "
          "behind "
          "a minus must not stand. Filters: outlet:, from:, to:, person:, place:, measure:, figure:10..20, speaker:, "
          "origin:, "
          "story:, or their Arabic names (docs/search.md).",
          {{"--json", "", {}, "write it as JSON (docs/search.md)"},
           {"--limit", "N", {}, "reports to show (default: 10)"},
           {"--offset", "N", {}, "reports to leave out at the head (default: 0)"},
           {"--width", "COLUMNS", {}, "width of the text (default: the terminal's, or 80)"},
           {"--color", "WHEN", {"auto", "always", "never"}, "colour (default: auto, in a terminal)"},
           language,
           digits,
           data}};
}

Command correct_command() {
  return {
      "correct",
      "STORE WHAT...",
      "correct what isnad judged: merge or split stories, same or different names, exclude, note",
      "WHAT is one of: merge STORY STORY...; split STORY REPORT...; same NAME NAME; different NAME NAME; exclude "
      "REPORT; note STORY-OR-REPORT WORDS...; list; revoke NUMBER. Corrections are rows of the store with author and "
      "time. They are laid over every later analysis until they are revoked.",
      {author, {"--note", "WORDS", {}, "why"}, threads, data}};
}

Command export_command() {
  return {
      "export",
      "STORE",
      "write what is in a store for other programs",
      "reports: the reports and the corrections as JSON lines, which `isnad import` reads. stories: the whole object "
      "of "
      "each story as JSON lines. csv: a file for each table, in the folder of -o. annotations: figures and statements "
      "as W3C Web Annotations. claimreview: groups of figures as schema.org ClaimReview.",
      {{"--form",
        "FORM",
        {"reports", "stories", "csv", "annotations", "claimreview"},
        "what to write (default: reports)"},
       {"-o,--output", "FILE", {}, "write to FILE (csv: to this folder)"},
       data}};
}

Command import_command() {
  return {"import",
          "STORE FILE...",
          "add what `isnad export` wrote to a store",
          "Reports and corrections that the store has already are left as they are.",
          {threads, data}};
}

Command check_command() {
  return {
      "check",
      "STORE",
      "check that a store is sound",
      "Looks at the file, the references between rows, the hashes of the reports, and whether each story is what its "
      "reports tell now. Writes a line for each thing that is wrong; then the exit status is 1.",
      {data}};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      read_command(),
      fetch_command(),
      watch_command(),
      annotate_command(),
      report_command(),
      stories_command(),
      copies_command(),
      explain_command(),
      add_command(),
      search_command(),
      correct_command(),
      export_command(),
      import_command(),
      check_command(),
      {"completion", "SHELL", "write the completion script for bash, zsh or fish", "", {}},
      {"man", "", "write the man page", "", {}}};
  return all;
}

}  // namespace isnad::cli

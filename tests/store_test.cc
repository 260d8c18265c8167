// The store: what is added is there once, stories follow, corrections stay, nothing acknowledged is lost.
#include "store/store.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "document/names.h"
#include "output/json.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "run_program.h"
#include "store/document_rows.h"
#include "store/reader.h"
#include "store/schema.h"
#include "store/story_ids.h"

namespace isnad {
namespace {

constexpr const char* now = "2024-05-01T10:00:00Z";
constexpr const char* later = "2024-05-02T10:00:00Z";

const Lexicon& lexicon() {
  static const Lexicon tables = load_lexicon();
  return tables;
}

Document report(const std::string& id, const std::string& text, const std::string& published = "2024-05-01") {
  Document document;
  document.id = id;
  document.path = id;
  document.outlet = "صحيفة " + id.substr(0, 1);
  document.published_given = published;
  document.text = text;
  return document;
}

// Two stories of invented places, two reports each.
std::vector<Document> four_reports() {
  return {
      report("a1",
             "حريق في مصنع النسيج بمدينة سلمانة\nقتل خمسة عمال في حريق بمصنع النسيج في مدينة سلمانة، وقالت الشرطة إن "
             "الحريق اندلع في مخزن القطن."),
      report("b1",
             "حريق مصنع النسيج في سلمانة: سبعة قتلى\nأعلنت الشرطة أن سبعة عمال قتلوا في حريق مصنع النسيج بمدينة سلمانة "
             "الذي اندلع في مخزن القطن."),
      report("c1",
             "غرق عبارة قبالة جزيرة مرجانة\nغرقت عبارة ركاب قبالة جزيرة مرجانة، وقال خفر السواحل إن عشرين راكبا في "
             "عداد المفقودين بعد غرق العبارة."),
      report("d1",
             "عبارة مرجانة: البحث عن المفقودين\nقال خفر السواحل إن البحث مستمر عن عشرين راكبا فقدوا في غرق العبارة "
             "قبالة جزيرة مرجانة.")};
}

using Partition = std::set<std::set<std::string>>;

Partition partition_of(const Database& database) {
  std::map<std::string, std::set<std::string>> stories;
  Query query(database, "SELECT story, id FROM story_documents JOIN documents USING(document) WHERE NOT in_part");
  while (query.step()) stories[query.string(0)].insert(query.string(1));
  Partition partition;
  for (const auto& [id, reports] : stories) partition.insert(reports);
  return partition;
}

std::string story_with(const Database& database, const std::string& report) {
  Query query(database,
              "SELECT story FROM story_documents JOIN documents USING(document) WHERE id = ? AND NOT in_part");
  return query.bind(report).step() ? query.string(0) : "";
}

// Rows that refer to rows that are not there, and damage of the file.
void expect_sound(Database& database) {
  Query broken(database, "PRAGMA foreign_key_check");
  EXPECT_FALSE(broken.step()) << broken.text(0) << " refers to " << broken.text(2);
  Query whole(database, "PRAGMA integrity_check");
  ASSERT_TRUE(whole.step());
  EXPECT_EQ(whole.text(0), "ok");
  EXPECT_EQ(database.number("SELECT count(*) FROM documents"), database.number("SELECT count(*) FROM texts"));
  EXPECT_EQ(database.number("SELECT count(*) FROM documents"),
            database.number("SELECT count(DISTINCT document) FROM lines"));
  EXPECT_EQ(database.number("SELECT count(*) FROM documents"), database.number("SELECT count(*) FROM search"));
}

TEST(Store, AReportIsAddedOnce) {
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  EXPECT_EQ(store.add(four_reports(), now).added, 4U);
  const Added again = store.add(four_reports(), later);
  EXPECT_EQ(again.added, 0U);
  EXPECT_EQ(again.known, 4U);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM documents"), 4);
  // The same id with another text is another report.
  EXPECT_EQ(store.add({report("a1", "نص آخر عن مدينة سلمانة")}, later).added, 1U);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM documents WHERE id = 'a1#2'"), 1);
}

TEST(Store, StoriesFollowAndKeepTheirIds) {
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  store.add(four_reports(), now);
  EXPECT_TRUE(store.has_pending());
  EXPECT_EQ(store.update_stories(now).made, 2U);
  EXPECT_FALSE(store.has_pending());
  EXPECT_EQ(partition_of(store.database()), (Partition{{"a1", "b1"}, {"c1", "d1"}}));
  const std::string fire = story_with(store.database(), "a1"), ferry = story_with(store.database(), "c1");
  store.add({report("e1",
                    "ارتفاع حصيلة حريق مصنع النسيج في سلمانة إلى تسعة قتلى\nقالت الشرطة إن تسعة عمال قتلوا في حريق "
                    "مصنع النسيج بمدينة سلمانة الذي اندلع في مخزن القطن.",
                    "2024-05-02")},
            later);
  const StoriesChanged update = store.update_stories(later);
  EXPECT_EQ(update.made, 0U);
  EXPECT_EQ(update.changed, 1U);
  EXPECT_EQ(story_with(store.database(), "e1"), fire);
  EXPECT_EQ(story_with(store.database(), "d1"), ferry);
  EXPECT_EQ(store.database().number("SELECT revision FROM stories WHERE reports = 3"), 2);
  EXPECT_EQ(store.database().number("SELECT revision FROM stories WHERE reports = 2"), 1);
  EXPECT_GT(store.database().number("SELECT count(*) FROM changes WHERE kind = 'toll_changed'"), 0);
  expect_sound(store.database());
}

TEST(Store, TheOrderOfReportsDoesNotChangeTheStories) {
  const TestFolder folder;
  std::vector<Document> reports = four_reports();
  Partition first;
  for (const int turn : {0, 1, 2, 3}) {
    StoreWriter store(folder.path("s" + std::to_string(turn)), lexicon());
    std::rotate(reports.begin(), reports.begin() + 1, reports.end());
    for (const Document& document : reports) {
      store.add({document}, now);
      store.update_stories(now);
    }
    if (turn == 0) first = partition_of(store.database());
    EXPECT_EQ(partition_of(store.database()), first) << turn;
  }
  EXPECT_EQ(first, (Partition{{"a1", "b1"}, {"c1", "d1"}}));
}

TEST(Store, AStoryIsReadAsItWasMade) {
  std::vector<Document> reports;
  read_reports(
      {std::string(ISNAD_SOURCE_DIR) + "/examples"}, lexicon().pages,
      [&](Document&& document) { reports.push_back(std::move(document)); }, [](const ReadProblem&) {});
  ASSERT_FALSE(reports.empty());
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  store.add(reports, now);
  store.update_stories(now);
  const Collection made = build_report(reports, lexicon());
  StoreReader reader(folder.path("s"), lexicon());
  ASSERT_EQ(reader.story_ids().size(), 1U);
  const Collection read = reader.story(reader.story_ids().front()).value();
  ASSERT_EQ(read.documents.size(), made.documents.size());
  for (size_t d = 0; d < made.documents.size(); ++d) {
    EXPECT_EQ(document_json(read.documents[d]), document_json(made.documents[d]));
    for (size_t m = 0; m < made.documents[d].mentions.size(); ++m) {
      EXPECT_EQ(read.entities[read.documents[d].mentions[m].entity].name,
                made.entities[made.documents[d].mentions[m].entity].name);
    }
  }
  ASSERT_EQ(read.stories.size(), made.stories.size());
  for (size_t s = 0; s < made.stories.size(); ++s) {
    EXPECT_EQ(read.stories[s].title, made.stories[s].title);
    EXPECT_EQ(read.stories[s].documents, made.stories[s].documents);
    EXPECT_EQ(read.stories[s].tolls.size(), made.stories[s].tolls.size());
    EXPECT_EQ(read.stories[s].brief.size(), made.stories[s].brief.size());
  }
  ASSERT_EQ(read.groups.size(), made.groups.size());
  for (size_t g = 0; g < made.groups.size(); ++g) {
    EXPECT_EQ(read.groups[g].question, made.groups[g].question);
    EXPECT_EQ(read.groups[g].relation, made.groups[g].relation);
    EXPECT_EQ(read.groups[g].parts, made.groups[g].parts);
    ASSERT_EQ(read.groups[g].origins.size(), made.groups[g].origins.size());
    for (size_t o = 0; o < made.groups[g].origins.size(); ++o) {
      EXPECT_EQ(read.groups[g].origins[o].label, made.groups[g].origins[o].label);
      EXPECT_EQ(read.groups[g].origins[o].documents, made.groups[g].origins[o].documents);
    }
  }
  EXPECT_EQ(read.reuse.size(), made.reuse.size());
  EXPECT_EQ(read.timeline.size(), made.timeline.size());
}

TEST(Store, CorrectionsOutliveTheNextAnalysis) {
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  store.add(four_reports(), now);
  store.update_stories(now);
  const std::string fire = story_with(store.database(), "a1"), ferry = story_with(store.database(), "c1");
  const int64_t merge = store.correct({CorrectionKind::merge, fire, {ferry}, "معا", "سعاد", now});
  store.update_stories(now);
  EXPECT_EQ(partition_of(store.database()), (Partition{{"a1", "b1", "c1", "d1"}}));
  store.add({report("e1", "طقس معتدل في وادي الريحان\nتوقعت الأرصاد طقسا معتدلا في وادي الريحان.")}, later);
  store.update_stories(later);
  EXPECT_EQ(partition_of(store.database()), (Partition{{"a1", "b1", "c1", "d1"}, {"e1"}}));
  StoreReader reader(folder.path("s"), lexicon());
  EXPECT_TRUE(reader.story(ferry).has_value()) << "the id of a story that went into another leads there";
  store.revoke(merge, "سعاد", later);
  store.update_stories(later);
  EXPECT_EQ(partition_of(store.database()), (Partition{{"a1", "b1"}, {"c1", "d1"}, {"e1"}}));
  store.correct({CorrectionKind::split, story_with(store.database(), "a1"), {"b1"}, "", "سعاد", later});
  store.correct({CorrectionKind::exclude, "d1", {}, "", "سعاد", later});
  store.update_stories(later);
  EXPECT_EQ(partition_of(store.database()), (Partition{{"a1"}, {"b1"}, {"c1"}, {"e1"}}));
  EXPECT_THROW(store.correct({CorrectionKind::exclude, "no such report", {}, "", "سعاد", later}), Error);
  EXPECT_THROW(store.correct({CorrectionKind::note, "a1", {}, "", "سعاد", later}), Error);
  EXPECT_THROW(store.correct({CorrectionKind::note, "a1", {}, "ملاحظة", "", later}), Error);
  EXPECT_EQ(read_corrections(store.database()).size(), 3U);
  expect_sound(store.database());
}

TEST(Store, NamesAreJoinedAndParted) {
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  store.add({report("a1", "قال الوزير سليم الراوي إن المدينة آمنة، وأضاف سليم الراوي أن العمل مستمر."),
             report("b1", "قال الناطق كريم الحداد إن المدينة آمنة، وقال كريم الحداد إن العمل مستمر.")},
            now);
  store.update_stories(now);
  const auto persons = [&] {
    return store.database().number(
        "SELECT count(DISTINCT entity) FROM mentions WHERE text IN ('سليم الراوي', 'كريم الحداد')");
  };
  ASSERT_EQ(persons(), 2);
  const int64_t same = store.correct({CorrectionKind::same, "سليم الراوي", {"كريم الحداد"}, "", "سعاد", now});
  store.update_stories(now);
  EXPECT_EQ(persons(), 1);
  store.correct({CorrectionKind::different, "سليم الراوي", {"كريم الحداد"}, "", "سعاد", later});
  store.update_stories(later);
  EXPECT_EQ(persons(), 2);
  store.revoke(same, "سعاد", later);
  store.update_stories(later);
  EXPECT_EQ(persons(), 2);
}

TEST(Store, AFullDiskLosesNothingThatWasAcknowledged) {
  const TestFolder folder;
  StoreWriter store(folder.path("s"), lexicon());
  store.add(four_reports(), now);
  store.update_stories(now);
  const int64_t pages = store.database().number("PRAGMA page_count");
  store.database().number("PRAGMA max_page_count = " + std::to_string(pages));
  std::vector<Document> many;
  for (int i = 0; i < 60; ++i) {
    many.push_back(report("m" + std::to_string(i), "خبر رقم " + std::to_string(i) +
                                                       " عن مدينة سلمانة\nقالت الشرطة إن " + std::to_string(i + 20) +
                                                       " عاملا قتلوا في حريق بمدينة سلمانة."));
  }
  try {
    store.add(many, later);
    FAIL() << "there was room";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::write_failed);
  }
  EXPECT_EQ(store.database().number("SELECT count(*) FROM documents"), 4);
  EXPECT_EQ(partition_of(store.database()).size(), 2U);
  expect_sound(store.database());
  store.database().number("PRAGMA max_page_count = 1000000");
  EXPECT_EQ(store.add(many, later).added, many.size());
  expect_sound(store.database());
}

// A child adds reports one by one, and tells after each that it was acknowledged; it is killed in the midst of it.
TEST(Store, KilledAtAnyMomentItLosesNothingThatWasAcknowledged) {
  const TestFolder folder;
  lexicon();
  int64_t acknowledged = 0;
  constexpr int kills = 25;
  for (int round = 0; round < kills; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      StoreWriter store(folder.path("s"), lexicon());
      for (int i = 0;; ++i) {
        const std::string id = std::to_string(round) + "-" + std::to_string(i);
        store.add({report(id, "خبر " + id + " من سلمانة\nقالت الشرطة إن " + std::to_string(i + 3) + " عمال قتلوا.")},
                  now);
        if (write(ends[1], "x", 1) != 1) _exit(1);
        if (i % 3 == 2) store.update_stories(now);
      }
    }
    close(ends[1]);
    char byte;
    // From none to a few acknowledgements, then a moment more.
    for (int wait = round % 5; wait > 0 && read(ends[0], &byte, 1) == 1; --wait) ++acknowledged;
    usleep(static_cast<useconds_t>(700 * (round % 11)));
    kill(child, SIGKILL);
    while (read(ends[0], &byte, 1) == 1) ++acknowledged;
    close(ends[0]);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    StoreWriter store(folder.path("s"), lexicon());
    expect_sound(store.database());
    const int64_t there = store.database().number("SELECT count(*) FROM documents");
    EXPECT_GE(there, acknowledged);
    EXPECT_LE(there, acknowledged + round + 1) << "one more a round: committed, not yet told";
  }
  StoreWriter store(folder.path("s"), lexicon());
  store.update_stories(later);
  EXPECT_FALSE(store.has_pending());
  EXPECT_EQ(store.database().number("SELECT count(DISTINCT document) FROM story_documents WHERE NOT in_part"),
            store.database().number("SELECT count(*) FROM documents"));
}

TEST(Store, AnOlderFileIsBroughtToThePresentVersion) {
  const TestFolder folder;
  {
    Database older(folder.path("s"), Database::Mode::writer);
    prepare_schema(older, 1);
    older.run(
        "INSERT INTO documents(document, id, content_hash, published_basis, path, added, words)"
        " VALUES(1, 'a1', 'h', 'unknown', 'a1', '2024-05-01T10:00:00Z', 0);"
        "INSERT INTO texts(document, text) VALUES(1, 'حريق في مصنع النسيج بمدينة سلمانة')");
    EXPECT_THROW(StoreReader(folder.path("s"), lexicon()), Error);
  }
  StoreWriter store(folder.path("s"), lexicon());
  EXPECT_EQ(store.database().number("PRAGMA user_version"), schema_version);
  EXPECT_EQ(store.database().number("SELECT count(*) FROM search WHERE search MATCH 'exact:حريق'"), 1);
  EXPECT_TRUE(store.has_pending());
  store.update_stories(now);
  expect_sound(store.database());
  EXPECT_EQ(store.database().number("SELECT count(*) FROM stories"), 1);
}

TEST(Store, OtherFilesAreRefused) {
  const TestFolder folder;
  folder.write("text", "this is no database, only a few words that are long enough to look at");
  EXPECT_THROW(StoreWriter(folder.path("text"), lexicon()), Error);
  Database other(folder.path("other"), Database::Mode::writer);
  other.run("CREATE TABLE t(x)");
  EXPECT_THROW(StoreWriter(folder.path("other"), lexicon()), Error);
  EXPECT_THROW(StoreReader(folder.path("none"), lexicon()), Error);
  Database newer(folder.path("newer"), Database::Mode::writer);
  prepare_schema(newer);
  newer.run("PRAGMA user_version = 1000");
  EXPECT_THROW(StoreWriter(folder.path("newer"), lexicon()), Error);
}

TEST(StoryIds, GoToTheStoryWithMostOfTheReports) {
  const StoryMembers before = {{"s1", {1, 2, 3}}, {"s2", {4, 5}}, {"s3", {6}}, {"s4", {7}}};
  const StoryIds grown = match_stories(before, {{1, 2, 3, 4, 5, 8}, {6}, {9}});
  EXPECT_EQ(grown.ids, (std::vector<std::string>{"s1", "s3", ""}));
  EXPECT_EQ(grown.went_into, (std::map<std::string, size_t>{{"s2", 0}}));
  EXPECT_EQ(grown.gone, (std::vector<std::string>{"s4"}));
  const StoryIds split = match_stories(before, {{1}, {2, 3}, {4}, {5}, {6}, {7}});
  EXPECT_EQ(split.ids, (std::vector<std::string>{"", "s1", "s2", "", "s3", "s4"}));
}

}  // namespace
}  // namespace isnad

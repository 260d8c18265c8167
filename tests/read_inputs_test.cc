// Kinds of files told by their bytes, archives inside archives, CSV, limits.
#include <gtest/gtest.h>

#include "base/byte_stream.h"
#include "base/error.h"
#include "packing.h"
#include "read/sniff.h"
#include "read_bytes.h"
#include "run_program.h"

namespace isnad {
namespace {

const std::string text = "حريق في ميناء سيلدار\nقالت شرطة الميناء إن ثلاثة عمال أصيبوا في حريق.\n";
const std::string json = R"({"id":"a","title":"حريق","text":"أصيب ثلاثة عمال في حريق ميناء سيلدار."})";

TEST(Sniff, KindsByBytesThenByName) {
  struct {
    std::string bytes, name;
    FileKind kind;
  } cases[] = {{text, "a.txt", FileKind::text},
               {text, "", FileKind::text},
               {text, "report.2", FileKind::text},
               {json + "\n" + json, "", FileKind::json_lines},
               {json + "\n" + json, "a.json", FileKind::json_lines},
               {json, "a.json", FileKind::json},
               {"{\n \"text\": 1}", "", FileKind::json},
               {"{\"version\": 1,\n\"items\": []}", "feed", FileKind::json},
               {"[" + json + "]", "", FileKind::json},
               {"id,title,text\n1,2,3\n", "x", FileKind::csv},
               {"\xEF\xBB\xBF\"title\";\"url\"\n", "x", FileKind::csv},
               {"قال، فيما قال, إن\n", "x", FileKind::text},
               {"<!DOCTYPE html><html>", "x", FileKind::web_page},
               {" \n<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", "a.xml", FileKind::feed},
               {"<?xml version=\"1.0\"?><html xmlns=\"x\">", "a.xml", FileKind::web_page},
               {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "", FileKind::feed},
               {"<opml version=\"2.0\">", "", FileKind::opml},
               {"WARC/1.1\r\nWARC-Type: warcinfo\r\n", "", FileKind::warc},
               {"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", "", FileKind::mail},
               {"%PDF-1.4\n", "", FileKind::pdf},
               {gzip_of(text), "anything", FileKind::gzip},
               {archive_of(Packing::zip, {{"a.txt", text}}), "", FileKind::archive},
               {archive_of(Packing::zip, {{"[Content_Types].xml", "<Types/>"}}), "", FileKind::docx},
               {archive_of(Packing::tar, {{"a.txt", text}}), "", FileKind::archive},
               {archive_of(Packing::tar_xz, {{"a.txt", text}}), "", FileKind::compressed}};
  for (const auto& it : cases) {
    EXPECT_EQ(static_cast<int>(sniff(it.bytes, it.name)), static_cast<int>(it.kind))
        << it.name << " " << it.bytes.substr(0, 30);
  }
  EXPECT_EQ(ending_of("a.b/C.Txt"), "txt");
  EXPECT_EQ(ending_of("a.b/c"), "");
  EXPECT_TRUE(may_hold_reports("item?id=12.html&x=1"));
  EXPECT_FALSE(may_hold_reports("style.css"));
  EXPECT_FALSE(may_hold_reports(".hidden.txt"));
}

TEST(Inputs, PackedInAnyWay) {
  const std::string zip = archive_of(Packing::zip, {{"مجلد/تقرير.txt", text}, {"r.jsonl.gz", gzip_of(json)}});
  for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
           {zip, "a.zip"},
           {archive_of(Packing::tar, {{"in/a.zip", zip}, {"logo.png", "x"}}), "a.tar"},
           {archive_of(Packing::tar_xz, {{"in/a.zip", zip}}), "a.tar.xz"},
           {gzip_of(archive_of(Packing::tar, {{"in/a.zip", zip}})), "a.tgz"}}) {
    const WasRead read = was_read(bytes, name);
    EXPECT_EQ(read.complaints(), "");
    ASSERT_EQ(read.documents.size(), 2U) << name;
    EXPECT_EQ(read.documents[0].text, text);
    EXPECT_EQ(read.documents[1].id, "a");
  }
  EXPECT_EQ(was_read(zip, "a.zip").documents[0].path, "a.zip/مجلد/تقرير.txt");
}

TEST(Inputs, GzipOfManyMembersIsOneFile) {
  EXPECT_EQ(was_read(gzip_of(text.substr(0, 40)) + gzip_of(text.substr(40)), "a.txt.gz").documents.at(0).text, text);
}

TEST(Inputs, WhatIsBrokenIsNamedAndWhatCameBeforeIsKept) {
  const std::string cut = gzip_of(json + "\n" + json);
  EXPECT_NE(was_read(cut.substr(0, cut.size() - 12), "a.jsonl.gz").complaints().find("ends too early"),
            std::string::npos);
  std::string broken = gzip_of(text);
  broken[20] = static_cast<char>(broken[20] ^ 0x55);
  EXPECT_FALSE(was_read(broken, "a.txt.gz").problems.empty());
  const std::string zip = archive_of(Packing::zip, {{"a.txt", text}, {"b.txt", text + text}});
  const WasRead half = was_read(zip.substr(0, zip.rfind("PK\3\4") + 60), "a.zip");
  ASSERT_FALSE(half.problems.empty());
  EXPECT_TRUE(half.problems[0].place.starts_with("a.zip")) << half.complaints();
  EXPECT_EQ(was_read("", "a.txt").complaints(), "a.txt: the file is empty\n");
  EXPECT_EQ(was_read(archive_of(Packing::zip, {{"a.png", "x"}}), "a.zip").complaints(),
            "a.zip: the archive holds no reports\n");
}

TEST(Inputs, WhatExpandsTooFarIsStopped) {
  std::string many;
  for (int i = 0; i < 30; ++i) many += std::string(1u << 20, 'a') + "\n";
  const std::string lines = many + many + many + many;  // 120 MiB of one letter in 120 kB
  EXPECT_NE(was_read(gzip_of(lines), "a.jsonl.gz").complaints().find("expands to more than 300 times"),
            std::string::npos);
  std::string nested = text;
  for (int i = 0; i < 8; ++i) nested = gzip_of(nested);
  EXPECT_NE(was_read(nested, "a.gz").complaints().find("too deep"), std::string::npos);
}

TEST(Csv, QuotesSeparatorsAndLineEnds) {
  const WasRead read = was_read(
      "id,title,text\n"
      "1,حريق,\"أصيب ثلاثة عمال.\nقال: \"\"نعم, ثلاثة\"\"\"\r\n"
      "\n"
      "2,حريق,أصيب أربعة عمال\n",
      "a.csv");
  ASSERT_EQ(read.documents.size(), 2U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "أصيب ثلاثة عمال.\nقال: \"نعم, ثلاثة\"");
  EXPECT_EQ(read.documents[1].path, "a.csv:5");
  EXPECT_EQ(was_read("النص\n1\n", "a.csv").complaints(),
            "a.csv:1: the first line names no column that holds a text or a headline (text, title)\n");
  EXPECT_EQ(was_read("title;text\nحريق;\"أصيب; ثلاثة\"\n", "a.csv").documents.at(0).text, "أصيب; ثلاثة");
}

TEST(Csv, MediaCloudGivesHeadlinesOnly) {
  const WasRead read = was_read(
      "stories_id,publish_date,title,url,language,media_id,media_name\n"
      "77,2021-05-04 10:00:00,إصابة ثلاثة عمال في حريق,https://rased.example/1,ar,5,rased.example\n",
      "stories.csv");
  ASSERT_EQ(read.documents.size(), 1U);
  const Document& document = read.documents[0];
  EXPECT_EQ(document.id + document.outlet + document.published_given, "77rased.example2021-05-04 10:00:00");
  EXPECT_EQ(document.text, document.title);
  EXPECT_EQ(document.notes.at(0).text, "only the headline was given");
  EXPECT_EQ(
      was_read(R"({"stories":[{"stories_id":7,"title":"حريق في الميناء","url":"u"}]})", "s.json").documents.at(0).id,
      "7");
}

TEST(PeekStream, LooksThenReads) {
  MemoryStream memory("one\r\ntwo\nthree");
  PeekStream in(memory);
  EXPECT_EQ(in.peek(3), "one");
  std::string line;
  EXPECT_TRUE(in.line(line, 100));
  EXPECT_EQ(line, "one");
  EXPECT_EQ(in.position(), 5U);
  EXPECT_TRUE(in.line(line, 2));
  EXPECT_EQ(line, "tw");
  EXPECT_EQ(in.skip(2), 2U);
  EXPECT_EQ(read_all(in, 100), "ree");
  EXPECT_FALSE(in.line(line, 100));
}

TEST(Cli, ReadWritesWhatItReads) {
  const TestFolder folder;
  folder.write("page_files/a.txt", text);
  folder.write("page.html", "");
  folder.write("deep/r.txt", text);
  folder.write("deep/logo", "\x89PNG");
  const ProgramResult first = run_isnad("read " + folder.path("deep"));
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.err, "");
  const ProgramResult again = run_isnad("read -", first.out);
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.out.find("أصيبوا في حريق"), std::string::npos);
  EXPECT_EQ(run_isnad("read " + folder.path()).out.find("page_files"), std::string::npos);
}

}  // namespace
}  // namespace isnad

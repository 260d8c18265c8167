// Web archives: kinds of records, encodings of payloads, what is broken.
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "packing.h"
#include "read/http_message.h"
#include "read_bytes.h"

namespace isnad {
namespace {

const std::string page =
    "<!DOCTYPE html><html><head><title>عودة حركة السفن إلى ميناء سيلدار</title></head><body><article><h1>عودة حركة "
    "السفن إلى "
    "ميناء سيلدار</h1><p>أعلنت إدارة الميناء في مدينة سيلدار مساء أمس أن حركة السفن عادت إلى طبيعتها بعد توقف دام "
    "يومين.</p>"
    "<p>وقال مدير الميناء إن العمل استؤنف في الأرصفة الخمسة كلها، وإن السفن التي انتظرت في البحر دخلت "
    "تباعا.</p></article></body></html>";

std::string record(const std::string& type, const std::string& url, const std::string& content_type,
                   const std::string& block) {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2021-05-04T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& header, const std::string& body) {
  return record("response", url, "application/http; msgtype=response", "HTTP/1.1 " + header + "\r\n\r\n" + body);
}

std::string chunked(const std::string& body, size_t size) {
  std::string out;
  char digits[32];
  for (size_t at = 0; at < body.size(); at += size) {
    const std::string chunk = body.substr(at, size);
    std::snprintf(digits, sizeof digits, "%zx;note=1\r\n", chunk.size());
    out += digits + chunk + "\r\n";
  }
  return out + "0\r\n\r\n";
}

const std::string ok = "200 OK\r\nContent-Type: text/html; charset=utf-8";

TEST(Warc, EveryPageOnceAndTheRestIsCounted) {
  const std::string archive =
      record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
      record("request", "https://s.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n") +
      response("https://s.example/1", ok, page) +
      response("https://s.example/2", "404 Not Found\r\nContent-Type: text/html", page) +
      response("https://s.example/3.jpg", "200 OK\r\nContent-Type: image/jpeg", std::string(9000, '\xff')) +
      record("revisit", "https://s.example/1", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n") +
      record("resource", "https://s.example/4", "text/html", page + "<!-- 4 -->") +
      record("conversion", "https://s.example/5", "text/plain", "قال مدير الميناء إن العمل استؤنف في الأرصفة كلها.");
  for (const bool packed : {false, true}) {
    std::string bytes;
    if (packed) {  // each record a member of its own
      for (size_t at = 0; at < archive.size();) {
        const size_t next = std::min(archive.find("WARC/1.1\r\n", at + 1), archive.size());
        bytes += gzip_of(archive.substr(at, next - at));
        at = next;
      }
    }
    const WasRead read = was_read(packed ? bytes : archive, packed ? "a.warc.gz" : "a.warc");
    ASSERT_EQ(read.documents.size(), 3U) << read.complaints();
    EXPECT_EQ(read.documents[0].url, "https://s.example/1");
    EXPECT_NE(read.documents[0].text.find("استؤنف"), std::string::npos);
    EXPECT_EQ(read.documents[0].path, packed ? "a.warc.gz: record 3" : "a.warc: record 3");
    EXPECT_EQ(read.documents[2].url, "https://s.example/5");
    for (const ReadProblem& problem : read.problems) EXPECT_TRUE(problem.harmless) << problem.sentence;
    EXPECT_NE(read.complaints().find("left out: 1 records that are no pages"), std::string::npos) << read.complaints();
    EXPECT_NE(read.complaints().find("left out: 1 records that say that a page was as before"), std::string::npos);
  }
}

TEST(Warc, PayloadsInChunksAndPacked) {
  for (const auto& [header, body] : std::vector<std::pair<std::string, std::string>>{
           {ok + "\r\nTransfer-Encoding: chunked", chunked(page, 100)},
           {ok + "\r\nTransfer-Encoding: chunked", page},  // the crawler took the chunks off and kept the header
           {ok + "\r\nContent-Encoding: gzip", gzip_of(page)},
           {ok + "\r\nContent-Encoding: gzip", page},
           {ok + "\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip_of(page), 64)},
           {ok + "\r\nContent-Encoding: br", page}}) {
    const WasRead read = was_read(response("https://s.example/1", header, body), "a.warc");
    ASSERT_EQ(read.documents.size(), 1U) << header << read.complaints();
    EXPECT_NE(read.documents[0].text.find("تباعا"), std::string::npos) << header;
    EXPECT_EQ(read.complaints(), "");
  }
  const WasRead brotli =
      was_read(response("https://s.example/1", ok + "\r\nContent-Encoding: br", "\x1b\x03"), "a.warc");
  EXPECT_NE(brotli.complaints().find("packed as 'br', which isnad does not read"), std::string::npos);
}

TEST(Warc, TheCharsetOfTheHeaderCounts) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(page);
  std::string arabic(page.size() + 1, '\0');
  arabic.resize(static_cast<size_t>(
      text.extract(0, text.length(), arabic.data(), static_cast<uint32_t>(arabic.size()), "windows-1256")));
  const WasRead read = was_read(
      response("https://s.example/1", "200 OK\r\nContent-Type: text/html; charset=windows-1256", arabic), "a.warc");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_NE(read.documents[0].text.find("قال مدير الميناء إن العمل"), std::string::npos) << read.documents[0].text;
}

TEST(Warc, ABrokenRecordDoesNotHideTheOthers) {
  const std::string good = response("https://s.example/1", ok, page),
                    second = response("https://s.example/2", ok, page);
  std::string broken = gzip_of(response("https://s.example/b", ok, page + page));
  for (size_t i = 60; i < 120; ++i) broken[i] = static_cast<char>(broken[i] ^ 0x3c);
  const WasRead read = was_read(gzip_of(good) + broken + gzip_of(second), "a.warc.gz");
  EXPECT_EQ(read.documents.size(), 2U) << read.complaints();
  EXPECT_NE(read.complaints().find("a.warc.gz: record 2: "), std::string::npos) << read.complaints();

  const WasRead lost = was_read(good + "WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n" + second, "a.warc");
  EXPECT_EQ(lost.documents.size(), 2U);
  EXPECT_NE(lost.complaints().find("record 2: the record does not say how long it is"), std::string::npos);

  const WasRead cut = was_read(good + second.substr(0, second.size() - 200), "a.warc");
  EXPECT_EQ(cut.documents.size(), 1U);
  EXPECT_EQ(cut.complaints(), "a.warc: record 2: the record is cut off\n");
}

TEST(Warc, APageThatExpandsTooFarIsStopped) {
  const std::string bomb = gzip_of(std::string(40u << 20, ' '));
  const WasRead read = was_read(response("https://s.example/1", ok + "\r\nContent-Encoding: gzip", bomb), "a.warc");
  EXPECT_NE(read.complaints().find("record 1: expands to more than 32 MiB"), std::string::npos) << read.complaints();
}

TEST(Http, HeaderLinesAndParameters) {
  const HttpMessage message = parse_http("HTTP/1.0 200 OK\nA: 1\n two\nB:2\n\nbody");
  EXPECT_EQ(message.status, 200);
  EXPECT_EQ(message.header.value("a"), "1 two");
  EXPECT_EQ(message.body, "body");
  EXPECT_EQ(parse_http("<html>").body, "<html>");
  EXPECT_EQ(media_type("Text/HTML ; charset=x"), "text/html");
  EXPECT_EQ(charset_parameter("text/html; x=\"a;b\"; Charset=\"utf-8\""), "utf-8");
  EXPECT_EQ(charset_parameter("text/html"), "");
}

}  // namespace
}  // namespace isnad

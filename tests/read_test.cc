// Charsets, alignment, field names, kinds of lines.
#include <gtest/gtest.h>

#include "base/error.h"
#include "document/names.h"
#include "lexicon/lexicon.h"
#include "read/charset.h"
#include "read/credits.h"
#include "read/json_reports.h"
#include "read/lines.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

// "قال الوزير ان القتلى ثلاثة" in each charset.
const std::string plain = "قال الوزير ان القتلى ثلاثة";
const std::string windows =
    "\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1 \xc7\xe4 \xc7\xe1\xde\xca\xe1\xec \xcb\xe1\xc7\xcb\xc9";
const std::string iso = "\xe2\xc7\xe4 \xc7\xe4\xe8\xd2\xea\xd1 \xc7\xe6 \xc7\xe4\xe2\xca\xe4\xe9 \xcb\xe4\xc7\xcb\xc9";

std::string utf16(bool little, bool mark) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8), low = static_cast<char>(value & 255);
    out += little ? low : high;
    out += little ? high : low;
  };
  if (mark) unit(0xFEFF);
  for (size_t at = 0; at < plain.size();) {
    const auto lead = static_cast<unsigned char>(plain[at]);
    unit(lead < 0x80 ? lead : unsigned(lead & 0x1F) << 6 | (static_cast<unsigned char>(plain[at + 1]) & 0x3F));
    at += lead < 0x80 ? 1 : 2;
  }
  return out;
}

TEST(Charset, ToldByContent) {
  struct {
    std::string bytes;
    Charset charset;
  } cases[] = {{plain, Charset::utf8},
               {"\xEF\xBB\xBF" + plain, Charset::utf8},
               {windows, Charset::windows_1256},
               {iso, Charset::iso_8859_6},
               {utf16(true, true), Charset::utf16_le},
               {utf16(false, true), Charset::utf16_be},
               {utf16(true, false), Charset::utf16_le},
               {utf16(false, false), Charset::utf16_be}};
  for (const auto& it : cases) {
    EXPECT_EQ(name_of(detect_charset(it.bytes)), name_of(it.charset));
    EXPECT_EQ(decode(it.bytes, it.charset).text, plain) << name_of(it.charset);
  }
}

TEST(Charset, SpansLeadBackToTheBytes) {
  const std::string word = "الوزير";
  const auto start = static_cast<uint32_t>(plain.find(word));
  const Span span{start, static_cast<uint32_t>(start + word.size())};
  const Span in_windows = source_span(decode(windows, Charset::windows_1256).alignment, span);
  EXPECT_EQ(windows.substr(in_windows.start, in_windows.size()), "\xc7\xe1\xe6\xd2\xed\xd1");
  const Span in_marked = source_span(decode("\xEF\xBB\xBF" + plain, Charset::utf8).alignment, span);
  EXPECT_EQ(in_marked.start, span.start + 3);
  const Span in_wide = source_span(decode(utf16(true, true), Charset::utf16_le).alignment, span);
  EXPECT_EQ(in_wide, (Span{2 + 4 * 2, 2 + 10 * 2}));
}

TEST(Charset, InvalidBytesBecomeMarksWithANote) {
  const std::string broken = "قال\xff\xfe الوزير";
  const Decoded decoded = decode(broken, Charset::utf8);
  EXPECT_EQ(decoded.text, "قال\uFFFD\uFFFD الوزير");
  ASSERT_EQ(decoded.notes.size(), 1U);
  EXPECT_EQ(decoded.notes[0].span, (Span{6, 12}));
  EXPECT_EQ(source_span(decoded.alignment, {13, 15}), (Span{9, 11}));
}

TEST(Charset, ImagesAndProgramsAreNoText) {
  EXPECT_FALSE(
      looks_like_text(std::string("\x7f"
                                  "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0",
                                  18)));
  EXPECT_TRUE(looks_like_text(windows));
  EXPECT_TRUE(looks_like_text(utf16(true, false)));
}

TEST(JsonReports, KnowsTheFieldNamesOfCrawlers) {
  JsonReports reader;
  const auto own =
      reader.parse(R"({"id":"1","outlet":"الراصد","published":"2020-01-02","url":"u","title":"ع","text":"نص"})", "f:1");
  const auto news_please = reader.parse(
      R"({"maintext":"نص","date_publish":"2020-01-02 10:00:00","source_domain":"rased.example","title":"ع"})", "f:1");
  const auto trafilatura = reader.parse(
      R"({"raw_text":"غير","text":"نص","date":"2020-01-02","sitename":"الراصد","fingerprint":"ab"})", "f:1");
  for (const auto* documents : {&own, &news_please, &trafilatura}) {
    ASSERT_EQ(documents->size(), 1U);
    EXPECT_EQ(documents->front().text, "نص");
    EXPECT_TRUE(documents->front().published_given.starts_with("2020-01-02"));
  }
  EXPECT_EQ(news_please.front().outlet, "rased.example");
  EXPECT_EQ(trafilatura.front().id, "ab");
  EXPECT_EQ(reader.parse(R"([{"text":"ا"},{"text":"ب"}])", "f").size(), 2U);
  EXPECT_THROW(reader.parse("{\"text\":", "f:3"), Error);
  EXPECT_THROW(reader.parse("12", "f:4"), Error);
}

std::string kinds_of(const std::string& text) {
  Document document;
  document.text = text;
  split_lines(document, lexicon());
  std::string kinds;
  for (const Line& line : document.lines) kinds += std::string(name_of(line.kind)) + " ";
  return kinds;
}

const std::string paragraph =
    "أعلنت إدارة الميناء في مدينة سيلدار مساء أمس أن حركة السفن عادت إلى طبيعتها بعد توقف دام يومين.\n";

TEST(Lines, KindsByWordsFormAndPlace) {
  EXPECT_EQ(kinds_of("عودة حركة السفن إلى ميناء سيلدار\n" + paragraph), "title body ");
  EXPECT_EQ(kinds_of(paragraph + paragraph), "body body ");
  EXPECT_EQ(kinds_of("الرئيسية\nعودة حركة السفن\n" + paragraph + "اقرأ أيضا: إضراب في الميناء\n"),
            "boilerplate title body boilerplate ");
  EXPECT_EQ(kinds_of("عودة حركة السفن\nسيلدار - وكالات\n" + paragraph + "المصدر: صدى سيلدار\n"),
            "title credit body credit ");
  EXPECT_EQ(kinds_of("عودة حركة السفن\nسفن في الميناء\nسفن في الميناء\n" + paragraph), "title caption caption body ");
  EXPECT_EQ(kinds_of("عودة حركة السفن\n" + paragraph + "خسائر كبيرة\n" + paragraph), "title body subhead body ");
  EXPECT_EQ(kinds_of("عودة حركة السفن\n" + paragraph + "editor@rased.example\n"), "title body boilerplate ");
}

TEST(Lines, HeadlinesBehindReadAlsoAreNoPartOfTheReport) {
  EXPECT_EQ(kinds_of("عودة حركة السفن\n" + paragraph + "اقرأ أيضا\nمصرع 6 في انقلاب حافلة\nارتفاع أسعار القمح 12%\n"),
            "title body boilerplate boilerplate boilerplate ");
  EXPECT_EQ(kinds_of("عودة حركة السفن\n" + paragraph + "اقرأ المزيد\nخسائر كبيرة\n" + paragraph),
            "title body boilerplate subhead body ");
}

TEST(Lines, VerseIsNoRowOfSubheads) {
  EXPECT_EQ(kinds_of("قصيدة\nيا ليل طل أو لا تطل\nلا بد لي أن أسهرك\nلو بات عندي قمري\nما بت أرعى قمرك\n"),
            "title body body body body ");
}

TEST(Credits, DatelineAgencyAndOutlet) {
  Document document;
  document.text = "عودة حركة السفن\nقناة المرسى - سيلدار\n" + paragraph;
  split_lines(document, lexicon());
  find_credits(document, lexicon());
  EXPECT_EQ(document.outlet, "قناة المرسى");
  ASSERT_EQ(document.credits.size(), 2U);
  EXPECT_EQ(name_of(document.credits[1].kind), "dateline");
  Document wire;
  wire.text = "عودة حركة السفن\nسيلدار 3 مايو (بريد المرسى) - " + paragraph;
  split_lines(wire, lexicon());
  find_credits(wire, lexicon());
  EXPECT_EQ(wire.outlet, "بريد المرسى");
  Document agency;
  agency.text = "عودة حركة السفن\nسيلدار (رويترز) - " + paragraph;
  split_lines(agency, lexicon());
  find_credits(agency, lexicon());
  EXPECT_EQ(agency.outlet, "") << "a paper prints the agency that it has the report from";
}

TEST(Lines, ASourceLineNamesTheOutlet) {
  Document document;
  document.text = "عودة حركة السفن\n" + paragraph + "المصدر: صدى سيلدار + وكالات\n";
  split_lines(document, lexicon());
  EXPECT_EQ(document.outlet, "صدى سيلدار");
  EXPECT_EQ(document.title, "عودة حركة السفن");
}

}  // namespace
}  // namespace isnad

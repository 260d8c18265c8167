// Office documents, PDF and Telegram's exports.
#include <gtest/gtest.h>

#include "base/process.h"
#include "packing.h"
#include "read/pdf.h"
#include "read/telegram.h"
#include "read_bytes.h"
#include "run_program.h"

namespace isnad {
namespace {

TEST(Office, ParagraphsOfDocx) {
  const std::string xml =
      R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>عودة حركة </w:t></w:r><w:r><w:t xml:space="preserve">السفن</w:t></w:r></w:p>
<w:p><w:r><w:t>قال</w:t><w:tab/><w:t>المدير</w:t></w:r><w:del><w:r><w:delText>لا</w:delText></w:r></w:del>
<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p></w:body></w:document>)";
  const WasRead read =
      was_read(archive_of(Packing::zip,
                          {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}, {"word/media/a.png", "x"}}),
               "a.docx");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "عودة حركة السفن\nقال المدير\n");
  EXPECT_EQ(was_read(archive_of(Packing::zip, {{"x", "y"}}), "a.docx").complaints(),
            "a.docx: the file holds no document\n");
}

TEST(Office, ParagraphsOfOdt) {
  const std::string xml =
      R"(<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:tracked-changes><text:p>لا</text:p></text:tracked-changes>
<text:h>عودة السفن</text:h><text:p>قال<text:s/><text:span>المدير</text:span><office:annotation><text:p>ملاحظة</text:p></office:annotation></text:p></office:text></office:body></office:document-content>)";
  const WasRead read = was_read(
      archive_of(Packing::zip, {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", xml}}),
      "a.odt");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "عودة السفن\nقال المدير\n");
}

TEST(Pdf, LinesAreJoinedToParagraphs) {
  EXPECT_EQ(pdf_paragraphs("عودة السفن\n\nأعلنت إدارة الميناء في المدينة أن حركة السفن عادت\nإلى طبيعتها بعد يومين.\n"
                           "وقال المدير إن العمل استؤنف في الأرصفة الخمسة كلها.\n\n12\n\f"),
            "عودة السفن\nأعلنت إدارة الميناء في المدينة أن حركة السفن عادت إلى طبيعتها بعد يومين.\n"
            "وقال المدير إن العمل استؤنف في الأرصفة الخمسة كلها.\n");
}

// "عودة السفينة الكبيرة إلى مدينة سيلدار (12 رحلة)" as a page shows it from left to right.
const std::string visual = "(ةلحر 12) رادليس ةنيدم ىلإ ةريبكلا ةنيفسلا ةدوع";

TEST(Pdf, VisualOrderIsTurnedRound) {
  EXPECT_TRUE(in_visual_order(visual));
  EXPECT_FALSE(in_visual_order("عودة السفينة الكبيرة إلى مدينة سيلدار (12 رحلة)"));
  EXPECT_EQ(pdf_paragraphs(visual + "\n"), "عودة السفينة الكبيرة إلى مدينة سيلدار (12 رحلة)\n");
  EXPECT_EQ(pdf_paragraphs("\uFEB3\uFED4\uFEE6\n"), "سفن\n") << "shapes become letters";
}

// A PDF of one page without Arabic: fonts for it would have to be embedded.
const std::string pdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 40>>stream\nBT /F 12 Tf 10 50 Td (Ships return) Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";

TEST(Pdf, IsReadByPdftotext) {
  if (run_program({"pdftotext", "-v"}, "", {}).end == ProcessResult::End::not_found) {
    GTEST_SKIP() << "skipped: pdftotext is not installed";
  }
  EXPECT_EQ(was_read(pdf, "a.pdf").complaints(), "a.pdf: the report is not in Arabic\n");
  EXPECT_NE(was_read("%PDF-1.4 nothing", "a.pdf").complaints().find("a.pdf: "), std::string::npos);
}

TEST(Pdf, WithoutTheProgramASentenceSaysSo) {
  const TestFolder folder;
  const std::string program = ISNAD_PROGRAM;
  const std::string file = folder.write("a.pdf", pdf);
  const std::string command = "PATH=" + folder.path() + " " + program + " read " + file + " 2>" + folder.path("err");
  EXPECT_NE(std::system(command.c_str()), 0);
  EXPECT_NE(file_bytes(folder.path("err")).find("the program pdftotext, which is not installed"), std::string::npos);
}

TEST(Process, LimitsHold) {
  EXPECT_EQ(run_program({"cat"}, "قال", {}).out, "قال");
  EXPECT_EQ(run_program({"isnad-no-such-program"}, "", {}).end, ProcessResult::End::not_found);
  EXPECT_EQ(run_program({"false"}, "", {}).end, ProcessResult::End::failed);
  EXPECT_EQ(run_program({"sleep", "60"}, "", {.silent_ms = 50}).end, ProcessResult::End::too_long);
  EXPECT_EQ(run_program({"yes"}, "", {.output_bytes = 1000}).end, ProcessResult::End::too_much);
}

TEST(Telegram, JsonOfAChannel) {
  const WasRead read = was_read(
      R"({
 "name": "قناة المرسى", "type": "public_channel", "id": 5,
 "messages": [
  {"id": 1, "type": "service", "date": "2021-05-04T10:00:00", "text": ""},
  {"id": 2, "type": "message", "date": "2021-05-04T10:22:11", "forwarded_from": "صدى", "text": ["عاجل: ", {"type": "bold", "text": "حريق"}, " في الميناء"]},
  {"id": 3, "type": "message", "date": "2021-05-04T10:23:11", "photo": "p.jpg", "text": ""}]})",
      "result.json");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  const Document& document = read.documents[0];
  EXPECT_EQ(document.text, "عاجل: حريق في الميناء");
  EXPECT_EQ(document.id + " " + document.path, "قناة المرسى/2 result.json: message 2");
  EXPECT_EQ(document.notes.at(0).text, "forwarded from: صدى");
  EXPECT_EQ(read.complaints(), "result.json: left out: 1 reports without text\n");
}

TEST(Telegram, PageOfAChannel) {
  const WasRead read = was_read(
      R"(<!DOCTYPE html><html><body><div class="page_wrap list_page"><div class="page_header"><div class="content"><div class="text bold">قناة المرسى</div></div></div>
<div class="history"><div class="message service" id="message-1"><div class="body details">4 May</div></div>
<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="04.05.2021 10:22:11 UTC+03:00">10:22</div>
<div class="from_name">قناة المرسى</div><div class="reply_to details">In reply to <a>m</a></div><div class="text">حريق في<br>الميناء <a href="x">هنا</a></div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body"><div class="media_wrap"></div></div></div></div></div></body></html>)",
      "messages.html");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "حريق في\nالميناء هنا");
  EXPECT_EQ(read.documents[0].published_given, "2021-05-04T10:22:11+03:00");
  EXPECT_EQ(read.documents[0].id, "قناة المرسى/2");
  EXPECT_EQ(telegram_time("yesterday"), "");
}

}  // namespace
}  // namespace isnad

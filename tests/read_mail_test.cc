// Mail and saved pages in one file.
#include <gtest/gtest.h>

#include "packing.h"
#include "read/mime.h"
#include "read_bytes.h"

namespace isnad {
namespace {

TEST(Mime, Codes) {
  EXPECT_EQ(decode_quoted_printable("a=3D=\r\nb =D9=82=\n=x"), "a=b \u0642=x");
  EXPECT_EQ(decode_base64("2YLYp9mE\r\n!"), "قال");
  EXPECT_EQ(decode_words("=?utf-8?B?2YLYp9mE?= =?UTF-8?Q?_=D8=A7?= x"), "قال ا x");
  EXPECT_EQ(decode_words("=?windows-1256?Q?=DE=C7=E1?="), "قال");
  EXPECT_EQ(decode_words("=?utf-8?B?2YLYp9k=?= =?utf-8?B?hA==?="), "قال") << "a letter parted between two words";
  EXPECT_EQ(decode_words("=?broken"), "=?broken");
}

TEST(Mail, SubjectTextAndAttachments) {
  const std::string mail =
      "Received: from x\r\nFrom: =?utf-8?B?2LXYr9mJ?= <n@sada.example>\r\nSubject: "
      "=?utf-8?B?2LnZiNiv2Kkg2KfZhNiz2YHZhg==?=\r\n"
      "Date: Tue, 04 May 2021 10:22:00 +0300\r\nMessage-ID: <7@sada.example>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\npreamble\r\n--b1\r\nContent-Type: multipart/alternative; "
      "boundary=b2\r\n\r\n"
      "--b2\r\nContent-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "=DA=C7=CF=CA =CD=D1=DF=C9 =C7=E1=D3=DD=E4.\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b2--\r\n"
      "--b1\r\nContent-Type: text/plain; name=\"r.txt\"\r\nContent-Disposition: attachment; filename=\"r.txt\"\r\n"
      "Content-Transfer-Encoding: "
      "base64\r\n\r\n2YLYp9mEINin2YTZhdiv2YrYsSDYpdmGINin2YTYudmF2YQg2KfYs9iq2KTZhtmBLg==\r\n--b1--\r\n";
  const WasRead read = was_read(mail, "m.eml");
  ASSERT_EQ(read.documents.size(), 2U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "قال المدير إن العمل استؤنف.");
  EXPECT_EQ(read.documents[0].path, "m.eml/r.txt");
  EXPECT_EQ(read.documents[1].text, "عودة السفن\nعادت حركة السفن.");
  EXPECT_EQ(read.documents[1].outlet, "صدى");
  EXPECT_EQ(read.documents[1].id, "7@sada.example");
}

TEST(Mail, HtmlAloneIsReadAsText) {
  const WasRead read = was_read(
      "Subject: x\nFrom: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<div>عادت السفن</div><div>إلى "
      "الميناء</div>",
      "m.eml");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "x\nعادت السفن\nإلى الميناء");
}

TEST(Mail, WhatIsBrokenIsNamed) {
  EXPECT_EQ(was_read("Subject: x\nFrom: a\nContent-Type: multipart/mixed\n\nx", "m.eml").complaints(),
            "m.eml: the message does not say where its parts end\nm.eml: the report has no text\n");
  std::string deep = "Subject: x\nFrom: a\n";
  for (int i = 0; i < 40; ++i) {
    const std::string b = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + b + "x\n\n--" + b + "x\n";
  }
  EXPECT_NE(was_read(deep, "m.eml").complaints().find("too deep"), std::string::npos);
}

TEST(Mhtml, ThePageAloneWithItsAddress) {
  const std::string html =
      "<!DOCTYPE html><html><body><article><h1>عودة حركة السفن</h1><p>أعلنت إدارة الميناء في مدينة سيلدار أن حركة "
      "السفن عادت إلى "
      "طبيعتها بعد توقف دام يومين كاملين.</p></article></body></html>";
  const WasRead read = was_read(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://sada.example/1\r\nSubject: x\r\nMIME-Version: "
      "1.0\r\n"
      "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary\"\r\n\r\n"
      "------Boundary\r\nContent-Type: text/html\r\nContent-Location: https://sada.example/1\r\n\r\n" +
          html +
          "\r\n------Boundary\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<p>إعلان إعلان</p>\r\n"
          "------Boundary\r\nContent-Type: image/png\r\n\r\nx\r\n------Boundary--\r\n",
      "p.mhtml");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].url, "https://sada.example/1");
  EXPECT_NE(read.documents[0].text.find("توقف دام يومين"), std::string::npos);
}

}  // namespace
}  // namespace isnad

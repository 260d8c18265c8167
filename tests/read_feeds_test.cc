// RSS, RDF and Atom, well-formed and broken, and OPML.
#include <gtest/gtest.h>

#include "base/error.h"
#include "read/feeds.h"
#include "read/xml.h"
#include "read_bytes.h"

namespace isnad {
namespace {

const std::string rss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>صدى سيلدار</title><link>https://sada.example/</link>
<item><title>عودة حركة السفن إلى ميناء سيلدار</title><link>https://sada.example/1</link><guid isPermaLink="false">s-1</guid>
<pubDate>Tue, 04 May 2021 10:22:00 +0300</pubDate><media:title>صورة</media:title>
<description>ملخص قصير</description>
<content:encoded><![CDATA[<p>أعلنت إدارة الميناء&nbsp;عودة <b>حركة</b> السفن.</p><script>x()</script><p>وقال مديرها إن التوقف دام يومين.</p>]]></content:encoded></item>
<item><title>إضراب في الميناء</title><guid>https://sada.example/2</guid></item>
</channel></rss>)";

TEST(Feeds, RssWithFullContent) {
  const WasRead read = was_read(rss, "feed.xml");
  ASSERT_EQ(read.documents.size(), 2U) << read.complaints();
  const Document& first = read.documents[0];
  EXPECT_EQ(first.text,
            "عودة حركة السفن إلى ميناء سيلدار\nأعلنت إدارة الميناء عودة حركة السفن.\nوقال مديرها إن التوقف دام يومين.");
  EXPECT_EQ(first.url, "https://sada.example/1");
  EXPECT_EQ(first.outlet, "صدى سيلدار");
  EXPECT_EQ(first.published_given, "Tue, 04 May 2021 10:22:00 +0300");
  EXPECT_EQ(first.path, "feed.xml: item 1");
  EXPECT_EQ(read.documents[1].url, "https://sada.example/2");
  EXPECT_EQ(read.documents[1].notes.at(0).text, "only the headline was given");
}

TEST(Feeds, AtomWithItsKindsOfText) {
  const WasRead read = was_read(
      R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>الراصد</title><link rel="self" href="https://r.example/feed"/>
<entry><id>tag:r,1</id><title type="html">حريق &amp;laquo;كبير&amp;raquo; في الميناء</title><link rel="enclosure" href="https://r.example/a.mp3"/>
<link href="https://r.example/a"/><updated>2021-05-04T12:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أصيب ثلاثة عمال.</p><p>وأخمد الحريق.</p></div></content></entry></feed>)",
      "x");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].text, "حريق «كبير» في الميناء\nأصيب ثلاثة عمال.\nوأخمد الحريق.");
  EXPECT_EQ(read.documents[0].url, "https://r.example/a");
  EXPECT_EQ(read.documents[0].published_given, "2021-05-04T12:00:00Z");
}

TEST(Feeds, RdfHasItsItemsBesideTheChannel) {
  const WasRead read = was_read(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>المرسى</title></channel><item><title>عودة السفن</title><link>http://m.example/1</link><dc:date>2021-05-04</dc:date><description>عادت السفن إلى الميناء بعد يومين.</description></item></rdf:RDF>)",
      "x.rdf");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].outlet, "المرسى");
  EXPECT_EQ(read.documents[0].published_given, "2021-05-04");
}

TEST(Feeds, BrokenOnesAreReadAsFarAsTheyGo) {
  struct {
    std::string broken, title;
  } cases[] = {
      {"<rss><channel><item><title>سفن & قوارب</title></item></channel></rss>", "سفن & قوارب"},
      {"<rss><channel><item><title>سفن&nbsp;وقوارب&hellip;</title></item>", "سفن وقوارب…"},
      {"<rss><channel><item><title>سفن \x01\x0b وقوارب</title><link>", "سفن وقوارب"},
      {"\n\n junk <?xml version=\"1.0\"?><rss><channel><item><title>سفن وقوارب</title></item></channel></rss>",
       "سفن وقوارب"},
      {"<rss><channel><item><dc:x>1</dc:x><title>سفن وقوارب</title></item></channel></rss>", "سفن وقوارب"},
      {"<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss><channel><item><title>\xc7\xe1\xd3\xdd\xed\xe4\xc9 "
       "\xc7\xe1\xdf\xc8\xed\xd1\xc9</title></item></channel></rss>",
       "السفينة الكبيرة"}};
  for (const auto& it : cases) {
    const Feed feed = parse_feed(it.broken, "f");
    ASSERT_EQ(feed.items.size(), 1U) << it.broken;
    EXPECT_EQ(feed.items[0].title, it.title);
  }
  const Feed open =
      parse_feed("<rss><channel><item><title>سفن</title><item><title>قوارب</title></item></channel></rss>", "f");
  EXPECT_EQ(open.items.size(), 2U);
  EXPECT_THROW(parse_feed("<html><p>x</p></html>", "f"), Error);
  EXPECT_THROW(parse_feed("no mark-up", "f"), Error);
}

TEST(Feeds, EntitiesThatExpandWithoutEndAndDeepNestingAreStopped) {
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'n'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  const WasRead read = was_read(
      "<?xml version=\"1.0\"?>" + bomb + "]><rss><channel><item><title>&m;</title></item></channel></rss>", "bomb.xml");
  for (const Document& document : read.documents) EXPECT_LT(document.text.size(), 10u << 20);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_LT(was_read("<rss><channel>" + deep, "deep.xml").documents.size(), 1U);
  EXPECT_LT(fragment_text(deep + "x").size(), 10U);
}

TEST(Feeds, OpmlListsFeedsInFolders) {
  const auto feeds = parse_opml(
      R"(<opml version="2.0"><body><outline text="وكالات"><outline type="rss" text="أ" xmlUrl=" https://a.example/rss "/>
<outline title="ب" xmlUrl="https://b.example/rss"/></outline><outline xmlUrl="https://a.example/rss"/></body></opml>)",
      "f.opml");
  ASSERT_EQ(feeds.size(), 2U);
  EXPECT_EQ(feeds[0].url + feeds[0].title + feeds[1].url + feeds[1].title,
            "https://a.example/rssأhttps://b.example/rssب");
  EXPECT_THROW(parse_opml("<opml><body/></opml>", "f.opml"), Error);
}

}  // namespace
}  // namespace isnad

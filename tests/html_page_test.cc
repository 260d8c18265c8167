// Web pages: the article, its date and its way back to the bytes, on pages built after those of real outlets.
#include "read/html_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "read/charset.h"
#include "read/html_entities.h"
#include "read/html_tokens.h"
#include "read/html_tree.h"
#include "read/json_ld.h"
#include "read/lines.h"
#include "read/page_charset.h"
#include "read/page_dates.h"
#include "read/page_metadata.h"
#include "read/site_templates.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

const PageLexicon& pages() {
  static const PageLexicon loaded = load_pages();
  return loaded;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

std::vector<std::string> words_of_text(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

size_t bytes_of_words(const std::vector<std::string>& words) {
  size_t sum = 0;
  for (const std::string& word : words) sum += word.size();
  return sum;
}

// F1 of the characters that are not blank: those of the longest common run of words, in order.
double character_f1(const std::string& found, const std::string& wanted) {
  const std::vector<std::string> a = words_of_text(found), b = words_of_text(wanted);
  std::vector<std::vector<size_t>> best(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t k = 1; k <= b.size(); ++k) {
      best[i][k] =
          a[i - 1] == b[k - 1] ? best[i - 1][k - 1] + a[i - 1].size() : std::max(best[i - 1][k], best[i][k - 1]);
    }
  }
  const size_t all = bytes_of_words(a) + bytes_of_words(b);
  return all == 0 ? 1 : 2.0 * static_cast<double>(best[a.size()][b.size()]) / static_cast<double>(all);
}

// A page of tests/pages/ with what it holds: "# key: value" lines, then "kind TAB line".
struct GoldPage {
  std::string bytes;
  std::map<std::string, std::string> facts;
  std::string text;
};

GoldPage gold_page(const fs::path& html) {
  GoldPage page{bytes_of(html), {}, {}};
  std::istringstream gold(bytes_of(fs::path(html).replace_extension(".gold")));
  for (std::string line; std::getline(gold, line);) {
    if (line.starts_with("# ")) {
      const size_t colon = line.find(": ");
      page.facts[line.substr(2, colon - 2)] = line.substr(colon + 2);
    } else {
      page.text += line.substr(line.find('\t') + 1) + "\n";
    }
  }
  return page;
}

std::string content_of(const PageResult& page) {
  std::string text;
  for (const Line& line : page.lines) {
    if (is_content(line.kind)) text.append(slice(page.text, line.span)).append("\n");
  }
  return text;
}

PageResult read(const GoldPage& page) {
  const auto fact = [&](const std::string& key) {
    const auto found = page.facts.find(key);
    return found == page.facts.end() ? std::string() : found->second;
  };
  const std::string url = fact("url"), charset = fact("http");
  return read_page(page.bytes, {url, charset, {}}, pages());
}

std::vector<fs::path> pages_below(const std::string& half) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(ISNAD_SOURCE_DIR) / "tests/pages" / half)) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Pages : public testing::TestWithParam<const char*> {};

TEST_P(Pages, ArticlesAndDates) {
  double sum = 0;
  size_t dates = 0;
  const std::vector<fs::path> paths = pages_below(GetParam());
  ASSERT_EQ(paths.size(), 20U);
  for (const fs::path& path : paths) {
    const GoldPage page = gold_page(path);
    const PageResult result = read(page);
    const double f1 = character_f1(content_of(result), page.text);
    sum += f1;
    EXPECT_GE(f1, 0.9) << path;
    dates += result.published.substr(0, 10) == page.facts.at("date");
    EXPECT_EQ(result.published.substr(0, 10), page.facts.at("date")) << path;
  }
  RecordProperty("f1", std::to_string(sum / 20));
  EXPECT_GE(sum / 20, 0.98);
  EXPECT_EQ(dates, 20U);
}

// Every stretch of the text is what its bytes of the page say, in whatever charset and behind whatever entity.
TEST_P(Pages, TextLeadsBackToTheBytes) {
  for (const fs::path& path : pages_below(GetParam())) {
    const GoldPage page = gold_page(path);
    const PageResult result = read(page);
    ASSERT_FALSE(result.alignment.empty()) << path;
    uint32_t end = 0, source_end = 0, checked = 0;
    for (const AlignedPiece& piece : result.alignment) {
      ASSERT_GE(piece.text.start, end) << path;
      ASSERT_LE(piece.text.end, result.text.size()) << path;
      ASSERT_LE(piece.source.end, page.bytes.size()) << path;
      ASSERT_GE(piece.source.start, piece.text.start == 0 ? 0 : source_end) << path;
      end = piece.text.end;
      source_end = piece.source.end;
      const std::string_view raw = slice(page.bytes, piece.source), text = slice(result.text, piece.text);
      const Charset charset = page_charset(page.bytes, {});
      std::string decoded = decode_entities(decode(raw, charset).text);
      if (decoded == text) ++checked;
      if (decoded == text || text == " " || json_string(decoded) == text) continue;
      ADD_FAILURE() << path << ": '" << text << "' from '" << raw << "'";
      break;
    }
    EXPECT_GE(checked, 3U) << path;
    for (const Line& line : result.lines) {
      const Span source = source_span(result.alignment, line.span);
      EXPECT_LT(source.start, source.end) << path;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Halves, Pages, testing::Values("before", "after"));

TEST(HtmlPage, ARealPage) {
  const fs::path folder = fs::path(ISNAD_SOURCE_DIR) / "../shared/eval/html";
  if (!fs::exists(folder / "cnn-arabic-2013.html")) GTEST_SKIP() << "the evaluation data is not there";
  const PageResult page = read_page(bytes_of(folder / "cnn-arabic-2013.html"), {}, pages());
  std::string body;
  for (const Line& line : page.lines) {
    if (line.kind == LineKind::body || line.kind == LineKind::subhead)
      body.append(slice(page.text, line.span)).append("\n");
  }
  const std::string gold = bytes_of(folder / "cnn-arabic-2013.txt");
  EXPECT_GE(character_f1(body, gold), 0.98);
  EXPECT_GE(character_f1(page.text, gold), 0.98);
  EXPECT_EQ(page.outlet_id, "outlet:cnn");
}

TEST(HtmlPage, WhatThePageSaysOfItself) {
  const PageResult page = read(gold_page(fs::path(ISNAD_SOURCE_DIR) / "tests/pages/before/01-react-broadcaster.html"));
  EXPECT_EQ(page.title, "فيضانات سهل الرمان: إجلاء مئات الأسر بعد انهيار سد ترابي");
  EXPECT_EQ(page.published, "2023-02-14T09:12:45.000Z");
  EXPECT_EQ(page.published_from, DateEvidence::json_ld);
  EXPECT_EQ(page.updated, "2023-02-15T06:00:11.000Z");
  EXPECT_EQ(page.outlet_id, "outlet:bbc");
  EXPECT_EQ(page.url, "https://www.bbc.com/arabic/articles/c0invented1o");
  EXPECT_EQ(page.language, "ar");
  EXPECT_EQ(page.authors, std::vector<std::string>{"ليان الصافي"});
}

TEST(HtmlPage, KindsOfLines) {
  const std::string paragraph =
      "<p>قال رئيس البلدية إن الجسر سيفتح أمام السيارات يوم الخميس بعد إصلاح استمر شهرين.</p>";
  const PageResult page =
      read_page("<html><body><nav><a href=/>الرئيسية</a></nav><h1>فتح جسر الوادي الأسبوع المقبل</h1>" + paragraph +
                    "<figure><img src=a><figcaption>عمال على الجسر أمس</figcaption></figure><h2>ما الذي "
                    "أصلح</h2><ul><li>الأعمدة الثلاثة "
                    "الوسطى.</li></ul>" +
                    paragraph +
                    "<div class=\"related-posts\"><h3>مواضيع</h3><p>خبر آخر طويل عن جسر آخر في مدينة أخرى "
                    "بعيدة.</p></div></body></html>",
                {}, pages());
  std::vector<LineKind> kinds;
  for (const Line& line : page.lines) kinds.push_back(line.kind);
  EXPECT_EQ(kinds, (std::vector<LineKind>{LineKind::title, LineKind::body, LineKind::caption, LineKind::subhead,
                                          LineKind::body, LineKind::body}));
  EXPECT_EQ(page.text.find("خبر آخر"), std::string::npos);

  // The stage of lines keeps what the structure told.
  static const Lexicon lexicon = load_lexicon();
  Document document = page_document(PageResult(page), "");
  split_lines(document, lexicon);
  ASSERT_EQ(document.lines.size(), kinds.size());
  for (size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(document.lines[i].kind, kinds[i]);
}

TEST(HtmlPage, AnythingGivesAResult) {
  for (const std::string& bytes : {std::string(), std::string("<"), std::string("<html>"), std::string("<p>قليل"),
                                   std::string("\0\0\0\0", 4), std::string("<!--"), std::string("<a href=\""),
                                   std::string("<script>"), std::string("</"), std::string("&#x;")}) {
    const PageResult page = read_page(bytes, {}, pages());
    EXPECT_TRUE(page.text.empty()) << bytes;
    EXPECT_FALSE(page.notes.empty()) << bytes;
  }
}

// The furniture of a host is learned from its pages: a line that no mark tells from the article.
TEST(HtmlPage, PagesOfAHostTeachItsTemplate) {
  const std::string slogan = "نحن صحيفة مستقلة تنقل الأخبار من مكانها منذ أربعين عاما، وتصدر كل صباح في ست مدن.";
  const auto page_of = [&](const std::string& subject) {
    return "<html><head><title>" + subject + "</title><link rel=canonical href=\"http://sahifa.example/" + subject +
           "\"></head><body><div><h1>" + subject + "</h1><p>أعلن المجلس المحلي أمس قرارا عن " + subject +
           " بعد جلسة طويلة حضرها الأعضاء.</p><p>وأضاف المجلس أن " + subject + " سيبدأ الأسبوع المقبل.</p><p>" +
           slogan + "</p></div></body></html>";
  };
  SiteTemplates sites;
  for (const char* subject : {"إصلاح الطرق القديمة", "توسيع المدرسة الثانوية", "زراعة الحديقة العامة"}) {
    EXPECT_NE(read_page(page_of(subject), {}, pages(), &sites).text.find(slogan), std::string::npos);
  }
  const PageResult page = read_page(page_of("تنظيف مجرى النهر"), {}, pages(), &sites);
  EXPECT_EQ(page.text.find(slogan), std::string::npos) << page.text;
  EXPECT_NE(page.text.find("بعد جلسة طويلة"), std::string::npos);
  // The same article again is no template.
  SiteTemplates again;
  for (int i = 0; i < 5; ++i) {
    EXPECT_NE(read_page(page_of("إصلاح الطرق القديمة"), {}, pages(), &again).text.find("بعد جلسة"), std::string::npos);
  }
}

TEST(HtmlPage, LooksLikeHtml) {
  for (const char* page :
       {"<!DOCTYPE html><p>x", "  <html>", "<HTML><HEAD>", "<!-- x --><div>", "\xEF\xBB\xBF<head>"}) {
    EXPECT_TRUE(looks_like_html(page)) << page;
  }
  for (const char* other :
       {"", "قال الوزير", "<rss version=\"2.0\">", "<?xml version=\"1.0\"?><feed>", "{\"a\":1}", "a < b"}) {
    EXPECT_FALSE(looks_like_html(other)) << other;
  }
}

TEST(PageCharset, ContentBeforeDeclarations) {
  const std::string windows = "<meta charset=utf-8>" + std::string(5000, ' ') + "\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1";
  EXPECT_EQ(page_charset(windows, "utf-8"), Charset::windows_1256);
  EXPECT_EQ(page_charset("<meta charset=windows-1256><p>قال الوزير", "windows-1256"), Charset::utf8);
  // Without "ال" the declaration decides, that of the server first.
  EXPECT_EQ(page_charset("<meta charset=iso-8859-6>\xd3\xe1\xea\xe5 \xd3\xe1\xea\xe5", ""), Charset::iso_8859_6);
  EXPECT_EQ(page_charset("<meta charset=iso-8859-6>\xd3\xe1\xea\xe5 \xd3\xe1\xea\xe5", "Windows-1256"),
            Charset::windows_1256);
}

TEST(HtmlEntities, AsBrowsersReadThem) {
  EXPECT_EQ(decode_entities("&quot;&#1575;&#x644;&amp;&laquo;&nbsp&raquo x &nothing; & &#; &#150;&apos;"),
            "\"ال&«\u00A0» x &nothing; & &#; –'");
  EXPECT_EQ(decode_entities("&#1114112;&#xD800;"), "\uFFFD\uFFFD");
}

TEST(HtmlTokens, WhatIsTextAndWhatIsNot) {
  const std::string page =
      "<!DOCTYPE html><!-- <p>a</p> --><p title='>' class=b>c < d</p><script>if (a</b>) x</script><style>p{}</style>"
      "<script src=a /><script>e</script>f<br/><a href=/g/>h<![CDATA[i]]>";
  std::string texts, raw;
  for (const HtmlToken& token : html_tokens(page)) {
    if (token.kind == TokenKind::text) texts.append(slice(page, token.span)).append("|");
    if (token.kind == TokenKind::raw_text) raw.append(slice(page, token.span)).append("|");
  }
  EXPECT_EQ(texts, "c < d|f|h|i]]>|");
  EXPECT_EQ(raw, "if (a</b>) x|p{}|e|");
  EXPECT_EQ(attribute_value(" id = \"x\" CLASS=y data-z", "class"), "y");
}

TEST(HtmlTree, ClosesWhatAuthorsLeftOpen) {
  const std::string page = "<ul><li>a<li>b</ul><p>c<p>d<table><tr><td>e<td>f</table><article><b>g</article>h";
  const std::vector<HtmlToken> tokens = html_tokens(page);
  const HtmlTree tree = html_tree(page, tokens);
  std::map<HtmlTag, int> counts;
  for (const HtmlNode& node : tree.nodes) {
    ++counts[node.tag];
    EXPECT_LE(node.end, tree.nodes.size());
    EXPECT_TRUE(node.tag != HtmlTag::text || node.token != none);
  }
  EXPECT_EQ(counts[HtmlTag::text], 8);
  for (const HtmlNode& node : tree.nodes) {  // no item in an item, no paragraph in a paragraph
    const HtmlTag above = tree.nodes[node.parent].tag;
    EXPECT_FALSE(node.tag == HtmlTag::li && above == HtmlTag::li);
    EXPECT_FALSE(node.tag == HtmlTag::p && above == HtmlTag::p);
    EXPECT_FALSE(node.tag == HtmlTag::td && above == HtmlTag::td);
  }
}

TEST(PageDates, AsPagesPrintThem) {
  struct {
    const char* text;
    const char* iso;
  } cases[] = {{"الأحد 27 ربيع الأول 1428 هـ الموافق 15 أبريل 2007", "2007-04-15"},
               {"الثلاثاء, 08 شباط/فبراير 2011 14:37", "2011-02-08T14:37:00"},
               {"نشر في: 19 مايو ,2024: 06:30 م GST", "2024-05-19T18:30:00"},
               {"خميس, 12/05/2013 - 16:21", "2013-12-05T16:21:00"},
               {"12/05/2013", "2013-05-12"},
               {"08-30-2008, 09:14 PM", "2008-08-30T21:14:00"},
               {"1436/06/23 هـ - 2015/04/12 م", "2015-04-12"},
               {"الإثنين ٣ غشت ٢٠٢٠", "2020-08-03"},
               {"July 4, 2016", "2016-07-04"},
               {"الأربعاء 10 شعبان 1426هـ", "2005-09-14"},
               {"السنة 126-العدد 2002 مايو 17", "2002-05-17"}};
  for (const auto& it : cases) {
    const std::vector<PageDate> dates = page_dates(it.text, pages());
    ASSERT_FALSE(dates.empty()) << it.text;
    EXPECT_EQ(iso_of(dates.front()), it.iso) << it.text;
  }
  for (const char* none :
       {"العدد 15736", "31/31/2011", "10:30", "1.2.3", "هاتف 01/555123", "30 فبراير 2012", "3-2 في 2019"}) {
    EXPECT_TRUE(page_dates(none, pages()).empty()) << none;
  }
  EXPECT_EQ(page_dates("آخر تحديث: 4 مايو 2012", pages()).front().label, DateLabel::updated);
  EXPECT_EQ(page_dates("تاريخ التسجيل: Jan 3 2006", pages()).front().label, DateLabel::other);
}

TEST(PageDates, OfMetadataAndAddresses) {
  EXPECT_EQ(iso_of_metadata(" 2016-09-21T18:40:02+00:00 ", pages()), "2016-09-21T18:40:02+00:00");
  EXPECT_EQ(iso_of_metadata("2016/09/21 18:40", pages()), "2016-09-21 18:40");
  EXPECT_EQ(iso_of_metadata("Tue, 14 Feb 2023 09:12:45 GMT", pages()).substr(0, 10), "2023-02-14");
  EXPECT_EQ(iso_of_metadata("1679482920", pages()), "2023-03-22T11:02:00Z");
  EXPECT_EQ(iso_of_metadata("0000-00-00", pages()), "");
  EXPECT_EQ(iso_of_metadata("1970-01-01T00:00:00Z", pages()), "");
  EXPECT_EQ(iso_of_address("http://a.example/story/2018/3/22/fire/3700001"), "2018-03-22");
  EXPECT_EQ(iso_of_address("http://a.example/20230322/x-1075000000.html"), "2023-03-22");
  EXPECT_EQ(iso_of_address("http://a.example/140-security/05112022100"), "2022-11-05");
  EXPECT_EQ(iso_of_address("http://a.example/news/1234567"), "");
}

TEST(JsonLd, IsReadAsItComes) {
  const std::string json =
      "{\"@type\":[\"NewsArticle\"],\"headline\":\"سطر\nوسطر\",\"author\":{\"name\":\"أ\",},\"datePublished\":\"2020-"
      "01-02\",}";
  const std::vector<JsonField> fields = json_fields(json, 0);
  std::map<std::string, std::string> values;
  for (const JsonField& field : fields) {
    if (field.kind == JsonField::Kind::string)
      values[std::string(slice(json, field.key))] = json_string(slice(json, field.value));
  }
  EXPECT_EQ(values["headline"], "سطر\nوسطر");
  EXPECT_EQ(values["name"], "أ");
  EXPECT_EQ(values["datePublished"], "2020-01-02");
  EXPECT_EQ(json_string("\\u0627\\\"\\n\\ud83d\\ude00\\"), "ا\"\n\U0001F600\\");
}

TEST(Outlets, ByDomain) {
  const Outlet* outlet = pages().outlet_of_host("ara.reuters.com");
  ASSERT_NE(outlet, nullptr);
  EXPECT_EQ(outlet->id, "outlet:reuters");
  EXPECT_EQ(pages().outlet_of_host("reuters.com.evil.example"), nullptr);
  EXPECT_EQ(host_of("https://user@WWW.Example.com:80/a?b"), "example.com");
  EXPECT_GE(pages().outlets.size(), 750U);
}

TEST(Outlets, OfTheUser) {
  const fs::path folder = fs::path(testing::TempDir()) / "isnad_outlets";
  fs::create_directories(folder / "outlets");
  std::ofstream(folder / "outlets" / "mine.tsv")
      << "# what: x\n# source: x\n# licence: x\nid\tname\taliases\tkind\tcountry\tdomain\tlatin\n"
         "outlet:mine\tصحيفة الحي\t\tnewspaper\tcountry:jo\thay.example|reuters.com\tHay\n";
  const PageLexicon lexicon = load_pages(TableSource(folder.string()));
  ASSERT_NE(lexicon.outlet_of_host("www.hay.example"), nullptr);
  EXPECT_EQ(lexicon.outlet_of_host("reuters.com")->id, "outlet:mine");
  EXPECT_EQ(lexicon.outlet_of_host("afp.com")->id, "outlet:afp");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace isnad

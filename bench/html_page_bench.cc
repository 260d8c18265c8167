// Speed of pages to articles on one core, and what hostile pages cost: html_page_bench [FILE...]
//
// Prints the megabytes a second of the files together (without any, of an invented page), then for pages made to hurt
// how many times the cost of that page they take, byte for byte. Exits with 1 where that is more than ten.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "read/html_page.h"

namespace {

using namespace isnad;

constexpr size_t page_bytes = 400'000;
constexpr double most_times = 10;

std::string repeated(const std::string& part, size_t bytes = page_bytes) {
  std::string all;
  while (all.size() < bytes) all += part;
  return all;
}

// An ordinary page: a third of it scripts, a third furniture, the rest paragraphs.
std::string ordinary_page() {
  const std::string paragraph =
      "<p class=\"text\">قال متحدث باسم الدفاع المدني إن الفرق أخلت <a href=\"/a\">ثلاثة مبان</a> في الحي الشرقي بعد "
      "أن تصدعت "
      "جدرانها، وإن أحدا لم يصب بأذى.</p>\n<div class=\"ad-slot\"><span>إعلان</span></div>\n";
  const std::string links =
      "<li class=\"menu-item\"><a href=\"/section/news/local\" title=\"أخبار\">أخبار محلية</a></li>\n";
  return "<html><head><title>إخلاء ثلاثة مبان في الحي الشرقي</title><script>" +
         repeated("window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}\n",
                  page_bytes / 3) +
         "</script></head><body><nav><ul>" + repeated(links, page_bytes / 3) +
         "</ul></nav><article><h1>إخلاء ثلاثة مبان في الحي الشرقي</h1><div class=\"article-body\">" +
         repeated(paragraph, page_bytes / 3) + "</div></article></body></html>";
}

std::string many_attributes() {
  std::string tag = "<div ";
  for (int i = 0; tag.size() < page_bytes; ++i) tag += "a" + std::to_string(i) + "=b ";
  return tag + ">نص";
}

struct Hostile {
  const char* name;
  std::string page;
};

std::vector<Hostile> hostile_pages() {
  const std::string text = "<p>قال الوزير إن العمل سيبدأ غدا.</p>";
  return {
      {"nested elements", repeated("<div>") + text},
      {"nested formatting", repeated("<b><i>") + text},
      {"nested tables", repeated("<table><tr><td>") + text},
      {"nested lists", repeated("<ul><li>نص")},
      {"end tags of nothing", repeated("<div>", 2000) + repeated("</b>")},
      {"ends of paragraphs", repeated("</p>")},
      {"paragraphs, then their ends", repeated("<p>", page_bytes / 2) + repeated("</p>", page_bytes / 2)},
      {"misnested", repeated("<b><p></b></p>")},
      {"unclosed paragraphs", repeated("<p>نص")},
      {"unclosed links", repeated("<a href=x>نص")},
      {"unclosed items", repeated("<li>نص")},
      {"one tag of many attributes", many_attributes()},
      {"many tags of attributes", repeated("<div a b c d e f g h i j k l m n o p>")},
      {"one attribute", "<div title=\"" + repeated("نص ") + "\">" + text},
      {"many classes", "<div class=\"" + repeated("share most read ") + "\">" + text},
      {"classes without end", repeated("<i class=abcdefghijk" + std::string(200, 'z') + ">")},
      {"entities", repeated("&amp;&#1575;&quot;")},
      {"entities of nothing", repeated("&x;&#;&nothing ")},
      {"quotes without end", repeated("<a href=\"")},
      {"comments without end", repeated("<!-- ")},
      {"comments", repeated("<!---->")},
      {"scripts without end", repeated("<script>")},
      {"scripts", repeated("<script></script>")},
      {"ends of scripts", "<script>" + repeated("</scrip></style>")},
      {"less-than signs", repeated("<")},
      {"line breaks", repeated("<br>نص")},
      {"headings", repeated("<h1>إخلاء ثلاثة مبان في الحي</h1>")},
      {"dates", repeated("<p>12/05/2013 الثلاثاء 3 مايو")},
      {"long words", repeated("<p>" + std::string(3000, 'x') + "</p>")},
      {"JSON", "<script type=\"application/ld+json\">{\"@type\":\"" + repeated("[{\"@type\":") + "</script>" + text},
      {"JSON objects", "<script type=\"application/ld+json\">[" + repeated("{\"@type\":\"X\"},") + "]</script>" + text},
      {"JSON escapes", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                           repeated("\\u0627\\n<p>") + "\"}</script>" + text},
      {"meta elements", repeated("<meta property=og:title content=\"إخلاء ثلاثة مبان\">")},
      {"one title", "<title>" + repeated("نص - نص | ") + "</title>" + text},
      {"twin articles", "<h1>عنوان الخبر الطويل هنا</h1>" + repeated("<div class=a><h2>عنوان</h2>" + text + "</div>")},
      {"deep twins", repeated("<div class=a>", 4000) + "<h1>عنوان الخبر الطويل هنا</h1>" +
                         repeated("<div class=a>" + text + "</div>")},
      {"zero bytes", std::string(page_bytes, '\0')},
      {"bytes of no charset", repeated("\xC7\xE1\xFF<p>")},
  };
}

// Seconds of processor time for one reading, the best of some.
double cost_of(const std::string& page, const PageLexicon& lexicon) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const std::clock_t start = std::clock();
    const PageResult result = read_page(page, {}, lexicon);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::min(best, seconds + (result.text.size() == size_t(-1) ? 1 : 0));
    if (seconds > 2) break;
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  const PageLexicon lexicon = load_pages();
  double seconds = 0, bytes = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    seconds += cost_of(content.str(), lexicon);
    bytes += static_cast<double>(content.str().size());
  }
  if (count > 1) std::printf("%d pages: %.1f MB/s\n", count - 1, bytes / seconds / 1e6);
  const std::string page = ordinary_page();
  const double ordinary = cost_of(page, lexicon) / static_cast<double>(page.size());
  std::printf("ordinary page: %.1f MB/s\n", 1e-6 / ordinary);
  double worst = 0;
  for (const Hostile& hostile : hostile_pages()) {
    const double times = cost_of(hostile.page, lexicon) / static_cast<double>(hostile.page.size()) / ordinary;
    std::printf("%-30s %6.2f times\n", hostile.name, times);
    worst = std::max(worst, times);
  }
  std::printf("worst: %.2f times\n", worst);
  return worst > most_times ? 1 : 0;
}

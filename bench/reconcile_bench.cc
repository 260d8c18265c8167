// Time in which a story of 100 reports takes in one more: from annotated reports and their reuse to groups, tolls,
// timeline and brief. Invented reports of one happening, a third of them copies.
#include <cstdio>
#include <ctime>
#include <string>

#include "pipeline/pipeline.h"

int main() {
  constexpr unsigned reports = 101, rounds = 10;
  const isnad::Lexicon lexicon = isnad::load_lexicon();
  std::vector<isnad::Document> documents(reports);
  for (unsigned d = 0; d < reports; ++d) {
    documents[d].id = std::to_string(d);
    documents[d].outlet = "بريد " + std::to_string(d);
    documents[d].published_given = d < 50 ? "2021-05-04" : "2021-05-05";
    documents[d].text = "مقتل " + std::to_string(7 + d % 3) + " عمال في انهيار منجم بوادي الزعفران\n";
    if (d % 3 == 0) {
      documents[d].text +=
          "قال مدير منجم وادي الزعفران سامي الدرعي إن سبعة عمال قتلوا مساء الثلاثاء وأصيب 12 آخرون في انهيار نفق تحت "
          "الأرض بعد أمطار غزيرة استمرت ثلاثة أيام.\n";
    } else {
      documents[d].text += "ذكرت وزارة المناجم يوم " + std::string(d % 2 == 0 ? "الثلاثاء" : "الأربعاء") + " أن " +
                           std::to_string(7 + d % 3) + " عمال لقوا حتفهم في المنجم رقم " + std::to_string(d) +
                           " بينهم ثلاثة من بلدة المرج، وأن " + std::to_string(10 + d % 5) +
                           " نقلوا إلى المستشفى. وأضافت الوزارة أن فرق الإنقاذ تبحث عن مفقودين.\n";
    }
  }
  isnad::Collection whole = isnad::build_report(std::move(documents), lexicon);
  const size_t groups = whole.groups.size();
  double took = 0;
  for (unsigned i = 0; i < rounds; ++i) {
    isnad::Collection story;
    story.documents = whole.documents;
    story.reuse = whole.reuse;
    story.stories = whole.stories;
    for (isnad::Story& it : story.stories) it.tolls.clear(), it.brief.clear();
    const std::clock_t start = std::clock();  // of the processor, so that other load does not count
    isnad::reconcile(story, lexicon);
    took += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  std::printf("reconcile: %.1f ms for a story of %u reports (%zu stories, %zu groups, %zu shared passages)\n",
              1000 * took / rounds, reports, whole.stories.size(), groups, whole.reuse.size());
  return 0;
}

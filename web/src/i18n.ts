// Every string of the interface, in both languages. Arabic is the first; a test holds the keys equal.

export type Language = "ar" | "en";

/** Forms of a counted noun: Arabic one, two, few (3–10), many (11–99), other; English one and other. */
export interface CountForms { one: string; two?: string; few?: string; many?: string; other: string }

const ar = {
  stories: "القصص", story: "القصة", report: "التقرير", reports: "التقارير",
  filter_stories: "ابحث في القصص", no_story_matches: "لا قصة تطابق هذه الكلمات.",
  all_stories: "كل القصص", back_to_story: "إلى القصة", skip_to_content: "إلى المحتوى",
  brief: "الموجز", tolls: "الحصائل", figures: "الأرقام", timeline: "الخط الزمني", voices: "من قال ماذا",
  chains: "سلاسل الإسناد", entities: "الأسماء", copies: "المنقول", sources: "المصادر", notes: "الهوامش",
  sections: "أقسام القصة", language: "اللغة", other_language: "English", other_language_code: "en",
  theme: "المظهر", theme_dark: "داكن", theme_light: "فاتح", digits: "الأرقام", digits_latin: "123", digits_arab: "١٢٣",
  all_rules: "كل القواعد", tolls_lead: "لكل قاعدة اسمها، ولا يُدمج عدد بآخر في صمت. المجهول ليس صفرًا.",
  figures_lead: "كل علامة رقمٌ من تقرير عند وقت نشره، ولونها أصلُها المستقل.",
  chains_lead: "من الأصل إلى الوكالة إلى المنبر. سُمك الخط عدد الأقوال والأرقام.",
  copies_lead: "المتن نفسه في أكثر من تقرير؛ ما تغيّر معلَّم، وما اختلف من الأعداد بالأحمر.",
  single_figures: "أرقام وردت مرة واحدة", measure: "المقياس", value: "القيمة", source: "المصدر", outlet: "المنبر",
  when: "التاريخ", relation: "الحكم", published: "النشر", title: "العنوان", whole_sum: "مجموع",
  axis_published: "وقت النشر", axis_value: "العدد", log_axis: "مقياس لوغاريتمي", why: "لماذا",
  own_voice: "بصوت المنبر", unnamed: "مصدر غير مسمى", no_outlet: "منبر غير معروف", no_date: "بلا تاريخ", untitled: "بلا عنوان",
  show_more: "أظهر المزيد", show_less: "أظهر الأقل", with_reports: "يرد في", variants: "صيغ الاسم", in_part: "يمس القصة في جزء منه",
  earliest: "الأسبق نشرًا", other_copies: "نسخ أخرى", compare_with: "قارن مع", open_at_words: "افتح التقرير عند الكلمات",
  layers: "الطبقات", layer_lines: "أنواع السطور", layer_figures: "الأرقام", layer_times: "الأزمنة", layer_names: "الأسماء", layer_statements: "الأقوال",
  link_here: "رابط دائم إلى هذه الكلمات", close: "أغلق", original: "الأصل على الشبكة", chain: "الإسناد", cue: "لفظ القول",
  population: "الفئة", counted: "المعدود", place: "المكان", scope: "النطاق", modality: "الصيغة", update: "التحديث", form: "الشكل", stance: "الموقف",
  type: "النوع", value_read: "القراءة", group: "المجموعة", seen_with: "في السؤال نفسه", part_of: "جزء من", odd: "ملاحظة على النص",
  empty_title: "لا قصة في هذا الملف", empty_text: "لم يجد البرنامج تقارير تُروى منها قصة. التقارير التي قُرئت، إن وُجدت، أدناه.",
  missing_title: "لا شيء عند هذا الرابط", missing_text: "المعرّف الذي في الرابط ليس في هذا الملف.",
  broken_title: "تعذرت قراءة البيانات", broken_text: "كتلة البيانات في هذه الصفحة ليست JSON سليمة.",
  no_tolls: "لم يُذكر قتلى ولا جرحى ولا معتقلون في هذه التقارير.", no_figures: "لا أرقام في هذه التقارير.",
  no_brief: "لا موجز لهذه القصة.", no_timeline: "لا أحداث مؤرخة في هذه التقارير.", no_voices: "لم يُنسب قول إلى أحد.",
  no_copies: "لا متن مشترك بين التقارير.", no_entities: "لا أسماء في هذه التقارير.", no_chains: "لا سلاسل إسناد في هذه التقارير.",
  made_by: "أعدّه isnad", data_hash: "بصمة البيانات", offline: "صفحة واحدة تعمل بلا شبكة",
  announced: "أُعلن يومها", and_more: "أصول أخرى", to: "إلى", week: "أسبوع", about: "نحو", at_least: "فأكثر", up_to: "حتى", unknown: "غير معلوم",
  origins_of: "الأصول", from_chain: "عن", text_empty: "هذا التقرير بلا نص.",
};

const en: Record<keyof typeof ar, string> = {
  stories: "Stories", story: "Story", report: "Report", reports: "Reports",
  filter_stories: "Filter the stories", no_story_matches: "No story matches these words.",
  all_stories: "All stories", back_to_story: "To the story", skip_to_content: "Skip to content",
  brief: "Brief", tolls: "Tolls", figures: "Figures", timeline: "Timeline", voices: "Who said what",
  chains: "Chains", entities: "Names", copies: "Copies", sources: "Sources", notes: "Notes",
  sections: "Parts of the story", language: "Language", other_language: "العربية", other_language_code: "ar",
  theme: "Theme", theme_dark: "Dark", theme_light: "Light", digits: "Digits", digits_latin: "123", digits_arab: "١٢٣",
  all_rules: "all rules", tolls_lead: "Each rule by its name; nothing is fused silently. Unknown is not zero.",
  figures_lead: "Each mark is a figure of a report at its time of publishing, its colour the independent origin.",
  chains_lead: "From origin to agency to outlet. The width of a line counts statements and figures.",
  copies_lead: "The same copy in more than one report; changes are marked, numbers that differ in red.",
  single_figures: "Figures given once", measure: "Measure", value: "Value", source: "Source", outlet: "Outlet",
  when: "Date", relation: "Judgement", published: "Published", title: "Title", whole_sum: "sum",
  axis_published: "time of publishing", axis_value: "number", log_axis: "logarithmic scale", why: "why",
  own_voice: "the outlet's own voice", unnamed: "unnamed source", no_outlet: "unknown outlet", no_date: "no date", untitled: "untitled",
  show_more: "Show more", show_less: "Show less", with_reports: "found in", variants: "Spellings", in_part: "touches the story in part",
  earliest: "published first", other_copies: "Other copies", compare_with: "Compare with", open_at_words: "Open the report at the words",
  layers: "Layers", layer_lines: "Line kinds", layer_figures: "Figures", layer_times: "Times", layer_names: "Names", layer_statements: "Statements",
  link_here: "Permanent link to these words", close: "Close", original: "Original on the web", chain: "Chain", cue: "Cue",
  population: "Population", counted: "Counted", place: "Place", scope: "Scope", modality: "Modality", update: "Update", form: "Form", stance: "Stance",
  type: "Type", value_read: "Read as", group: "Group", seen_with: "On the same question", part_of: "Part of", odd: "Note on the text",
  empty_title: "No story in this file", empty_text: "No reports were found that tell a story. The reports that were read, if any, are below.",
  missing_title: "Nothing at this link", missing_text: "The id in the link is not in this file.",
  broken_title: "The data cannot be read", broken_text: "The block of data in this page is not valid JSON.",
  no_tolls: "These reports name no killed, injured or arrested.", no_figures: "No figures in these reports.",
  no_brief: "No brief for this story.", no_timeline: "No dated events in these reports.", no_voices: "Nothing is credited to anybody.",
  no_copies: "The reports share no copy.", no_entities: "No names in these reports.", no_chains: "No chains in these reports.",
  made_by: "Made by isnad", data_hash: "data", offline: "one page, works offline",
  announced: "announced that day", and_more: "more origins", to: "to", week: "week", about: "about", at_least: "or more", up_to: "up to", unknown: "unknown",
  origins_of: "Origins", from_chain: "from", text_empty: "This report has no text.",
};

export type Key = keyof typeof ar;
export const strings: Record<Language, Record<Key, string>> = { ar, en };

export const nouns = {
  report: {
    ar: { one: "تقرير واحد", two: "تقريران", few: "# تقارير", many: "# تقريرًا", other: "# تقرير" },
    en: { one: "# report", other: "# reports" },
  },
  origin: {
    ar: { one: "أصل واحد", two: "أصلان", few: "# أصول", many: "# أصلًا", other: "# أصل" },
    en: { one: "# origin", other: "# origins" },
  },
  day: {
    ar: { one: "يوم واحد", two: "يومان", few: "# أيام", many: "# يومًا", other: "# يوم" },
    en: { one: "# day", other: "# days" },
  },
  figure: {
    ar: { one: "رقم واحد", two: "رقمان", few: "# أرقام", many: "# رقمًا", other: "# رقم" },
    en: { one: "# figure", other: "# figures" },
  },
  statement: {
    ar: { one: "قول واحد", two: "قولان", few: "# أقوال", many: "# قولًا", other: "# قول" },
    en: { one: "# statement", other: "# statements" },
  },
  mention: {
    ar: { one: "مرة واحدة", two: "مرتان", few: "# مرات", many: "# مرة", other: "# مرة" },
    en: { one: "once", other: "# times" },
  },
  conflict: {
    ar: { one: "تعارض واحد", two: "تعارضان", few: "# تعارضات", many: "# تعارضًا", other: "# تعارض" },
    en: { one: "# conflict", other: "# conflicts" },
  },
  story: {
    ar: { one: "قصة واحدة", two: "قصتان", few: "# قصص", many: "# قصة", other: "# قصة" },
    en: { one: "# story", other: "# stories" },
  },
} satisfies Record<string, Record<Language, CountForms>>;

export type Noun = keyof typeof nouns;

/** The form of a counted noun for `count`, by the plural rules of the language. */
export function count_form(count: number, forms: CountForms): string {
  if (count === 1) return forms.one;
  if (count === 2 && forms.two) return forms.two;
  const hundredth = count % 100;
  if (forms.few && hundredth >= 3 && hundredth <= 10) return forms.few;
  if (forms.many && hundredth >= 11) return forms.many;
  return forms.other;
}

export { terms } from "./terms.ts";

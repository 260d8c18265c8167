// Every string of the interface, in both languages. Arabic is the first; a test holds the keys equal.

export type Language = "ar" | "en";

/** Forms of a counted noun: Arabic one, two, few (3–10), many (11–99), other; English one and other. */
export interface CountForms { one: string; two?: string; few?: string; many?: string; other: string }

const ar = {
  stories: "القصص",
  filter_stories: "ابحث في القصص", no_story_matches: "لا قصة تطابق هذه الكلمات.",
  all_stories: "كل القصص", back_to_story: "إلى القصة", skip_to_content: "إلى المحتوى",
  differences: "مواضع الاختلاف", against: "مقابل",
  brief: "الموجز", tolls: "الحصائل", figures: "الأرقام", timeline: "الخط الزمني", voices: "من قال ماذا",
  chains: "سلاسل الإسناد", entities: "الأسماء", copies: "المنقول", sources: "المصادر", notes: "الهوامش",
  sections: "أقسام القصة", other_language: "English", other_language_code: "en",
  theme: "المظهر", theme_dark: "داكن", theme_light: "فاتح", digits: "الأرقام", digits_latin: "123", digits_arab: "١٢٣",
  all_rules: "كل القواعد", tolls_lead: "لكل قاعدة اسمها، ولا يُدمج عدد بآخر في صمت. المجهول ليس صفرًا.",
  figures_lead: "كل علامة رقمٌ من تقرير عند وقت نشره، ولونها أصلُها المستقل.",
  chains_lead: "من الأصل إلى الوكالة إلى المنبر. سُمك الخط عدد الأقوال والأرقام.",
  copies_lead: "المتن نفسه في أكثر من تقرير؛ ما تغيّر معلَّم، وما اختلف من الأعداد بالأحمر.",
  single_figures: "أرقام وردت مرة واحدة", source: "المصدر",
  published: "النشر", whole_sum: "مجموع",
  log_axis: "مقياس لوغاريتمي",
  own_voice: "بصوت المنبر", unnamed: "مصدر غير مسمى", no_date: "بلا تاريخ", untitled: "بلا عنوان",
  show_more: "أظهر المزيد", show_less: "أظهر الأقل", variants: "صيغ الاسم", in_part: "يمس القصة في جزء منه",
  copied_from: "نقل عن", also_in: "وكذلك في", compare_with: "قارن مع",
  layers: "الطبقات", layer_lines: "أنواع السطور", layer_figures: "الأرقام", layer_times: "الأزمنة", layer_names: "الأسماء", layer_statements: "الأقوال",
  link_here: "رابط دائم إلى هذه الكلمات", close: "أغلق", original: "الأصل على الشبكة", chain: "الإسناد", cue: "لفظ القول",
  counted: "المعدود", counted_day: "يوم وقوعه", place: "المكان", scope: "النطاق", modality: "الصيغة", update: "التحديث", form: "الشكل", stance: "الموقف",
  type: "النوع", value_read: "القراءة", seen_with: "في السؤال نفسه", part_of: "جزء من", odd: "ملاحظة على النص",
  empty_title: "لا قصة في هذا الملف", empty_text: "لم يجد البرنامج تقارير تُروى منها قصة. التقارير التي قُرئت، إن وُجدت، أدناه.",
  missing_title: "لا شيء عند هذا الرابط", missing_text: "المعرّف الذي في الرابط ليس في هذا الملف.",
  broken_title: "تعذرت قراءة البيانات", broken_text: "كتلة البيانات في هذه الصفحة ليست JSON سليمة.",
  no_tolls: "لم توجد حصيلة في هذه التقارير.", no_figures: "لم توجد أرقام في هذه التقارير.",
  no_brief: "لا موجز لهذه القصة.", no_timeline: "لم توجد أحداث مؤرخة في هذه التقارير.", no_voices: "لم يوجد قول منسوب في هذه التقارير.",
  no_copies: "لم يوجد متن مشترك بين التقارير.", no_entities: "لم توجد أسماء في هذه التقارير.", no_chains: "لم توجد سلاسل إسناد في هذه التقارير.",
  made_by: "أعدّه isnad", data_hash: "بصمة البيانات", offline: "صفحة واحدة تعمل بلا شبكة",
  announced: "أُعلن يومها", and_more: "أصول أخرى", to: "إلى", about: "نحو", at_least: "فأكثر", up_to: "حتى", unknown: "غير معلوم",
  origins_of: "الأصول", from_chain: "عن", text_empty: "هذا التقرير بلا نص.",
};

const en: Record<keyof typeof ar, string> = {
  stories: "Stories",
  filter_stories: "Filter the stories", no_story_matches: "No story matches these words.",
  all_stories: "All stories", back_to_story: "To the story", skip_to_content: "Skip to content",
  differences: "Where the reports differ", against: "against",
  brief: "Brief", tolls: "Tolls", figures: "Figures", timeline: "Timeline", voices: "Who said what",
  chains: "Chains", entities: "Names", copies: "Copies", sources: "Sources", notes: "Notes",
  sections: "Parts of the story", other_language: "العربية", other_language_code: "ar",
  theme: "Theme", theme_dark: "Dark", theme_light: "Light", digits: "Digits", digits_latin: "123", digits_arab: "١٢٣",
  all_rules: "all rules", tolls_lead: "Each rule by its name; nothing is fused silently. Unknown is not zero.",
  figures_lead: "Each mark is a figure of a report at its time of publishing, its colour the independent origin.",
  chains_lead: "From origin to agency to outlet. The width of a line counts statements and figures.",
  copies_lead: "The same copy in more than one report; changes are marked, numbers that differ in red.",
  single_figures: "Figures given once", source: "Source",
  published: "Published", whole_sum: "sum",
  log_axis: "logarithmic scale",
  own_voice: "the outlet's own voice", unnamed: "unnamed source", no_date: "no date", untitled: "untitled",
  show_more: "Show more", show_less: "Show less", variants: "Spellings", in_part: "touches the story in part",
  copied_from: "copied from", also_in: "also in", compare_with: "Compare with",
  layers: "Layers", layer_lines: "Line kinds", layer_figures: "Figures", layer_times: "Times", layer_names: "Names", layer_statements: "Statements",
  link_here: "Permanent link to these words", close: "Close", original: "Original on the web", chain: "Chain", cue: "Cue",
  counted: "Counted", counted_day: "Day it befell", place: "Place", scope: "Scope", modality: "Modality", update: "Update", form: "Form", stance: "Stance",
  type: "Type", value_read: "Read as", seen_with: "On the same question", part_of: "Part of", odd: "Note on the text",
  empty_title: "No story in this file", empty_text: "No reports were found that tell a story. The reports that were read, if any, are below.",
  missing_title: "Nothing at this link", missing_text: "The id in the link is not in this file.",
  broken_title: "The data cannot be read", broken_text: "The block of data in this page is not valid JSON.",
  no_tolls: "No toll was found in these reports.", no_figures: "No figures were found in these reports.",
  no_brief: "No brief for this story.", no_timeline: "No dated events were found in these reports.", no_voices: "No statements were found in these reports.",
  no_copies: "No shared copy was found in these reports.", no_entities: "No names were found in these reports.", no_chains: "No chains were found in these reports.",
  made_by: "Made by isnad", data_hash: "data", offline: "one page, works offline",
  announced: "announced that day", and_more: "more origins", to: "to", about: "about", at_least: "or more", up_to: "up to", unknown: "unknown",
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

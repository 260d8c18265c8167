// The words of the data's own values (measures, rules, kinds) in both languages; part of i18n.ts by its size only.
// A value that is not here is shown as it stands in the data.

import type { Language } from "./i18n.ts";

export type TermSet = "measure" | "rule" | "relation" | "grade" | "line" | "basis" | "entity" | "scope" | "modality"
  | "update" | "form" | "stance" | "time" | "source_kind" | "population" | "direction";

export const terms: Record<TermSet, Record<string, Record<Language, string>>> = {
  measure: {
    killed: { ar: "قتلى", en: "killed" }, injured: { ar: "جرحى", en: "injured" },
    casualties: { ar: "قتلى وجرحى", en: "killed and injured" }, arrested: { ar: "معتقلون", en: "arrested" },
    missing: { ar: "مفقودون", en: "missing" }, displaced: { ar: "نازحون", en: "displaced" },
    affected: { ar: "متضررون", en: "affected" }, participants: { ar: "مشاركون", en: "participants" },
    personnel: { ar: "أفراد قوات وفرق", en: "personnel" }, equipment: { ar: "عتاد ومركبات", en: "equipment" },
    damage: { ar: "أضرار", en: "damage" }, money: { ar: "أموال", en: "money" }, percent: { ar: "نسبة مئوية", en: "percent" },
    other: { ar: "غير ذلك", en: "other" },
  },
  rule: {
    range: { ar: "المدى", en: "range" }, conservative: { ar: "الأحوط", en: "conservative" },
    latest: { ar: "الأحدث", en: "latest" }, best_supported: { ar: "الأوثق إسنادًا", en: "best supported" },
  },
  relation: {
    agree: { ar: "متفق", en: "agree" }, revised: { ar: "معدّل", en: "revised" }, conflict: { ar: "متعارض", en: "conflict" },
  },
  grade: {
    single_source: { ar: "مصدر واحد", en: "one source" }, independent: { ar: "مصادر مستقلة", en: "independent sources" },
    contested: { ar: "متنازع فيه", en: "contested" }, conceded: { ar: "أقرّ به الفاعل", en: "conceded by the actor" },
  },
  line: {
    title: { ar: "عنوان", en: "title" }, subhead: { ar: "عنوان فرعي", en: "subhead" }, body: { ar: "متن", en: "body" },
    caption: { ar: "تعليق صورة", en: "caption" }, credit: { ar: "نسبة", en: "credit" }, boilerplate: { ar: "حشو الموقع", en: "boilerplate" },
  },
  basis: {
    unknown: { ar: "غير معلوم", en: "unknown" },
    metadata: { ar: "من البيانات المرفقة", en: "from the metadata" }, page: { ar: "من الصفحة", en: "from the page" },
    text: { ar: "مستنتج من النص", en: "inferred from the text" }, story: { ar: "مستنتج من تقارير القصة", en: "inferred from the story's reports" },
  },
  entity: {
    person: { ar: "أشخاص", en: "Persons" }, organization: { ar: "هيئات", en: "Organizations" }, location: { ar: "أماكن", en: "Places" },
  },
  scope: {
    incident: { ar: "الحادثة", en: "the incident" }, day: { ar: "يوم واحد", en: "one day" }, cumulative: { ar: "حصيلة متراكمة", en: "cumulative" },
  },
  modality: {
    asserted: { ar: "مثبت", en: "asserted" }, negated: { ar: "منفي", en: "negated" }, possible: { ar: "محتمل", en: "possible" },
    planned: { ar: "مزمع", en: "planned" }, feared: { ar: "مخشيّ", en: "feared" },
  },
  update: {
    initial: { ar: "حصيلة أولية", en: "initial" }, updated: { ar: "محدَّث", en: "updated" }, corrected: { ar: "مصحَّح", en: "corrected" },
  },
  form: {
    direct: { ar: "نصّ الكلام", en: "direct" }, indirect: { ar: "بالمعنى", en: "indirect" }, mixed: { ar: "نص ومعنى", en: "mixed" },
  },
  stance: {
    asserts: { ar: "يثبت", en: "asserts" }, denies: { ar: "ينفي", en: "denies" }, doubts: { ar: "يشكك", en: "doubts" },
    accuses: { ar: "يتهم", en: "accuses" }, demands: { ar: "يطالب", en: "demands" }, promises: { ar: "يتعهد", en: "promises" },
  },
  time: {
    DATE: { ar: "تاريخ", en: "date" }, TIME: { ar: "وقت", en: "time" }, DURATION: { ar: "مدة", en: "duration" }, SET: { ar: "تكرار", en: "repetition" },
  },
  source_kind: {
    unnamed: { ar: "غير مسمى", en: "unnamed" }, official: { ar: "رسمي", en: "official" }, military: { ar: "عسكري", en: "military" },
    medical: { ar: "طبي", en: "medical" }, witness: { ar: "شهود", en: "witnesses" }, rights_group: { ar: "حقوقي", en: "rights group" },
    media: { ar: "إعلامي", en: "media" }, party: { ar: "طرف في النزاع", en: "party to the conflict" },
  },
  population: {
    civilians: { ar: "مدنيون", en: "civilians" }, women: { ar: "نساء", en: "women" }, men: { ar: "رجال", en: "men" },
    children: { ar: "أطفال", en: "children" }, security_forces: { ar: "قوات الأمن", en: "security forces" },
    police: { ar: "شرطة", en: "police" }, soldiers: { ar: "جنود", en: "soldiers" }, fighters: { ar: "مقاتلون", en: "fighters" },
    attackers: { ar: "مهاجمون", en: "attackers" }, protesters: { ar: "محتجون", en: "protesters" }, workers: { ar: "عمال", en: "workers" },
    journalists: { ar: "صحفيون", en: "journalists" }, medics: { ar: "طواقم طبية", en: "medics" },
    aid_workers: { ar: "عاملون في الإغاثة", en: "aid workers" }, passengers: { ar: "ركاب", en: "passengers" },
    foreigners: { ar: "أجانب", en: "foreigners" }, not_people: { ar: "غير البشر", en: "not people" },
  },
  direction: {
    time: { ar: "بترتيب النشر", en: "by time of publishing" }, credit: { ar: "بالنسبة المذكورة", en: "by its credit" },
    containment: { ar: "لأن أحدهما يحوي الآخر", en: "because one contains the other" },
  },
};

// Numbers, intervals and dates as the reader wants them: language and digits are separate choices.

import { count_form, nouns, strings, terms, type CountForms, type Language, type Noun } from "../i18n.ts";
import type { TermSet } from "../terms.ts";
import type { Interval } from "../data/types.ts";

export type Digits = "latin" | "arab";
export interface Manner { language: Language; digits: Digits }

const months: Record<Language, string[]> = {
  ar: ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};
const weekdays: Record<Language, string[]> = {
  ar: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const day_parts: Record<string, Record<Language, string>> = {
  MO: { ar: "صباح", en: "morning" }, AF: { ar: "ظهر", en: "afternoon" },
  EV: { ar: "مساء", en: "evening" }, NI: { ar: "ليل", en: "night" }, DT: { ar: "نهار", en: "daytime" },
};
const references: Record<string, Record<Language, string>> = {
  PRESENT_REF: { ar: "الحاضر", en: "the present" }, PAST_REF: { ar: "الماضي", en: "the past" }, FUTURE_REF: { ar: "المستقبل", en: "the future" },
};
/** Units of TIMEX3 durations: the Arabic forms of a counted noun, and the English singular and plural. */
const units: Record<string, { ar: Required<CountForms>; en: [string, string] }> = {
  Y: { ar: { one: "سنة واحدة", two: "سنتان", few: "# سنوات", many: "# سنة", other: "سنوات" }, en: ["year", "years"] },
  M: { ar: { one: "شهر واحد", two: "شهران", few: "# أشهر", many: "# شهرًا", other: "أشهر" }, en: ["month", "months"] },
  W: { ar: { one: "أسبوع واحد", two: "أسبوعان", few: "# أسابيع", many: "# أسبوعًا", other: "أسابيع" }, en: ["week", "weeks"] },
  D: { ar: { one: "يوم واحد", two: "يومان", few: "# أيام", many: "# يومًا", other: "أيام" }, en: ["day", "days"] },
  DE: { ar: { one: "عقد واحد", two: "عقدان", few: "# عقود", many: "# عقدًا", other: "عقود" }, en: ["decade", "decades"] },
  CE: { ar: { one: "قرن واحد", two: "قرنان", few: "# قرون", many: "# قرنًا", other: "قرون" }, en: ["century", "centuries"] },
  TH: { ar: { one: "ساعة واحدة", two: "ساعتان", few: "# ساعات", many: "# ساعة", other: "ساعات" }, en: ["hour", "hours"] },
  TM: { ar: { one: "دقيقة واحدة", two: "دقيقتان", few: "# دقائق", many: "# دقيقة", other: "دقائق" }, en: ["minute", "minutes"] },
  TS: { ar: { one: "ثانية واحدة", two: "ثانيتان", few: "# ثوان", many: "# ثانية", other: "ثوان" }, en: ["second", "seconds"] },
};

/** Writes the ASCII digits of `text` in the digits chosen, with the marks for thousands and decimals that go with them. */
export function with_digits(text: string, digits: Digits): string {
  if (digits === "latin") return text;
  return text
    .replace(/(\d),(?=\d)/g, "$1٬")
    .replace(/(\d)\.(?=\d)/g, "$1٫")
    .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

/** 1234567.5 as "1,234,567.5" in the digits chosen; at most two decimals. */
export function format_number(value: number, { digits }: Manner): string {
  const rounded = Math.round(Math.abs(value) * 100) / 100;
  const [whole, fraction] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return with_digits((value < 0 ? "-" : "") + grouped + (fraction ? "." + fraction : ""), digits);
}

/** Two ends as one range. Arabic says "إلى": a dash between numbers is read in both directions. */
function format_range(from: string, to: string, { language }: Manner): string {
  return language === "ar" ? `${from} ${strings.ar.to} ${to}` : `${from}–${to}`;
}

/** An interval in words: "9–14", "27 or more", "up to 20", "about 4,000"; open on both sides is "unknown". */
export function format_interval({ min, max, approx }: Interval, manner: Manner): string {
  const words = strings[manner.language];
  const number = (value: number) => format_number(value, manner);
  let text: string;
  if (min === null && max === null) return words.unknown;
  if (min === null) text = `${words.up_to} ${number(max!)}`;
  else if (max === null) text = `${number(min)} ${words.at_least}`;
  else text = min === max ? number(min) : format_range(number(min), number(max), manner);
  return approx ? `${words.about} ${text}` : text;
}

/** `count` with its noun in the right form: "11 تقريرًا", "3 reports". */
export function format_count(count: number, noun: Noun, manner: Manner): string {
  const form = count_form(count, nouns[noun][manner.language]);
  return form.replace("#", format_number(count, manner));
}

/** The word for a value of the data, or the value itself, its underscores as blanks. */
export function format_term(set: TermSet, value: string | null | undefined, language: Language): string {
  if (!value) return "";
  return terms[set][value]?.[language] ?? value.replaceAll("_", " ");
}

function day_of_week(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function format_week(year: number, week: number, manner: Manner): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000);
  const sunday = new Date(monday.getTime() + 6 * 86_400_000);
  const days = format_date_range(monday.toISOString().slice(0, 10), sunday.toISOString().slice(0, 10), manner);
  return manner.language === "ar" ? `أسبوع ${days}` : `week of ${days}`;
}

/** "P2D" as "2 days"; a vague count ("PXD") as the bare plural; what is no plain duration is given back. */
function format_duration(value: string, { language, digits }: Manner): string {
  const match = /^P(T?)(X|[\d.]+)(DE|CE|[YMWDHS])$/.exec(value);
  const unit = match && units[match[1] + match[3]];
  if (!unit) return value;
  const vague = match[2] === "X";
  const count = Number(match[2]);
  if (language === "en") return vague ? `some ${unit.en[1]}` : `${with_digits(match[2], digits)} ${unit.en[count === 1 ? 0 : 1]}`;
  if (vague) return unit.ar.other;
  // After whole hundreds the noun stands as after eleven, but without its tanwin.
  const whole = { ...unit.ar, other: unit.ar.many.replace(/ً?ا?$/, "") };
  return count_form(count, whole).replace("#", with_digits(match[2], digits));
}

/** An ISO date or TIMEX3 value, written out as precisely as it is given; what is neither is given back. */
export function format_date(value: string | null | undefined, manner: Manner, with_weekday = false): string {
  if (!value) return strings[manner.language].no_date;
  const { language, digits } = manner;
  if (references[value]) return references[value][language];
  if (value.startsWith("P")) return format_duration(value, manner);
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  if (week) return format_week(Number(week[1]), Number(week[2]), manner);
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](MO|AF|EV|NI|DT|\d{2}:\d{2})?.*)?$/.exec(value);
  if (!match || Number(match[2] ?? 1) > 12 || Number(match[3] ?? 1) > 31) return value;
  const [, year, month, day, time] = match;
  const pieces: string[] = [];
  if (day) pieces.push(String(Number(day)));
  if (month) pieces.push(months[language][Number(month) - 1] ?? month);
  pieces.push(year);
  let text = pieces.join(" ");
  if (day && with_weekday) {
    const name = weekdays[language][day_of_week(Number(year), Number(month), Number(day))];
    text = language === "ar" ? `${name} ${text}` : `${name}, ${text}`;
  }
  const clock = time && /\d/.test(time) && time !== "00:00" ? time : "";
  if (time && day_parts[time]) {
    text = language === "ar" ? `${day_parts[time].ar} ${text}` : `${text}, ${day_parts[time].en}`;
  } else if (clock) {
    text = language === "ar" ? `${text}، ${clock}` : `${text}, ${clock}`;
  }
  return with_digits(text, digits);
}

/** Two dates as one range, month and year said once where they are the same. */
export function format_date_range(from: string, to: string, manner: Manner): string {
  const first = /^(\d{4})-(\d{2})-(\d{2})/.exec(from);
  const last = /^(\d{4})-(\d{2})-(\d{2})/.exec(to);
  if (!first || !last || first[0] === last[0]) return format_date(from, manner) + (from === to || (first && last) ? "" : ` – ${format_date(to, manner)}`);
  const end = format_date(last[0], manner);
  const day = with_digits(String(Number(first[3])), manner.digits);
  if (first[1] !== last[1]) return `${format_date(first[0], manner)} – ${end}`;
  if (first[2] !== last[2]) return `${day} ${months[manner.language][Number(first[2]) - 1]} – ${end}`;
  return format_range(day, end, manner);
}

/** A story's date: one ISO date, or two joined by "/". */
export function format_story_date(date: string | null | undefined, manner: Manner): string {
  if (!date) return "";
  const [from, to] = date.split("/");
  return to ? format_date_range(from, to, manner) : format_date(from, manner, true);
}

/** Day and month alone, for axis labels. */
export function format_short_day(value: string, manner: Manner): string {
  const match = /^\d{4}-(\d{2})-(\d{2})/.exec(value);
  if (!match || !months.en[Number(match[1]) - 1]) return format_date(value, manner);
  return with_digits(`${Number(match[2])} ${months[manner.language][Number(match[1]) - 1]}`, manner.digits);
}

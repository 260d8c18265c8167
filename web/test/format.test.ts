import assert from "node:assert/strict";
import { test } from "node:test";
import {
  format_count, format_date, format_date_range, format_interval, format_number, format_story_date, format_term, with_digits, type Manner,
} from "../src/base/format.ts";
import { nouns, strings } from "../src/i18n.ts";

const ar: Manner = { language: "ar", digits: "latin" };
const arab: Manner = { language: "ar", digits: "arab" };
const en: Manner = { language: "en", digits: "latin" };

test("digits and their marks follow the choice", () => {
  assert.equal(with_digits("1,234.5", "arab"), "١٬٢٣٤٫٥");
  assert.equal(with_digits("1,234.5", "latin"), "1,234.5");
  assert.equal(with_digits("no. 7, then", "arab"), "no. ٧, then");
});

test("numbers are grouped and keep two decimals at most", () => {
  for (const [value, text] of [[0, "0"], [999, "999"], [1000, "1,000"], [1234567, "1,234,567"], [3.14159, "3.14"], [-4200, "-4,200"], [1234.5, "1,234.5"]] as const) {
    assert.equal(format_number(value, en), text);
  }
  assert.equal(format_number(20000, arab), "٢٠٬٠٠٠");
});

test("intervals are said in words", () => {
  const cases: [number | null, number | null, boolean, string, string][] = [
    [9, 9, false, "9", "9"],
    [9, 14, false, "9 إلى 14", "9–14"],
    [27, null, false, "27 فأكثر", "27 or more"],
    [null, 20, false, "حتى 20", "up to 20"],
    [4000, 4000, true, "نحو 4,000", "about 4,000"],
    [null, null, false, "غير معلوم", "unknown"],
    [0, 0, false, "0", "0"],
  ];
  for (const [min, max, approx, arabic, english] of cases) {
    assert.equal(format_interval({ min, max, approx }, ar), arabic);
    assert.equal(format_interval({ min, max, approx }, en), english);
  }
});

test("counted nouns take the form of their number", () => {
  const forms: [number, string][] = [
    [1, "تقرير واحد"], [2, "تقريران"], [3, "3 تقارير"], [10, "10 تقارير"], [11, "11 تقريرًا"], [99, "99 تقريرًا"],
    [100, "100 تقرير"], [102, "102 تقرير"], [103, "103 تقارير"], [111, "111 تقريرًا"], [0, "0 تقرير"],
  ];
  for (const [count, text] of forms) assert.equal(format_count(count, "report", ar), text);
  assert.equal(format_count(1, "report", en), "1 report");
  assert.equal(format_count(0, "report", en), "0 reports");
});

test("dates are written out as precisely as they are given", () => {
  const cases: [string, string, string][] = [
    ["2021", "2021", "2021"],
    ["2021-03", "مارس 2021", "March 2021"],
    ["2021-03-05", "5 مارس 2021", "5 March 2021"],
    ["2021-03-05TNI", "ليل 5 مارس 2021", "5 March 2021, night"],
    ["2021-03-05T18:30", "5 مارس 2021، 18:30", "5 March 2021, 18:30"],
    ["2021-03-05T00:00", "5 مارس 2021", "5 March 2021"],
    ["2021-W09", "أسبوع 1 إلى 7 مارس 2021", "week of 1–7 March 2021"],
    ["PAST_REF", "الماضي", "the past"],
    ["P2D", "يومان", "2 days"],
    ["P1Y", "سنة واحدة", "1 year"],
    ["PT12H", "12 ساعة", "12 hours"],
    ["PXDE", "عقود", "some decades"],
    ["not a date", "not a date", "not a date"],
    ["2021-13-45", "2021-13-45", "2021-13-45"],
  ];
  for (const [value, arabic, english] of cases) {
    assert.equal(format_date(value, ar), arabic, value);
    assert.equal(format_date(value, en), english, value);
  }
  assert.equal(format_date("2021-03-05", ar, true), "الجمعة 5 مارس 2021");
  assert.equal(format_date(null, ar), strings.ar.no_date);
});

test("a range of dates says month and year once", () => {
  assert.equal(format_date_range("2021-03-05", "2021-03-09", en), "5–9 March 2021");
  assert.equal(format_date_range("2021-03-30", "2021-04-02", en), "30 March – 2 April 2021");
  assert.equal(format_date_range("2021-12-30", "2022-01-02", en), "30 December 2021 – 2 January 2022");
  assert.equal(format_date_range("2021-03-05", "2021-03-05", en), "5 March 2021");
  assert.equal(format_date_range("2021-03", "2021-04", en), "March 2021 – April 2021");
  assert.equal(format_story_date("2021-03-05/2021-03-09", ar), "5 إلى 9 مارس 2021");
  assert.equal(format_story_date(null, ar), "");
});

test("a value without a word of its own is shown as it stands", () => {
  assert.equal(format_term("measure", "killed", "en"), "killed");
  assert.equal(format_term("measure", "lost_boats", "ar"), "lost boats");
  assert.equal(format_term("measure", null, "ar"), "");
});

test("both languages have every string and every noun its forms", () => {
  assert.deepEqual(Object.keys(strings.en).sort(), Object.keys(strings.ar).sort());
  for (const [language, words] of Object.entries(strings)) {
    for (const [key, text] of Object.entries(words)) assert.ok(text.trim(), `${language} ${key}`);
  }
  for (const forms of Object.values(nouns)) assert.ok(forms.ar.two && forms.ar.few && forms.ar.many);
});

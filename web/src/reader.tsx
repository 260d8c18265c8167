// The reader's choices (language, digits, theme) and what every view needs with them.

import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { format_count, format_date, format_interval, format_number, format_term, type Digits, type Manner } from "./base/format.ts";
import type { Model } from "./data/model.ts";
import type { Interval } from "./data/types.ts";
import { strings, type Key, type Language, type Noun } from "./i18n.ts";
import type { TermSet } from "./terms.ts";

export type Theme = "light" | "dark";
export interface Choices { language: Language; digits: Digits; theme: Theme }

export interface Reader extends Choices {
  model: Model;
  manner: Manner;
  rtl: boolean;
  t: (key: Key) => string;
  term: (set: TermSet, value: string | null | undefined) => string;
  number: (value: number) => string;
  count: (value: number, noun: Noun) => string;
  interval: (interval: Interval) => string;
  date: (value: string | null | undefined, with_weekday?: boolean) => string;
  choose: (choices: Partial<Choices>) => void;
}

const ReaderContext = createContext<Reader | null>(null);

export function use_reader(): Reader {
  return useContext(ReaderContext)!;
}

const storage_key = "isnad.page";

/** Choices kept from before; none where the browser gives a file no storage. */
function stored_choices(): Partial<Choices> {
  try {
    const stored = JSON.parse(localStorage.getItem(storage_key) ?? "{}");
    const allowed = <T extends string>(value: unknown, values: T[]) => values.find((one) => one === value);
    return {
      language: allowed(stored.language, ["ar", "en"]),
      digits: allowed(stored.digits, ["latin", "arab"]),
      theme: allowed(stored.theme, ["light", "dark"]),
    };
  } catch {
    return {};
  }
}

function store_choices(choices: Partial<Choices>): void {
  try {
    localStorage.setItem(storage_key, JSON.stringify(choices));
  } catch {
    // A page opened from a file may have no storage: the choice then lasts as long as the page.
  }
}

function system_theme(): Theme {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function ReaderProvider({ model, children }: { model: Model; children: ComponentChildren }) {
  const [chosen, set_chosen] = useState<Partial<Choices>>(stored_choices);
  const [system, set_system] = useState(system_theme);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => set_system(system_theme());
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  const language = chosen.language ?? "ar";
  const digits = chosen.digits ?? "latin";
  const theme = chosen.theme ?? system;

  const root = document.documentElement;
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  root.dataset.theme = theme;

  const reader = useMemo<Reader>(() => {
    const manner = { language, digits };
    return {
      model, language, digits, theme, manner,
      rtl: language === "ar",
      t: (key) => strings[language][key],
      term: (set, value) => format_term(set, value, language),
      number: (value) => format_number(value, manner),
      count: (value, noun) => format_count(value, noun, manner),
      interval: (interval) => format_interval(interval, manner),
      date: (value, with_weekday) => format_date(value, manner, with_weekday),
      choose: (choices) => {
        set_chosen((before) => {
          const after = { ...before, ...choices };
          store_choices(after);
          return after;
        });
      },
    };
  }, [model, language, digits, theme]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

import type { Digits } from "./base/format.ts";
import { use_reader } from "./reader.tsx";

function DigitsChoice() {
  const { t, digits, choose } = use_reader();
  const choices: [Digits, string][] = [["latin", t("digits_latin")], ["arab", t("digits_arab")]];
  return (
    <span class="choice" role="group" aria-label={t("digits")}>
      {choices.map(([value, text]) => (
        <button type="button" aria-pressed={digits === value} onClick={() => choose({ digits: value })}>{text}</button>
      ))}
    </span>
  );
}

/** The name of the page, the way home, and the reader's choices. */
export function Masthead({ many }: { many: boolean }) {
  const { t, language, theme, choose } = use_reader();
  const other_theme = theme === "dark" ? "light" : "dark";
  return (
    <header class="masthead">
      <a class="wordmark" href="#"><span lang="ar">إسناد</span> <span lang="en" dir="ltr">isnad</span></a>
      {many && <a class="home" href="#">{t("all_stories")}</a>}
      <div class="choices">
        <DigitsChoice />
        <button type="button" lang={t("other_language_code")} onClick={() => choose({ language: language === "ar" ? "en" : "ar" })}>
          {t("other_language")}
        </button>
        <button type="button" onClick={() => choose({ theme: other_theme })} aria-label={`${t("theme")}: ${t(`theme_${other_theme}`)}`}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M8 1.5A6.5 6.5 0 0 1 8 14.5Z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </header>
  );
}

export function Colophon() {
  const { t, model } = use_reader();
  const { version, data_sha256 } = model.data.isnad ?? {};
  return (
    <footer class="colophon">
      <bdi>{t("made_by")}{version && <> {version}</>}</bdi>
      {data_sha256 && <> · {t("data_hash")} <bdi dir="ltr">{data_sha256.slice(0, 12)}</bdi></>}
      {" · "}{t("offline")}
    </footer>
  );
}

// The page: reads the JSON object that stands in it, and shows the view that the address names.

import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Masthead, Colophon } from "./masthead.tsx";
import { ChartDefs } from "./chart/defs.tsx";
import { Model } from "./data/model.ts";
import { complete_data } from "./data/types.ts";
import { strings } from "./i18n.ts";
import { PeekProvider } from "./parts/peek.tsx";
import { PrintingProvider, use_print_events } from "./parts/printing.tsx";
import { ReaderProvider, use_reader } from "./reader.tsx";
import { ReportPage } from "./report/report.tsx";
import { use_route, type Route } from "./route.ts";
import { keep_place } from "./scroll.ts";
import { EmptyPage, MissingPage, StoriesPage } from "./stories.tsx";
import { StoryPage } from "./story/story.tsx";
import "./styles/page.css";

function View({ route }: { route: Route }) {
  const { model } = use_reader();
  const { stories } = model.data;
  if (route.view === "report") {
    const report = model.documents.get(route.id);
    return report ? <ReportPage document={report} span={route.span} /> : <MissingPage />;
  }
  if (stories.length === 0) return <EmptyPage />;
  const id = route.view === "story" ? route.id : stories.length === 1 ? stories[0].id : null;
  if (id === null) return <StoriesPage />;
  const view = model.story(id);
  return view ? <StoryPage view={view} section={route.view === "story" ? route.section : null} /> : <MissingPage />;
}

function view_title(model: Model, route: Route): string | null | undefined {
  const report = route.view === "report" ? model.documents.get(route.id) : undefined;
  if (report) return model.title(report);
  const { stories } = model.data;
  return (route.view === "story" ? stories.find(({ id }) => id === route.id) : stories.length === 1 ? stories[0] : undefined)?.title;
}

function Page() {
  const route = use_route();
  const printing = use_print_events();
  const { t, model, language } = use_reader();
  useEffect(keep_place, []);
  const first_route = useRef(route);
  useEffect(() => {
    // The link that was followed is gone with its view: the keyboard goes on from the new one.
    if (route !== first_route.current && document.activeElement === document.body) {
      document.getElementById("content")!.focus({ preventScroll: true });
    }
  }, [route]);
  document.title = `${view_title(model, route) || t("stories")} – ${language === "ar" ? "إسناد" : "isnad"}`;
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById("content")!.focus();
  };
  return (
    <PrintingProvider value={printing}><PeekProvider>
      <ChartDefs />
      <a class="skip" href="#content" onClick={skip}>{t("skip_to_content")}</a>
      <Masthead many={model.data.stories.length > 1} />
      <main id="content" tabIndex={-1}><View route={route} /></main>
      <Colophon />
    </PeekProvider></PrintingProvider>
  );
}

function Broken() {
  const { broken_title, broken_text } = strings.ar;
  return (
    <section class="empty">
      <h1>{broken_title}</h1>
      <p>{broken_text}</p>
      <p lang="en" dir="ltr">{strings.en.broken_text}</p>
    </section>
  );
}

function start(): void {
  const root = document.getElementById("page")!;
  let raw: unknown;
  try {
    raw = JSON.parse(document.getElementById("data")!.textContent!);
  } catch {
    render(<Broken />, root);
    return;
  }
  render(<ReaderProvider model={new Model(complete_data(raw))}><Page /></ReaderProvider>, root);
}

start();

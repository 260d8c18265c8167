// Where the reader was: a view reached by a link opens at its words, one returned to opens where it was left.

const keep_after_ms = 120;

/** Keeps the place in the history entry, so that going back finds it. */
export function keep_place(): () => void {
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => history.replaceState({ place: scrollY }, ""), keep_after_ms);
  };
  history.scrollRestoration = "manual";
  // A link followed before the place is kept must not take the place of the view left behind with it.
  const drop = () => clearTimeout(timer);
  addEventListener("scroll", keep, { passive: true });
  addEventListener("hashchange", drop);
  return () => {
    drop();
    removeEventListener("scroll", keep);
    removeEventListener("hashchange", drop);
  };
}

/** Scrolls to where the entry was left, else to `target`, else to the top. */
export function arrive(target: HTMLElement | null, block: ScrollLogicalPosition): void {
  const place: unknown = history.state?.place;
  if (typeof place === "number") scrollTo(0, place);
  else if (target) target.scrollIntoView({ block });
  else scrollTo(0, 0);
}

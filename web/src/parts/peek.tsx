// The citation that a mark shows on hover and focus: one box for the page, placed beside the mark that asked.

import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Evidence } from "../data/types.ts";
import { use_reader } from "../reader.tsx";
import { evidence_link } from "../route.ts";
import { Quote } from "./quote.tsx";

interface Peeked { anchor: Element; evidence: Evidence[]; pinned: boolean }
export interface PeekControl {
  show: (anchor: Element, evidence: Evidence[], pinned?: boolean) => void;
  hide_soon: () => void;
  hide: () => void;
}

const PeekContext = createContext<PeekControl>({ show: () => {}, hide_soon: () => {}, hide: () => {} });
export const use_peek = () => useContext(PeekContext);

const most_quotes = 5;
const gap = 8;
const least_height = 120;
const leave_delay_ms = 180;

export function PeekProvider({ children }: { children: ComponentChildren }) {
  const [peeked, set_peeked] = useState<Peeked | null>(null);
  const timer = useRef(0);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    set_peeked(null);
  }, []);
  const control = useMemo<PeekControl>(() => ({
    show(anchor, evidence, pinned = false) {
      clearTimeout(timer.current);
      set_peeked({ anchor, evidence, pinned });
    },
    hide_soon() {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => set_peeked((now) => (now?.pinned ? now : null)), leave_delay_ms);
    },
    hide,
  }), [hide]);
  useEffect(() => {
    addEventListener("hashchange", hide);
    return () => removeEventListener("hashchange", hide);
  }, [hide]);
  return (
    <PeekContext.Provider value={control}>
      {children}
      {peeked && <PeekBox {...peeked} stay={() => clearTimeout(timer.current)} leave={control.hide_soon} close={hide} />}
    </PeekContext.Provider>
  );
}

interface PeekBoxProps extends Peeked { stay: () => void; leave: () => void; close: () => void }

/** Below the anchor where there is room, else on the side that has more; never over the anchor, always within the window. */
function place_box(box: HTMLElement, anchor: Element): void {
  const target = anchor.getBoundingClientRect();
  box.style.maxHeight = "";
  const room_below = innerHeight - target.bottom - 2 * gap;
  const room_above = target.top - 2 * gap;
  const below = box.offsetHeight <= room_below || room_below >= room_above;
  box.style.maxHeight = `${Math.max(least_height, below ? room_below : room_above)}px`;
  const { offsetWidth: width, offsetHeight: height } = box;
  const top = below ? target.bottom + gap : Math.max(gap, target.top - gap - height);
  const middle = (target.left + target.right) / 2 - width / 2;
  box.style.top = `${top}px`;
  box.style.left = `${Math.max(gap, Math.min(innerWidth - width - gap, middle))}px`;
}

function PeekBox({ anchor, evidence, pinned, stay, leave, close }: PeekBoxProps) {
  const { t, number } = use_reader();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place_box(box.current!, anchor);
    if (pinned) box.current!.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  }, [anchor, evidence, pinned]);
  useEffect(() => {
    const on_key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      if (pinned) (anchor as HTMLElement).focus({ preventScroll: true });
      close();
    };
    const on_press = (event: Event) => {
      if (pinned && !box.current?.contains(event.target as Node)) close();
    };
    addEventListener("keydown", on_key);
    addEventListener("pointerdown", on_press);
    addEventListener("scroll", close, { passive: true });
    return () => {
      removeEventListener("keydown", on_key);
      removeEventListener("pointerdown", on_press);
      removeEventListener("scroll", close);
    };
  }, [anchor, pinned]);
  const hidden = evidence.length - most_quotes;
  return (
    <div class="peek" id="peek" role={pinned ? "dialog" : "tooltip"} aria-label={t("sources")} ref={box} onMouseEnter={stay} onMouseLeave={leave}>
      {evidence.slice(0, most_quotes).map((one) => (
        <a class="peek-item" href={evidence_link(one)} onClick={close}><Quote evidence={one} /></a>
      ))}
      {hidden > 0 && <p class="peek-more"><bdi dir="ltr">+{number(hidden)}</bdi></p>}
    </div>
  );
}

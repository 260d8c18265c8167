import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** The width of an element in pixels, followed as it changes; `initial` until it is known. */
export function use_width<T extends HTMLElement>(initial: number) {
  const ref = useRef<T>(null);
  const [width, set_width] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current!;
    const measure = () => set_width(Math.round(element.clientWidth) || initial);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

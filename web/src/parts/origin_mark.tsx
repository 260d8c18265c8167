// The mark of an origin: one of eight hues, then the same hues as ring, half and ring with a point.

import type { OriginView } from "../data/origins.ts";
import { hue_count } from "../data/origins.ts";

export function hue_class(origin: OriginView | null): string {
  return origin ? `hue-${origin.slot % hue_count}` : "hue-none";
}

interface DotProps { x: number; y: number; radius: number; origin: OriginView | null }

/** For use within an SVG. */
export function OriginDot({ x, y, radius, origin }: DotProps) {
  const pattern = origin ? Math.floor(origin.slot / hue_count) % 4 : 1;
  const ring = radius - 1;
  return (
    <g class={`dot ${hue_class(origin)}`} transform={`translate(${x} ${y})`}>
      <circle class="dot-ground" r={radius + 1} />
      {pattern === 0 && <circle class="dot-fill" r={radius} />}
      {pattern > 0 && <circle class="dot-ring" r={ring} />}
      {pattern === 2 && <path class="dot-fill" d={`M0 ${-ring}A${ring} ${ring} 0 0 1 0 ${ring}Z`} />}
      {pattern === 3 && <circle class="dot-fill" r={radius / 3} />}
    </g>
  );
}

/** For use in a line of text. */
export function OriginMark({ origin }: { origin: OriginView | null }) {
  return (
    <svg class="origin-mark" viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
      <OriginDot x={0} y={0} radius={4.5} origin={origin} />
    </svg>
  );
}

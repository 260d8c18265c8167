// A group's values over the time of publishing: a mark per figure, its hue the independent origin.
// Days run in reading direction; where values conflict, the bars at the end show the gap between them.

import { date_bands, is_vague, linear_scale, log_scale, log_ticks, opposed_values, round_ticks, step_path, value_domain, type Band, type Scale } from "../base/scale.ts";
import { format_short_day } from "../base/format.ts";
import { hue_count, type OriginView } from "../data/origins.ts";
import type { Evidence, Figure, Group, Interval } from "../data/types.ts";
import { cite_handlers } from "../parts/cite.tsx";
import { use_note } from "../parts/notes.tsx";
import { OriginDot, hue_class } from "../parts/origin_mark.tsx";
import { use_peek } from "../parts/peek.tsx";
import { use_reader } from "../reader.tsx";
import { use_width } from "./use_width.ts";

export interface ChartPoint { figure: Figure; evidence: Evidence; day: string; origin: OriginView | null; label: string }

const full_height = 168;
const flat_height = 96;
const tick_count = 3;
const top = 14;
const bottom = 34;
const axis_room = 52;
const end_room = 22;
const largest_radius = 6;
const smallest_radius = 3;

/** Whether all values are whole: half a person is no tick. */
function are_counts(points: ChartPoint[]): boolean {
  return points.every(({ figure: { min, max } }) => Number.isInteger(min ?? 0) && Number.isInteger(max ?? 0));
}

/** The ends of the one interval that all points share. */
function flat_ticks({ min, max }: Interval): number[] {
  return [...new Set([min, max].filter((end): end is number => end !== null))];
}

interface ChartProps { group: Group; points: ChartPoint[] }

export function GroupChart({ group, points }: ChartProps) {
  const reader = use_reader();
  const [ref, width] = use_width<HTMLDivElement>(560);
  // Values that are all the same make a flat line, which needs no height.
  const flat = points.every(({ figure }) => figure.min === points[0].figure.min && figure.max === points[0].figure.max);
  const height = flat ? flat_height : full_height;
  const domain = value_domain(points.map(({ figure }) => figure));
  const scale_of = domain.logarithmic ? log_scale : linear_scale;
  const y = scale_of(domain.low, domain.high, height - bottom, top);
  const ticks = flat ? flat_ticks(points[0].figure)
    : domain.logarithmic ? log_ticks(domain.low, domain.high) : round_ticks(domain.low, domain.high, tick_count, are_counts(points));
  const plot = Math.max(60, width - axis_room - end_room);
  const bands = date_bands(points, ({ day }) => day, plot);
  const radius = Math.max(smallest_radius, Math.min(largest_radius, (plot / (points.length + bands.length)) * 0.55));
  const x: Scale = (offset) => (reader.rtl ? width - axis_room - offset : axis_room + offset);
  const mirrored = (place: number) => (reader.rtl ? width - place : place);
  return (
    <div class="group-chart" ref={ref}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={reader.t("figures")}>
        {ticks.map((tick) => (
          <g class="tick">
            <line x1={x(0)} x2={x(plot)} y1={y(tick)} y2={y(tick)} />
            <text x={mirrored(axis_room - 8)} y={y(tick) + 4} text-anchor="end" direction={reader.rtl ? "rtl" : "ltr"}>
              {reader.number(tick)}
            </text>
          </g>
        ))}
        {group.relation === "revised" && <Steps bands={bands} x={x} y={y} />}
        {bands.map((band, index) => (
          <g class="band">
            {index > 0 && <line class="band-edge" x1={x(band.offset)} x2={x(band.offset)} y1={top} y2={height - bottom + 6} />}
            <text x={x(band.offset + band.width / 2)} y={height - bottom + 22} text-anchor="middle" direction={reader.rtl ? "rtl" : "ltr"}>
              {band.date ? format_short_day(band.date, reader.manner) : reader.t("no_date")}
            </text>
            {band.items.map((point, place) => (
              <PointMark point={point} x={x(place_in(band, place))} y={y} radius={radius} domain_low={domain.low} />
            ))}
          </g>
        ))}
        {domain.logarithmic && <text x={x(plot)} y={top - 4} text-anchor={"end"} direction={reader.rtl ? "rtl" : "ltr"}>{reader.t("log_axis")}</text>}
        {group.relation === "conflict" && <GapBars intervals={points.map(({ figure }) => figure)} x={mirrored(width - end_room / 2)} y={y} />}
      </svg>
    </div>
  );
}

function place_in(band: Band<ChartPoint>, place: number): number {
  return band.offset + (band.width * (place + 1)) / (band.items.length + 1);
}

/** The history of each origin that gives more than one figure: a revision is a step. */
function Steps({ bands, x, y }: { bands: Band<ChartPoint>[]; x: Scale; y: Scale }) {
  const lines = new Map<OriginView, [number, number][]>();
  for (const band of bands) {
    band.items.forEach(({ figure, origin }, place) => {
      const value = figure.min ?? figure.max;
      const known = figure.min === figure.max || figure.min === null || figure.max === null;
      if (!origin || value === null || !known) return;
      lines.set(origin, [...(lines.get(origin) ?? []), [x(place_in(band, place)), y(value)]]);
    });
  }
  return <>{[...lines].map(([origin, points]) => <path class={`steps ${hue_class(origin)}`} d={step_path(points)} />)}</>;
}

interface PointMarkProps { point: ChartPoint; x: number; y: Scale; radius: number; domain_low: number }

function PointMark({ point, x, y, radius, domain_low }: PointMarkProps) {
  const { figure, origin, evidence } = point;
  const peek = use_peek();
  const note = use_note([evidence]);
  const { min, max } = figure;
  const low = y(min ?? domain_low);
  const high = max === null ? Math.max(top - 8, low - 40) : y(max);
  const exact = min !== null && min === max;
  const mask = max === null ? "url(#mask-fade-up)" : min === null ? "url(#mask-fade-down)" : is_vague(figure) ? "url(#mask-hatch)" : undefined;
  // A range has no best point: its dot is drawn only where the hue alone does not tell the origin.
  const shows_point = exact || min === null || max === null || (origin !== null && origin.slot >= hue_count);
  const dot_y = exact || max === null ? low : min === null ? high : (low + high) / 2;
  return (
    <a class={`mark ${hue_class(origin)}`} aria-label={point.label} {...cite_handlers(peek, [evidence])}>
      <rect class="mark-target" x={x - 12} y={Math.min(high, dot_y - 12)} width={24} height={Math.max(24, low - high)} />
      {!exact && <rect class="mark-range" x={x - radius * 0.8} y={high} width={radius * 1.6} height={Math.max(4, low - high)} mask={mask} />}
      {!exact && min !== null && max !== null && (
        <path class="mark-ends" d={`M${x - radius - 1} ${low}h${2 * radius + 2}M${x - radius - 1} ${high}h${2 * radius + 2}`} />
      )}
      {shows_point && <OriginDot x={x} y={dot_y} radius={radius} origin={origin} />}
      {figure.approx && <text class="mark-about" x={x} y={dot_y - 11} text-anchor="middle">≈</text>}
      {note && <text class="mark-note" x={x} y={dot_y - 10} text-anchor="middle">{note}</text>}
    </a>
  );
}

/** What the figures leave apart: one bar for each run of values that can be true together, and the gap between. */
function GapBars({ intervals, x, y }: { intervals: Interval[]; x: number; y: Scale }) {
  const runs = opposed_values(intervals);
  if (runs.length < 2) return null;
  return (
    <g class="gap-bars" aria-hidden="true">
      {runs.map((run, index) => {
        const low = y(run.min ?? 0);
        const high = run.max === null ? top : y(run.max);
        const next = runs[index + 1];
        return (
          <>
            <rect class="gap-run" x={x - 3} y={Math.min(high, low - 2) + 1} width={6} height={Math.max(3, low - high - 2)} />
            {next && run.max !== null && next.min !== null && (
              <line class="gap-between" x1={x} x2={x} y1={y(run.max) - 4} y2={y(next.min) + 4} />
            )}
          </>
        );
      })}
    </g>
  );
}

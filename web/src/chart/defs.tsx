// Masks that all charts share: a fade for open ends, a hatch for vague words. Masks and not fills, so that hue stays free.

const stops = (
  <>
    <stop offset="0" stop-color="#fff" />
    <stop offset="1" stop-color="#fff" stop-opacity="0" />
  </>
);

function FadeMask({ name, x1, y1, x2, y2 }: { name: string; x1: number; y1: number; x2: number; y2: number }) {
  return (
    <>
      <linearGradient id={`gradient-${name}`} x1={x1} y1={y1} x2={x2} y2={y2}>{stops}</linearGradient>
      <mask id={`mask-${name}`} maskContentUnits="objectBoundingBox">
        <rect width="1" height="1" fill={`url(#gradient-${name})`} />
      </mask>
    </>
  );
}

export function ChartDefs() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <FadeMask name="fade-right" x1={0} y1={0} x2={1} y2={0} />
        <FadeMask name="fade-left" x1={1} y1={0} x2={0} y2={0} />
        <FadeMask name="fade-up" x1={0} y1={1} x2={0} y2={0} />
        <FadeMask name="fade-down" x1={0} y1={0} x2={0} y2={1} />
        <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.2" height="5" fill="#fff" />
        </pattern>
        <mask id="mask-hatch" maskUnits="userSpaceOnUse" x="-2000" y="-2000" width="6000" height="6000">
          <rect x="-2000" y="-2000" width="6000" height="6000" fill="url(#stripes)" />
        </mask>
      </defs>
    </svg>
  );
}

// The colours of reports and pictures, as custom properties that a theme may set, and the classes that pictures are drawn with.
// Blue and orange keep apart for every kind of colour vision and in grey print; none of them says anything alone.

const LIGHT = '--ss-ink: #1c1e21; --ss-paper: #fff; --ss-pale: #5d646b; --ss-line: #c9ced4; --ss-tint: #f4f6f8; --ss-good: #0a6b3d; --ss-bad: #b3261e; --ss-warn: #8a5a00; --ss-positive: #1f6cb0; --ss-negative: #c8661b; --ss-neutral: #a9b0b8;';
const DARK = '--ss-ink: #e4e7ea; --ss-paper: #16181b; --ss-pale: #a2aab3; --ss-line: #3d444c; --ss-tint: #1f2327; --ss-good: #5cc996; --ss-bad: #ff8a80; --ss-warn: #e6b450; --ss-positive: #62a8e5; --ss-negative: #e8954f; --ss-neutral: #6d757e;';
const PRINT = '--ss-ink: #000; --ss-paper: #fff; --ss-pale: #444; --ss-line: #999; --ss-tint: #fff; --ss-good: #0a6b3d; --ss-bad: #b3261e; --ss-warn: #8a5a00; --ss-positive: #1f6cb0; --ss-negative: #c8661b; --ss-neutral: #a9b0b8;';
const FORCED = '--ss-ink: CanvasText; --ss-paper: Canvas; --ss-pale: CanvasText; --ss-line: GrayText; --ss-tint: Canvas; --ss-good: CanvasText; --ss-bad: CanvasText; --ss-warn: CanvasText; --ss-positive: LinkText; --ss-negative: Highlight; --ss-neutral: GrayText;';

/** The default colours on `selector`: light, dark, printed, and those of a person who chose his or her own. */
export function colourCss(selector: string): string {
  return `${selector} { ${LIGHT} }
@media (prefers-color-scheme: dark) { ${selector} { ${DARK} } }
@media (forced-colors: active) { ${selector} { ${FORCED} } }
@media print { ${selector} { ${PRINT} } }
`;
}

export const figureCss = `.ss-figure { color: var(--ss-ink); font: 12px/1.2 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; forced-color-adjust: none; print-color-adjust: exact; }
.ss-figure text { fill: var(--ss-ink); }
.ss-figure .ss-small { font-size: 10.5px; }
.ss-figure .ss-strong { font-weight: 600; }
.ss-figure .ss-pale { fill: var(--ss-pale); }
.ss-figure .ss-rule { stroke: var(--ss-ink); stroke-width: 1; fill: none; }
.ss-figure .ss-grid { stroke: var(--ss-line); stroke-width: .75; stroke-opacity: .75; fill: none; }
.ss-figure .ss-zero { stroke: var(--ss-pale); stroke-width: 1; fill: none; }
.ss-figure .ss-dash { stroke: var(--ss-pale); stroke-width: 1.25; stroke-dasharray: 5 3; fill: none; }
.ss-figure .ss-dots { stroke: var(--ss-pale); stroke-width: 1.5; stroke-dasharray: .1 3.5; stroke-linecap: round; fill: none; }
.ss-figure .ss-curve { stroke: var(--ss-positive); stroke-width: 1.75; fill: none; }
.ss-figure .ss-span { stroke: var(--ss-positive); stroke-width: 1.75; fill: none; }
.ss-figure .ss-solid { fill: var(--ss-positive); stroke: var(--ss-positive); stroke-width: 1.5; }
.ss-figure .ss-hollow { fill: var(--ss-paper); stroke: var(--ss-positive); stroke-width: 1.5; }
.ss-figure .ss-against { fill: var(--ss-negative); stroke: var(--ss-negative); stroke-width: 1.5; }
.ss-figure .ss-high { fill: var(--ss-positive); }
.ss-figure .ss-low { fill: var(--ss-negative); }
.ss-figure .ss-middle { fill: var(--ss-neutral); }
.ss-figure .ss-halo { paint-order: stroke; stroke: var(--ss-paper); stroke-width: 3px; stroke-linejoin: round; }
.ss-figure .ss-cell { stroke: var(--ss-paper); stroke-width: 1.5; }
.ss-figure .ss-outline { fill: none; stroke: var(--ss-ink); stroke-width: 1.5; }
.ss-figure .ss-card { fill: var(--ss-tint); stroke: var(--ss-line); stroke-width: 1; }
.ss-figure .ss-goal { fill: var(--ss-paper); stroke: var(--ss-positive); stroke-width: 1.75; }
.ss-figure .ss-step { fill: var(--ss-paper); stroke: var(--ss-pale); stroke-width: 1; }
.ss-figure .ss-edge { stroke: var(--ss-pale); stroke-width: 1.25; fill: none; }
.ss-figure .ss-edge-dash { stroke: var(--ss-pale); stroke-width: 1.25; stroke-dasharray: 5 3; fill: none; }
.ss-figure .ss-tip { fill: var(--ss-pale); }
.ss-figure .ss-band { fill: var(--ss-positive); fill-opacity: .12; }
@media (forced-colors: active) { .ss-figure text { paint-order: stroke; stroke: Canvas; stroke-width: 3px; stroke-linejoin: round; } }
`;

/** A picture as a file of its own: the colours and classes stand inside it. */
export function standaloneSvg(svg: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace(/^(<svg[^>]*>)/u, (open) => `${open}<style>${colourCss('svg')}${figureCss}svg { background: var(--ss-paper); }</style>`)}\n`;
}

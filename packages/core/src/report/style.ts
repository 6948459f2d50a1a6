// How a report looks: the style sheet that stands in the HTML file itself.

export const reportCss = `:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --pale: #62686f; --line: #c9ced4; --good: #0a6b3d; --bad: #b3261e; --warn: #8a5a00; --tint: #f4f6f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --paper: #16181b; --pale: #9aa2ab; --line: #3d444c; --good: #5cc996; --bad: #ff8a80; --warn: #e6b450; --tint: #1f2327; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 16px/1.5 Charter, "Iowan Old Style", "Noto Serif", "Noto Serif CJK SC", "Songti SC", Georgia, serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
.subtitle, .notes, footer, .aside, .help { color: var(--pale); }
.subtitle { margin: 0; }
nav h2 { border: 0; margin: 1.4rem 0 .2rem; padding: 0; font-size: 1rem; }
nav ol { columns: 2 16rem; margin: 0; padding-left: 1.4rem; }
a { color: inherit; text-underline-offset: .15em; }
.table { margin: 1.2rem 0 2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); font-size: .9rem; min-width: 40%; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; padding: .2rem 0 .5rem; font-size: 1rem; }
th { font-weight: normal; text-align: left; }
th, td { padding: .16rem .7rem .16rem 0; vertical-align: baseline; }
thead tr:last-child > * { border-bottom: 1px solid var(--ink); vertical-align: bottom; }
thead th.number { text-align: right; max-width: 8rem; white-space: normal; hyphens: auto; }
th.group { text-align: center; border-bottom: 1px solid var(--line); padding-left: .4rem; }
td.number, th.number { text-align: right; white-space: nowrap; padding-left: .7rem; }
tbody td.number .after { display: inline-block; text-align: left; min-width: 4em; }
tbody td.number .after:empty { display: none; }
tr.part > * { border-top: 1px solid var(--line); }
.indent1 { padding-left: 1.1rem; } .indent2 { padding-left: 2.2rem; }
.emphasis { font-weight: 600; }
.muted { color: var(--pale); opacity: .75; }
.agrees .after { color: var(--good); } .differs .after { color: var(--bad); }
.notes { font-size: .85rem; margin: .5rem 0 0; max-width: 52rem; }
.note { padding: .5rem .8rem; border-left: 3px solid var(--line); background: var(--tint); margin: .6rem 0; }
.note.warning { border-color: var(--warn); } .note.error { border-color: var(--bad); } .note.good { border-color: var(--good); }
.help { display: block; font-size: .9rem; }
code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
:target { background: color-mix(in srgb, var(--warn) 25%, transparent); }
:focus-visible { outline: 2px solid var(--warn); outline-offset: 2px; }
footer { margin-top: 3rem; font-size: .85rem; }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { --ink: #000; --paper: #fff; --pale: #444; --line: #999; --tint: #fff; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  tr, .note, figure { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
}
`;

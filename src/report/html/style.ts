/**
 * The report's style sheet. What the program says is set without serifs, what a document says with them. Severities
 * differ in sign, word and weight before they differ in colour, so that they survive a black-and-white printer.
 */
export const STYLE = `
:root {
  --ink: #1c2127; --soft: #56606b; --line: #cfd5db; --faint: #eef1f4; --paper: #fff;
  --error: #9b1c1c; --warning: #7a4b00; --notice: #24527a; --mark: #fff0b3; --good: #1d6b3a;
  --bar-error: #a32626; --bar-warning: #d99b2b; --bar-notice: #9db8d2; --bar-due: #51708c;
  --sans: "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  --serif: "Times New Roman", Tinos, "Liberation Serif", "Noto Serif", serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 6rem; }
body { margin: 0 auto; padding: 2rem 2.5rem 4rem; max-width: 74rem; background: var(--paper); color: var(--ink);
  font: 400 0.9375rem/1.5 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, h4, p, dl, dd, ul, table { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; }
h2 { margin: 2.75rem 0 0.75rem; font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
h3 { font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
h4 { margin: 1.5rem 0 0.5rem; font-size: 0.9375rem; font-weight: 650; }
main > h3 { margin-top: 1.25rem; } h3 + .findings, h3 + .list, h3 + table { margin-top: 0.375rem; }
a { color: inherit; text-decoration-color: #9aa4ae; text-underline-offset: 0.15em; }
a:hover { text-decoration-color: currentColor; }
.soft { color: var(--soft); }
.small { font-size: 0.8125rem; line-height: 1.4; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: #a3abb3; }
.nowrap { white-space: nowrap; }
.masthead { padding-bottom: 1rem; border-bottom: 2px solid var(--ink); }
.masthead p { margin-top: 0.25rem; color: var(--soft); }
.contents { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.75rem; font-size: 0.875rem; }

.figures { display: flex; flex-wrap: wrap; margin-top: 1.25rem; }
.figures div { padding: 0 1.5rem 0.5rem 0; margin-right: 1.5rem; border-right: 1px solid var(--line); }
.figures div:last-child { border-right: 0; }
.figures dt { color: var(--soft); font-size: 0.8125rem; }
.figures dd { font-size: 1.5rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .alarm dd { color: var(--error); }
.aside { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin-top: 0.75rem; font-size: 0.875rem; }
.aside dt { color: var(--soft); }

table { width: 100%; border-collapse: collapse; font-size: 0.8125rem; line-height: 1.4; }
caption { padding-bottom: 0.25rem; text-align: left; color: var(--soft); }
.reading table { width: auto; min-width: 24rem; }
.reading p { margin-top: 0.5rem; }
th, td { padding: 0.3125rem 0.625rem 0.3125rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
tr.section td { padding-top: 0.75rem; font-weight: 600; }
tr.total td, tr.total th { font-weight: 650; border-top: 1.5px solid var(--ink); }
tr.group td { font-weight: 600; }
.wide { min-width: 14rem; }
.tasks { table-layout: fixed; } .tasks .who, .tasks .when { width: 23%; } .tasks .what { width: 16%; } .tasks .order { width: 3rem; }

.severity { white-space: nowrap; font-weight: 650; }
.severity::before { display: inline-block; margin-right: 0.3em; font-weight: 400; }
.error::before { content: "■"; } .warning::before { content: "▲"; } .notice::before { content: "○"; }
.error { color: var(--error); } .warning { color: var(--warning); } .notice { color: var(--notice); font-weight: 500; }
.failed { font-weight: 650; } .failed::before { content: "✕ "; }

.matrix { width: auto; min-width: 34rem; }
.matrix + .matrix { margin-top: 1.5rem; }
.matrix th, .matrix td { padding-right: 0.875rem; }
.matrix .unit { max-width: 9rem; text-align: right; font-weight: 500; }
.matrix.many .unit { padding: 0 0.375rem 0.375rem; height: 11rem; text-align: center; vertical-align: bottom; }
.matrix.many .unit > span { display: inline-block; max-height: 10.5rem; writing-mode: vertical-rl; transform: rotate(180deg); line-height: 1.2; text-align: left; }
.matrix.many .unit ~ .unit, .matrix td.unit { min-width: 2rem; }
.matrix.many td.unit { height: auto; padding: 0.3125rem 0.375rem; font-weight: 400; }

.plan { margin-top: 2.5rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
#plans + .plan { margin-top: 0.75rem; }
.plan > header { display: flex; gap: 1.5rem; justify-content: space-between; align-items: baseline; }
.plan .tally { white-space: nowrap; font-size: 0.875rem; }
.plan .tally .severity { margin-left: 0.875rem; }
.subject { margin-top: 0.125rem; font: 1.0625rem/1.45 var(--serif); }
.fields { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: 0.1875rem 1rem; margin-top: 0.75rem; font-size: 0.8125rem; line-height: 1.45; }
.fields dt { color: var(--soft); }
.fields .full { grid-column: 2 / -1; }
.note { margin: 0.75rem 0 0.5rem; padding: 0.375rem 0.75rem; border-left: 3px solid var(--ink); background: var(--faint); font-size: 0.875rem; }

.findings { list-style: none; padding: 0; border-top: 1px solid var(--line); }
.findings > li { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding: 0.625rem 0; border-bottom: 1px solid var(--line); }
.findings .message { font-weight: 600; }
.findings .place { display: block; font-weight: 400; font-size: 0.75rem; line-height: 1.5; color: var(--soft); }
.findings blockquote { margin: 0.3125rem 0; padding-left: 0.75rem; border-left: 2px solid var(--line); font: 1rem/1.5 var(--serif); }
mark { background: var(--mark); color: inherit; font-weight: 700; text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: 0.2em; }
.because { display: grid; grid-template-columns: 5rem 1fr; gap: 0.0625rem 0.5rem; font-size: 0.8125rem; line-height: 1.45; }
.because dt { color: var(--soft); }
.because .should { font-weight: 600; }
.rule { color: var(--soft); font-size: 0.75rem; line-height: 1.5; }

code { font: 0.9em/1 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
.change { display: block; font-size: 0.8125rem; } .change.new { font-weight: 650; } .change.new::before { content: "+ "; } .change.stayed { color: var(--soft); }
.cut { position: relative; display: inline-block; max-width: 100%; margin: 0.375rem 0; vertical-align: top; } .cut svg { position: absolute; inset: 0; width: 100%; height: 100%; } .cut rect { fill: none; stroke: var(--bar-error); stroke-width: 2; }
.cut img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); }
.apart .message { font-weight: 500; } .apart > summary { font-size: 0.875rem; }
.columns { columns: 2 22rem; }

.chart { margin: 1.25rem 0 1.75rem; } .chart figcaption { margin-bottom: 0.375rem; font-weight: 650; }
.chart svg { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { font: 400 13px/1 var(--sans); fill: var(--ink); } .chart .label { text-anchor: end; } .chart .axis { text-anchor: middle; fill: var(--soft); font-size: 12px; }
.chart .above { font-size: 10px; fill: var(--soft); }
.chart .count { font-weight: 600; font-variant-numeric: tabular-nums; }
.bar.error { fill: var(--bar-error); } .bar.warning { fill: var(--bar-warning); } .bar.notice { fill: var(--bar-notice); } .bar.due { fill: var(--bar-due); }
.grid { stroke: var(--line); stroke-width: 1; } .lane { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 3; }
.dot { fill: var(--bar-due); stroke: var(--paper); stroke-width: 1; } .dot.amiss { fill: var(--paper); stroke: var(--bar-error); stroke-width: 2.5; }
.issued { stroke: var(--ink); stroke-width: 2; fill: none; }
.key { margin-top: 0.375rem; font-size: 0.8125rem; color: var(--soft); } .key span { margin-left: 0.75rem; } .key span:first-child { margin-left: 0; }
.due-key { color: var(--bar-due); } .amiss-key { color: var(--paper); -webkit-text-stroke: 1.5px var(--bar-error); } .issued-key { color: var(--ink); font-weight: 700; }
.behind > summary { margin: 0.375rem 0 0; font-size: 0.8125rem; font-weight: 400; color: var(--soft); }

details > summary { margin: 1.25rem 0 0.375rem; cursor: pointer; font-weight: 650; }
details > summary .soft { font-weight: 400; }
.list { padding-left: 1.125rem; font-size: 0.8125rem; line-height: 1.5; }
.scroll { overflow-x: auto; }
.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; margin: 0 0 0.75rem; padding: 0.625rem 0; font-size: 0.875rem; position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); }
.filter input[type=search] { flex: 1 1 18rem; } .filter input[type=search], .filter select, .filter button { padding: 0.375rem 0.625rem; border: 1px solid #8b959f; border-radius: 3px; background: var(--paper); color: inherit; font: inherit; }
.filter select { max-width: 16rem; padding-right: 0.25rem; text-overflow: ellipsis; } .filter button { cursor: pointer; }
.filter label { display: inline-flex; gap: 0.375rem; align-items: center; white-space: nowrap; } .filter input[type=checkbox] { margin: 0; } .boxes { display: inline-flex; gap: 1rem; }
.filter :focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--notice); outline-offset: 1px; }
::highlight(found) { background: #cfe6ff; color: inherit; }
[hidden] { display: none !important; }
.end { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.8125rem; color: var(--soft); }

@media screen { .plan { content-visibility: auto; contain-intrinsic-size: auto 60rem; } }
@media screen and (max-width: 48rem) {
  .filter { position: static; }
  body { padding: 1rem; }
  .fields { grid-template-columns: max-content 1fr; }
  .findings > li { grid-template-columns: 1fr; }
  .plan > header { display: block; }
  .plan .tally .severity:first-child { margin-left: 0; }
}
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #56606b; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 17pt; } h2 { font-size: 12.5pt; margin-top: 16pt; } h3 { font-size: 11.5pt; }
  table, .fields, .because, .list, .small, .aside { font-size: 8.5pt; }
  .figures div { padding-right: 0.875rem; margin-right: 0.875rem; } .figures dd { font-size: 14pt; } .figures dt { font-size: 8pt; }
  .findings > li { grid-template-columns: 5.5rem 1fr; }
  th, td { padding-right: 0.5rem; }
  .findings blockquote { font-size: 10.5pt; }
  .matrix tbody th { min-width: 42mm; } .matrix td.unit, .matrix.many .unit ~ .unit { min-width: 0; } .matrix.many td.unit { padding: 0.3125rem 0.125rem; }
  .plans th[scope=row] { min-width: 30mm; } .plans td:nth-child(3) { min-width: 46mm; } .plans td, .plans th { padding-right: 0.375rem; }
  .plan { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  #plans { break-after: avoid; height: 0; margin: 0; overflow: hidden; visibility: hidden; }
  h2, h3, h4, summary, thead { break-after: avoid; }
  .findings > li, tr, .figures, .note { break-inside: avoid; }
  tr.section { break-after: avoid; } .matrix tr:nth-last-child(2) { break-after: avoid; }
  thead { display: table-header-group; }
  .filter, .contents, .back, .behind, summary::marker { display: none; content: ""; }
  .chart { break-inside: avoid; } .cut img { max-height: 45mm; max-width: 100%; width: auto; }
  :root { --bar-error: #222; --bar-warning: #8a8a8a; --bar-notice: #d5d5d5; --bar-due: #666; }
  .bar { stroke: #222; stroke-width: 0.5; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; height: auto; display: block; }
  .scroll { overflow: visible; }
  mark { background: none; }
  :root { --error: #000; --warning: #000; --notice: #000; --soft: #333; }
}
`;

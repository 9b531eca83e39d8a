import type { Bar } from '../charts/bars.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { SEVERITIES } from '../severity.js';
import { type Html, html } from './escape.js';
import { severityLabel } from './severity-label.js';

/** All lengths in the drawing's own units, of which 1000 are as wide as the page. */
const WIDTH = 1000;
const LABEL = 350;
const COUNT = 60;
const LINE = 17;
const GAP = 10;

/** What a text is wide, roughly, at 13 units of type without serifs: wide enough never to run over its place. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char === ' ' ? 3.8 : /\p{Lu}|[MmWw–…]/u.test(char) ? 9.6 : 7;
  return width;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = text;
  while (kept !== '' && widthOf(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** The text broken into at most `most` lines of a width; what doesn't fit ends in an ellipsis. */
export function labelLines(text: string, width = LABEL - 12, most = 2): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && (widthOf(`${last} ${word}`) <= width || lines.length === most))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => cut(line, width));
}

/** What a bar chart shows. */
export interface BarChart {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The head of the column of names in the table. */
  readonly head: string;
  readonly bars: readonly Bar[];
  readonly nameOf: (bar: Bar) => string;
}

/** Horizontal bars, each made of its severities, drawn as SVG, with the same figures as a table behind it. */
export function barChart({ id, title, description, head, bars, nameOf }: BarChart, language: Language): Html {
  const longest = Math.max(1, ...bars.map(({ total }) => total));
  const unit = (WIDTH - LABEL - COUNT) / longest;
  let top = 0;
  const rows = bars.map((bar) => {
    const lines = labelLines(nameOf(bar));
    const height = Math.max(1, lines.length) * LINE;
    const y = top + GAP / 2;
    top += height + GAP;
    let x = LABEL;
    const barTop = y + (height - LINE) / 2 + 1;
    const parts = SEVERITIES.map((severity) => {
      const count = bar.counts[severity];
      const from = x;
      x += count * unit;
      return (
        count > 0 &&
        html`<rect class="bar ${severity}" x="${from.toFixed(1)}" y="${barTop.toFixed(1)}" width="${Math.max(1, x - from - 1).toFixed(1)}" height="${LINE - 2}"><title>${nameOf(bar)}: ${formatNumber(count, language)} ${messages(language).severity[severity].toLocaleLowerCase('vi')}</title></rect>`
      );
    });
    return html`<g>${lines.map((line, index) => html`<text class="label" x="${LABEL - 10}" y="${(y + index * LINE + 13).toFixed(1)}">${line}</text>`)}${parts}<text class="count" x="${(x + 8).toFixed(1)}" y="${(barTop + 12).toFixed(1)}">${formatNumber(bar.total, language)}</text></g>
`;
  });
  return html`<figure class="chart" id="${id}">
<figcaption>${title}</figcaption>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${WIDTH} ${Math.max(LINE, top)}" preserveAspectRatio="xMinYMin meet"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${rows}</svg>
${figuresBehind(
  html`<table><thead><tr><th>${head}</th>${SEVERITIES.map((severity) => html`<th class="number">${severityLabel(severity, language)}</th>`)}<th class="number">${messages(language).matrix.total}</th></tr></thead><tbody>
${bars.map(
  (
    bar,
  ) => html`<tr><th scope="row">${nameOf(bar)}</th>${SEVERITIES.map((severity) => html`<td class="number">${formatNumber(bar.counts[severity], language)}</td>`)}<td class="number">${formatNumber(bar.total, language)}</td></tr>
`,
)}</tbody></table>`,
  language,
)}
</figure>
`;
}

/** The figures of a chart as a table, folded away. */
export function figuresBehind(table: Html, language: Language): Html {
  return html`<details class="behind"><summary>${messages(language).chart.asTable}</summary>${table}</details>`;
}

/**
 * Writes test/ingest/text/samples/*.txt anew: the sample plans as DOCX, printed to PDF by LibreOffice and flattened by
 * pdftotext (plain, -raw, -layout). Run by hand: `npx tsx test/ingest/text/build-samples.ts`; the tests read the files.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { HELD_OUT_PLANS, SAMPLE_PLANS, type SamplePlan, type SampleTable } from './sample-plans.js';

const FONT = 'Liberation Serif';

function cell(
  text: string,
  plan: SamplePlan,
  width: number,
  options: { head?: boolean; span?: number; rows?: number; middle?: boolean } = {},
): TableCell {
  const centered = options.head === true || options.middle === true;
  return new TableCell({
    width: { size: width * 90, type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    ...(options.rows === undefined ? {} : { rowSpan: options.rows }),
    verticalAlign: centered || plan.centered === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: centered ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [
            new TextRun({ text: line, bold: options.head === true, size: plan.size ?? 26, font: FONT }),
          ],
        }),
    ),
  });
}

function table(source: SampleTable, plan: SamplePlan): Table {
  const scale = plan.landscape === true ? 1.55 : 1;
  const widths = source.widths.map((w) => w * scale);
  const under = source.under;
  const head: TableRow[] = [];
  if (under === undefined)
    head.push(
      new TableRow({ children: source.head.map((t, i) => cell(t, plan, widths[i] ?? 10, { head: true })) }),
    );
  else {
    const first: TableCell[] = [];
    source.head.forEach((t, i) => {
      if (i === under.from)
        first.push(cell(under.title, plan, 30, { head: true, span: under.to - under.from }));
      else if (i < under.from || i >= under.to)
        first.push(cell(t, plan, widths[i] ?? 10, { head: true, rows: 2 }));
    });
    head.push(new TableRow({ children: first }));
    head.push(
      new TableRow({
        children: source.head
          .slice(under.from, under.to)
          .map((t, i) => cell(t, plan, widths[under.from + i] ?? 10, { head: true })),
      }),
    );
  }
  const rows = source.rows.map((row) =>
    row.length === 1
      ? new TableRow({ children: [cell(row[0] ?? '', plan, 100 * scale, { span: source.head.length })] })
      : new TableRow({ children: row.map((t, i) => cell(t, plan, widths[i] ?? 10, { middle: i === 0 })) }),
  );
  return new Table({
    columnWidths: widths.map((w) => Math.round(w * 90)),
    width: { size: 9000 * scale, type: WidthType.DXA },
    rows: [...head, ...rows],
  });
}

const paragraph = (text: string, plan: SamplePlan): Paragraph => {
  const title = text === 'KẾ HOẠCH';
  return new Paragraph({
    alignment: title ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { before: 80, after: 80 },
    indent: { firstLine: title ? 0 : 567 },
    children: [new TextRun({ text, size: plan.size ?? 26, font: FONT, bold: title })],
  });
};

function document(plan: SamplePlan): Document {
  const [first, ...others] = plan.tables.map((t) => table(t, plan));
  return new Document({
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 },
            size: {
              width: 11906,
              height: 16838,
              ...(plan.landscape === true ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
              }),
            ],
          }),
          first: new Header({ children: [] }),
        },
        footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
        children: [
          ...plan.before.map((t) => paragraph(t, plan)),
          ...(first === undefined ? [] : [first]),
          ...(plan.between ?? []).map((t) => paragraph(t, plan)),
          ...others,
          ...plan.after.map((t) => paragraph(t, plan)),
        ],
      },
    ],
  });
}

const samples = join(dirname(fileURLToPath(import.meta.url)), 'samples');
const work = mkdtempSync(join(tmpdir(), 'samples-'));
const plans = [...SAMPLE_PLANS, ...HELD_OUT_PLANS];
for (const plan of plans)
  writeFileSync(join(work, `${plan.name}.docx`), await Packer.toBuffer(document(plan)));
execFileSync('soffice', [
  '--headless',
  `-env:UserInstallation=file://${join(work, 'profile')}`,
  '--convert-to',
  'pdf',
  '--outdir',
  work,
  ...plans.map((plan) => join(work, `${plan.name}.docx`)),
]);
for (const plan of plans) {
  const pdf = join(work, `${plan.name}.pdf`);
  for (const [suffix, option] of [
    ['plain', []],
    ['raw', ['-raw']],
    ['layout', ['-layout']],
  ] as const) {
    const out = join(work, `${plan.name}.${suffix}.txt`);
    execFileSync('pdftotext', [...option, '-enc', 'UTF-8', pdf, out]);
    copyFileSync(out, join(samples, `${plan.name}.${suffix}.txt`));
  }
}

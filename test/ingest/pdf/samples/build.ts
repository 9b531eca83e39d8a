/**
 * Builds the sample PDFs beside this file: DOCX with the `docx` package, then LibreOffice, then qpdf for the locked one.
 * Run: npx tsx test/ingest/pdf/samples/build.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';

const FONT = 'Liberation Serif';
const MM = 56.7;

interface TextOptions {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
  readonly after?: number;
  readonly superscript?: string;
}

const text = (content: string, o: TextOptions = {}): Paragraph =>
  new Paragraph({
    alignment: o.align ?? AlignmentType.JUSTIFIED,
    ...(o.indent === false ? {} : { indent: { firstLine: Math.round(12.7 * MM) } }),
    spacing: { after: o.after ?? 120 },
    children: [
      new TextRun({
        text: content,
        font: FONT,
        size: (o.size ?? 14) * 2,
        bold: o.bold ?? false,
        italics: o.italics ?? false,
      }),
      ...(o.superscript === undefined
        ? []
        : [new TextRun({ text: o.superscript, font: FONT, size: (o.size ?? 14) * 2, superScript: true })]),
    ],
  });

const centered = (content: string, o: TextOptions = {}): Paragraph =>
  text(content, { ...o, align: AlignmentType.CENTER, indent: false, after: o.after ?? 0 });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

const sideBySide = (left: Paragraph[], right: Paragraph[], widths: [number, number]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, i) => new TableCell({ children, width: { size: widths[i] ?? 0, type: WidthType.DXA } }),
        ),
      }),
    ],
  });

interface CellOptions {
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly continues?: boolean;
  readonly bold?: boolean;
  readonly center?: boolean;
}
const cell = (content: string | readonly string[], width: number, o: CellOptions = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: o.center === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(o.columnSpan === undefined ? {} : { columnSpan: o.columnSpan }),
    ...(o.rowSpan === undefined ? {} : { rowSpan: o.rowSpan }),
    ...(o.continues === true ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
    children: (typeof content === 'string' ? [content] : content).map((line) =>
      text(line, {
        size: 12,
        indent: false,
        after: 0,
        bold: o.bold ?? false,
        align: o.center === true ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ),
  });

const WIDTHS = [600, 3400, 1700, 1700, 1900];
const table = (rows: TableRow[], widths: number[] = WIDTHS): Table =>
  new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows,
  });

const HEAD = ['TT', 'Nội dung công việc', 'Thời gian thực hiện', 'Chủ trì thực hiện', 'Kết quả'];
const headRow = (repeated: boolean): TableRow =>
  new TableRow({
    tableHeader: repeated,
    children: HEAD.map((h, i) => cell(h, WIDTHS[i] ?? 0, { bold: true, center: true })),
  });

const VERBS = ['Rà soát', 'Cập nhật', 'Xây dựng', 'Kiểm tra', 'Đánh giá', 'Phổ biến'];
const taskRow = (n: number, cantSplit: boolean): TableRow =>
  new TableRow({
    cantSplit,
    children: [
      cell(`${n}`, WIDTHS[0] ?? 0, { center: true }),
      cell(
        `${VERBS[n % VERBS.length]} quy trình nội bộ số ${n} và các biểu mẫu kèm theo cho phù hợp với quy định mới được ban hành trong năm`,
        WIDTHS[1] ?? 0,
      ),
      cell(`Trước ngày ${(n % 28) + 1}/${(n % 12) + 1}/2025`, WIDTHS[2] ?? 0),
      cell(['- Phòng Tổng hợp', `- Phòng Nghiệp vụ ${n}`], WIDTHS[3] ?? 0),
      cell(`Báo cáo số ${n} được phê duyệt`, WIDTHS[4] ?? 0),
    ],
  });

const SENTENCE =
  'Các phòng, đơn vị trực thuộc căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng kế hoạch chi tiết, phân công cán bộ theo dõi và tổ chức thực hiện bảo đảm chất lượng, đúng tiến độ. ';

const portrait = (children: ISectionOptions['children'], numbered = true): ISectionOptions => ({
  properties: {
    page: {
      margin: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM },
      size: { width: 11906, height: 16838 },
    },
    titlePage: numbered,
  },
  ...(numbered
    ? {
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 28 })],
              }),
            ],
          }),
          first: new Header({ children: [new Paragraph('')] }),
        },
      }
    : {}),
  children,
});

const landscape = (children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    page: {
      margin: { top: 20 * MM, bottom: 15 * MM, left: 20 * MM, right: 20 * MM },
      size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
    },
  },
  children,
});

const head = (): Table =>
  sideBySide(
    [
      centered('ỦY BAN NHÂN DÂN TỈNH KIM SƠN', { size: 13 }),
      centered('SỞ NÔNG THÔN', { size: 13, bold: true }),
      centered('Số: 41/KH-SNT', { size: 13 }),
    ],
    [
      centered('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 13, bold: true }),
      centered('Độc lập - Tự do - Hạnh phúc', { size: 14, bold: true }),
      centered('Kim Sơn, ngày 14 tháng 02 năm 2025', { size: 14, italics: true }),
    ],
    [4000, 5355],
  );

const signature = (): Table =>
  sideBySide(
    [
      text('Nơi nhận:', { bold: true, italics: true, size: 12, indent: false, after: 0 }),
      ...[
        '- UBND tỉnh (để báo cáo);',
        '- Giám đốc, các Phó Giám đốc;',
        '- Các phòng thuộc Sở;',
        '- Lưu: VT, VP.',
      ].map((line) => text(line, { size: 11, indent: false, after: 0 })),
    ],
    [
      centered('KT. GIÁM ĐỐC', { bold: true }),
      centered('PHÓ GIÁM ĐỐC', { bold: true }),
      centered(''),
      centered(''),
      centered(''),
      centered('Lê Thị Bích Hạnh', { bold: true }),
    ],
    [4700, 4655],
  );

const plan = (): ISectionOptions[] => [
  portrait([
    head(),
    text('', { after: 0 }),
    centered('KẾ HOẠCH', { bold: true }),
    centered('Áp dụng, duy trì hệ thống quản lý chất lượng', { bold: true }),
    centered('của Sở Nông thôn năm 2025', { bold: true, after: 240 }),
    text(
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng vào hoạt động của các cơ quan, tổ chức;',
    ),
    text('Căn cứ Công văn số 77/SNT-VP ngày 02/01/2025 về việc lập kế hoạch,'),
    text('Sở Nông thôn ban hành kế hoạch như sau:'),
    text('I. MỤC ĐÍCH, YÊU CẦU', { bold: true }),
    text('1. Mục đích', { bold: true }),
    text(`- ${SENTENCE.trim()}`),
    text('- Nâng cao nhận thức của công chức, viên chức và người lao động.', { superscript: '1' }),
    text('2. Yêu cầu', { bold: true }),
    ...[1, 2, 3, 4, 5, 6].map((n) => text(`${String.fromCharCode(96 + n)}) ${SENTENCE.repeat(3).trim()}`)),
    text('II. TỔ CHỨC THỰC HIỆN', { bold: true }),
    text(SENTENCE.repeat(2).trim()),
    text('Trên đây là Kế hoạch của Sở Nông thôn năm 2025./.'),
    signature(),
  ]),
  landscape([
    centered('PHỤ LỤC', { bold: true }),
    centered('(Kèm theo Kế hoạch số 41/KH-SNT ngày 14/02/2025)', { italics: true, after: 200 }),
    table(
      [
        new TableRow({
          tableHeader: true,
          children: [
            cell('TT', 700, { rowSpan: 2, bold: true, center: true }),
            cell('Nội dung', 4600, { rowSpan: 2, bold: true, center: true }),
            cell('Phân công', 5000, { columnSpan: 2, bold: true, center: true }),
            cell('Thời gian', 2600, { rowSpan: 2, bold: true, center: true }),
          ],
        }),
        new TableRow({
          tableHeader: true,
          children: [
            cell('Chủ trì', 2500, { bold: true, center: true }),
            cell('Phối hợp', 2500, { bold: true, center: true }),
          ],
        }),
        new TableRow({
          children: [
            cell('I', 700, { bold: true, center: true }),
            cell('Công tác chỉ đạo', 12200, { columnSpan: 4, bold: true }),
          ],
        }),
        new TableRow({
          children: [
            cell('1', 700, { rowSpan: 2, center: true }),
            cell('Kiện toàn Ban chỉ đạo', 4600),
            cell('Văn phòng', 2500, { rowSpan: 2 }),
            cell('Các phòng', 2500),
            cell('Quý I', 2600),
          ],
        }),
        new TableRow({
          children: [cell('Phân công nhiệm vụ', 4600), cell('Tổ thư ký', 2500), cell('Quý II', 2600)],
        }),
        new TableRow({
          children: [
            cell('2', 700, { center: true }),
            cell('Đánh giá nội bộ', 4600),
            cell(['- Tổ thư ký', '- Văn phòng'], 2500),
            cell('', 2500),
            cell('Tháng 9', 2600),
          ],
        }),
      ],
      [700, 4600, 2500, 2500, 2600],
    ),
  ]),
];

const longTable = (repeated: boolean, cantSplit: boolean): ISectionOptions[] => [
  portrait([
    centered('BẢNG PHÂN CÔNG', { bold: true, after: 200 }),
    table([headRow(repeated), ...Array.from({ length: 34 }, (_, i) => taskRow(i + 1, cantSplit))]),
    text('Bảng này là một phần của kế hoạch.'),
  ]),
];

const LONG_CELL = Array.from(
  { length: 40 },
  (_, i) => `bước thứ ${i + 1} thì các phòng gửi số liệu về Tổ thư ký tổng hợp`,
).join(', ');

const splitRow = (): ISectionOptions[] => [
  portrait([
    table([
      headRow(false),
      ...[1, 2, 3].map((n) => taskRow(n, true)),
      new TableRow({
        children: [
          cell('4', WIDTHS[0] ?? 0, { center: true }),
          cell(`Thực hiện lần lượt: ${LONG_CELL}.`, WIDTHS[1] ?? 0),
          cell('Cả năm', WIDTHS[2] ?? 0),
          cell(['- Tổ thư ký'], WIDTHS[3] ?? 0),
          cell('Biên bản', WIDTHS[4] ?? 0),
        ],
      }),
      ...[5, 6].map((n) => taskRow(n, true)),
    ]),
  ]),
];

const borderless = (): ISectionOptions[] => [
  portrait([
    text(SENTENCE.trim()),
    new Table({
      width: { size: 9300, type: WidthType.DXA },
      columnWidths: WIDTHS,
      borders: NO_BORDERS,
      rows: [headRow(false), ...[1, 2, 3, 4].map((n) => taskRow(n, true))],
    }),
    text(SENTENCE.trim()),
  ]),
];

const folder = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'rasoat-samples-'));
const samples: Record<string, ISectionOptions[]> = {
  plan: plan(),
  'long-table-repeated-head': longTable(true, true),
  'long-table-plain': longTable(false, false),
  'split-row': splitRow(),
  borderless: borderless(),
};
for (const [name, sections] of Object.entries(samples)) {
  const docx = join(work, `${name}.docx`);
  writeFileSync(docx, await Packer.toBuffer(new Document({ sections })));
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(work, 'profile')}`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    docx,
  ]);
}
execFileSync('qpdf', [
  '--encrypt',
  'secret',
  'owner',
  '256',
  '--',
  join(folder, 'split-row.pdf'),
  join(folder, 'encrypted.pdf'),
]);

import type { Span } from '../../../document/span.js';
import type { DocxTextMap, MappedPiece } from '../../../ingest/docx/text-map.js';
import { indexXml } from '../../../ingest/docx/xml-index.js';
import type { PlanRecord } from '../../../record/plan-record.js';
import { editZip } from '../docx/edit-zip.js';
import { escapeXml } from '../docx/xml-text.js';

const MAIN = 'word/document.xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const APPLICATION = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
/** An archive without entries: its end record alone. */
const EMPTY_ARCHIVE = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
/** A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: 20, 15, 20, 30 mm; in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
const STYLES = `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

type Look = 'title' | 'heading' | 'body';
const LONGEST_HEADING = 100;
/** Between the margins, in twentieths of a point. */
const TEXT_WIDTH = 9354;

/** A DOCX of a record's text, with the way from the text to its elements. */
export interface TextDocument {
  readonly bytes: Uint8Array;
  readonly map: DocxTextMap;
}

interface Line {
  readonly span: Span;
  /** Cells of a table row; one for a paragraph. */
  readonly cells: readonly Span[];
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const cells: Span[] = [];
    let start = at;
    for (const cell of line.split('\t')) {
      cells.push({ start, end: start + cell.length });
      start += cell.length + 1;
    }
    lines.push({ span: { start: at, end: at + line.length }, cells });
    at += line.length + 1;
  }
  return lines;
}

/** Widths of a table's columns: by their longest cells, long ones less than in proportion. */
function columnWidths(rows: readonly Line[], columns: number): readonly number[] {
  const weights = Array.from({ length: columns }, (_, column) => {
    const lengthOf = ({ cells }: Line): number => (cells[column]?.end ?? 0) - (cells[column]?.start ?? 0);
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row)), 0);
    return Math.sqrt(Math.min(400, Math.max(4, longest)));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / all));
}

/** Writes the document and takes down which text went into which `w:t`. */
class Writer {
  readonly pieces: { span: Span; text: number }[] = [];
  readonly #record: PlanRecord;
  #texts = 0;

  constructor(record: PlanRecord) {
    this.#record = record;
  }

  body(): string {
    const lines = linesOf(this.#record.text);
    let xml = '';
    for (let from = 0; from < lines.length; ) {
      let to = from + 1;
      const isRow = (at: number): boolean => (lines[at]?.cells.length ?? 1) > 1;
      while (isRow(from) && isRow(to)) to++;
      const rows = lines.slice(from, to);
      xml += rows.length > 1 ? this.#table(rows) : rows.map((row) => this.#line(row)).join('');
      from = to;
    }
    return xml;
  }

  #run(span: Span, bold: boolean): string {
    if (span.start === span.end) return '';
    this.pieces.push({ span, text: this.#texts++ });
    const text = this.#record.text.slice(span.start, span.end).replace(LONE, '\uFFFD');
    return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  }

  #line({ span, cells }: Line): string {
    const look = this.#lookOf(span);
    const runs = cells.map((cell) => this.#run(cell, look !== 'body')).join('<w:r><w:tab/></w:r>');
    return `<w:p>${look === 'title' ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ''}${runs}</w:p>`;
  }

  /** Rows with fewer cells than others are filled up at their ends. */
  #table(rows: readonly Line[]): string {
    const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
    const widths = columnWidths(rows, columns);
    const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
    const borders = sides
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join('');
    const cell = (span: Span | undefined, column: number): string =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr><w:p>${span === undefined ? '' : this.#run(span, false)}</w:p></w:tc>`;
    const body = rows
      .map(({ cells }) => `<w:tr>${widths.map((_, column) => cell(cells[column], column)).join('')}</w:tr>`)
      .join('');
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${body}</w:tbl><w:p/>`;
  }

  #lookOf({ start, end }: Span): Look {
    const { header, outline } = this.#record;
    const holds = (place: { readonly span: Span } | undefined): boolean =>
      place !== undefined && start <= place.span.start && place.span.start < end;
    if (holds(header.places.documentType) || holds(header.places.subject)) return 'title';
    const isShort = end - start <= LONGEST_HEADING;
    return isShort && outline.some((entry) => entry.kind === 'heading' && holds(entry)) ? 'heading' : 'body';
  }
}

/** Sets a record's text as a Word document: a paragraph a line, a table where rows have cells. */
export function textDocument(record: PlanRecord): TextDocument {
  const writer = new Writer(record);
  const source = `${HEAD}<w:document xmlns:w="${W}"><w:body>${writer.body()}${SECTION}</w:body></w:document>`;
  const parts = new Map<string, string>([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${MAIN}" ContentType="${APPLICATION}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${APPLICATION}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${MAIN}"/></Relationships>`,
    ],
    [MAIN, source],
    ['word/styles.xml', `${HEAD}${STYLES}`],
    [
      'word/_rels/document.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ]);
  const bytes = editZip(EMPTY_ARCHIVE, new Map([...parts].map(([name, text]) => [name, Buffer.from(text)])));
  return { bytes, map: mapOf(record.text, source, writer.pieces) };
}

function mapOf(
  text: string,
  source: string,
  written: readonly { readonly span: Span; readonly text: number }[],
): DocxTextMap {
  const names = [...source.matchAll(/<([\w:]+)/gu)].map(([, name = '']) => name);
  const elements = indexXml(source, names);
  const texts = elements.flatMap(({ name }, index) => (name === 'w:t' ? [index] : []));
  const pieces = ({ start, end }: Span): readonly MappedPiece[] =>
    written
      .filter(({ span }) => Math.max(span.start, start) < Math.min(span.end, end))
      .map(({ span, text: order }) => {
        const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
        return {
          span: { start: from, end: to },
          part: MAIN,
          element: texts[order] ?? 0,
          from: from - span.start,
          to: to - span.start,
          exact: true,
        };
      });
  return { text, mainPart: MAIN, parts: new Map([[MAIN, { source, elements }]]), pieces };
}

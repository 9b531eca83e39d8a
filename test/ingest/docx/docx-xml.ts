import { createHash } from 'node:crypto';
import type { Block, Paragraph, SourceDocument, Table } from '../../../src/document/source-document.js';
import { readDocx } from '../../../src/ingest/docx/read-docx.js';
import { DEFAULT_LIMITS, type ReadLimits, type ReadOutcome } from '../../../src/ingest/read-outcome.js';
import { assertSpanLaws } from '../../span-laws.js';
import { type ZipEntry, zipOf } from './zip-writer.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** Parts of a package, each the inner XML of its root. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly footers?: Readonly<Record<string, string>>;
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
} as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const part = (root: string, inner: string): string => `${XML}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

/** The entries of a DOCX with these parts. */
export function entriesOf(parts: Parts): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  const relations: string[] = [];
  const add = (id: string, type: string, name: string, xml: string): void => {
    entries.push({ name: `word/${name}`, data: xml });
    relations.push(`<Relationship Id="${id}" Type="${R}/${type}" Target="${name}"/>`);
  };
  for (const [key, root] of Object.entries(ROOTS)) {
    const inner = parts[key as keyof typeof ROOTS];
    if (inner !== undefined) add(key, key, `${key}.xml`, part(root, inner));
  }
  for (const [id, inner] of Object.entries(parts.headers ?? {}))
    add(id, 'header', `${id}.xml`, part('hdr', inner));
  for (const [id, inner] of Object.entries(parts.footers ?? {}))
    add(id, 'footer', `${id}.xml`, part('ftr', inner));
  return [
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: part('document', `<w:body>${parts.body}</w:body>`) },
    {
      name: 'word/_rels/document.xml.rels',
      data: `${XML}<Relationships xmlns="${RELS}">${relations.join('')}</Relationships>`,
    },
    ...entries,
  ];
}

export const docxOf = (parts: Parts): Uint8Array => zipOf(entriesOf(parts));

/** Runs the reader over a package's bytes. */
export function outcomeOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadOutcome> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readDocx(
    { file: 'plan.docx', bytes, sha256 },
    { limits: { ...DEFAULT_LIMITS, ...limits }, onPage: () => {}, recognizer: null },
  );
}

/** Reads a package that must be readable; its span laws are checked. */
export async function documentOf(source: Parts | Uint8Array | string): Promise<SourceDocument> {
  const bytes =
    typeof source === 'string'
      ? docxOf({ body: source })
      : source instanceof Uint8Array
        ? source
        : docxOf(source);
  const outcome = await outcomeOf(bytes);
  if (outcome.kind === 'failed') throw new Error(`${outcome.reason}: ${outcome.detail}`);
  assertSpanLaws(outcome.document);
  return outcome.document;
}

export const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';
export const isTable = (block: Block): block is Table => block.kind === 'table';

/** Each paragraph's text. */
export function linesOf(document: SourceDocument): readonly string[] {
  return document.blocks
    .filter(isParagraph)
    .map((paragraph) => document.text.slice(paragraph.span.start, paragraph.span.end));
}

/** The first table's cells as text, by row. */
export function rowsOf(document: SourceDocument): readonly (readonly string[])[] {
  const table = tableOf(document);
  return table.rows.map((row) =>
    row.cells.map((cell) => document.text.slice(cell.span.start, cell.span.end)),
  );
}

export function tableOf(document: SourceDocument): Table {
  const table = document.blocks.find(isTable);
  if (table === undefined) throw new Error('no table was read');
  return table;
}

/** A paragraph of one run. `properties`: inner XML of its pPr; `run`: of the run's rPr. */
export function p(text: string, properties = '', run = ''): string {
  const content = text
    .split(/([\t\n])/u)
    .map((piece) =>
      piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${piece}</w:t>`,
    )
    .join('');
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${content}</w:r></w:p>`;
}

export const numbered = (text: string, numId: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A cell; `content` is text or paragraphs. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((c) => (c.startsWith('<w:tc>') ? c : tc(c))).join('')}</w:tr>`;

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
export const BORDERS = `<w:tblBorders>${SIDES.map((s) => `<w:${s} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>`;

export const tbl = (rows: readonly string[], properties = BORDERS, widths: readonly number[] = []): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${widths
    .map((w) => `<w:gridCol w:w="${w}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;

/** An abstractNum with num of the same id. Levels: [numFmt, lvlText, more XML]. */
export function list(
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
): string {
  const xml = levels
    .map(
      ([format, text, more = ''], index) =>
        `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
    )
    .join('');
  return `<w:abstractNum w:abstractNumId="${id}">${xml}</w:abstractNum>`;
}
export const num = (id: number, abstractId = id, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;

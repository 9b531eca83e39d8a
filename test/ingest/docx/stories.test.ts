import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/document/source-document.js';
import { documentOf, isParagraph, list, num, numbered, p, tbl, tc, tr } from './docx-xml.js';

const layersOf = (document: SourceDocument): readonly (readonly [string, string])[] =>
  document.blocks
    .filter(isParagraph)
    .map(({ layer, span }) => [layer, document.text.slice(span.start, span.end)] as const);

const reference = (kind: 'header' | 'footer', id: string, type = 'default'): string =>
  `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
const note = (kind: 'footnote' | 'endnote', id: number): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const box = (inner: string): string =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
  `${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>` +
  `${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe('headers and footers', () => {
  it('stand once each, in front of the body and at the end, without page numbers', async () => {
    const page = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>';
    const document = await documentOf({
      body:
        `<w:p><w:pPr><w:sectPr>${reference('header', 'h1')}${reference('footer', 'f1')}</w:sectPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>` +
        p('Hai') +
        `<w:sectPr>${reference('header', 'h2')}${reference('header', 'h3')}${reference('footer', 'f2')}</w:sectPr>`,
      headers: { h1: p('DỰ THẢO'), h2: p('DỰ THẢO'), h3: page + p('Phụ lục') },
      footers: { f1: page, f2: p('Chân trang') },
    });
    expect(layersOf(document)).toEqual([
      ['header', 'DỰ THẢO'],
      ['header', 'Phụ lục'],
      ['body', 'Một'],
      ['body', 'Hai'],
      ['footer', 'Chân trang'],
    ]);
  });

  it('of first and even pages count only where such pages are set apart', async () => {
    const headers = { h1: p('trang đầu'), h2: p('trang chẵn'), h3: p('thường') };
    const references =
      reference('header', 'h1', 'first') + reference('header', 'h2', 'even') + reference('header', 'h3');
    const off = await documentOf({ body: `${p('x')}<w:sectPr>${references}</w:sectPr>`, headers });
    expect(layersOf(off)).toEqual([
      ['header', 'thường'],
      ['body', 'x'],
    ]);
    const on = await documentOf({
      body: `${p('x')}<w:sectPr>${references}<w:titlePg/></w:sectPr>`,
      headers,
      settings: '<w:evenAndOddHeaders/>',
    });
    expect(layersOf(on)).toHaveLength(4);
  });

  it('give no table block and do not count into the numbers of the body', async () => {
    const document = await documentOf({
      numbering: list(1, [['decimal', '%1.']]) + num(1),
      body: `${numbered('thân', 1)}<w:sectPr>${reference('header', 'h1')}</w:sectPr>`,
      headers: { h1: numbered('đầu', 1) + tbl([tr(['TT', tc(p('a') + p('b'))])]) },
    });
    expect(layersOf(document)).toEqual([
      ['header', '1. đầu'],
      ['header', 'TT'],
      ['header', 'a'],
      ['header', 'b'],
      ['body', '1. thân'],
    ]);
  });
});

describe('footnotes and endnotes', () => {
  it('stand behind the body, in order of reference, each once', async () => {
    const document = await documentOf({
      body: `<w:p><w:r><w:t>Một</w:t></w:r>${note('endnote', 7)}${note('footnote', 3)}${note('footnote', 2)}${note('footnote', 3)}</w:p>`,
      footnotes: `<w:footnote w:id="-1" w:type="separator">${p('---')}</w:footnote><w:footnote w:id="2">${p('hai')}</w:footnote><w:footnote w:id="3">${p('ba')}</w:footnote>`,
      endnotes: `<w:endnote w:id="7">${p('cuối')}</w:endnote>`,
    });
    expect(layersOf(document)).toEqual([
      ['body', 'Một'],
      ['footnote', 'ba'],
      ['footnote', 'hai'],
      ['footnote', 'cuối'],
    ]);
  });
});

describe('text boxes', () => {
  it('are read once, behind the paragraph that anchors them', async () => {
    const document = await documentOf(
      `<w:p>${box(p('DỰ THẢO'))}<w:r><w:t>UBND TỈNH</w:t></w:r></w:p>${p('sau')}`,
    );
    expect(layersOf(document)).toEqual([
      ['body', 'UBND TỈNH'],
      ['textbox', 'DỰ THẢO'],
      ['body', 'sau'],
    ]);
  });

  it('in a cell belong to the cell', async () => {
    const document = await documentOf(
      tbl([tr(['TT', 'x']), tr(['1', tc(`<w:p><w:r><w:t>ô</w:t></w:r>${box(p('khung'))}</w:p>`)])]),
    );
    expect(document.text).toBe('TT\tx\n1\tô khung');
  });

  it('may stand in boxes', async () => {
    const document = await documentOf(
      `<w:p>${box(`<w:p>${box(p('trong'))}<w:r><w:t>ngoài</w:t></w:r></w:p>`)}</w:p>`,
    );
    expect(layersOf(document)).toEqual([
      ['textbox', 'ngoài'],
      ['textbox', 'trong'],
    ]);
  });
});

import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { SheetContent } from './sheet.js';

/** "A", "Z", "AA" for the 1-based number of a column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

const BEHIND_FILTER = /<(?:mergeCells|conditionalFormatting|pageMargins|pageSetup|drawing)\b|<\/worksheet>/u;
const MARGINS = /<pageMargins\b[^>]*\/>/u;
const ROOT = /<worksheet\b[^>]*>/u;

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/gu, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));

function definedNames(sheets: readonly SheetContent[]): string {
  const names = sheets.map((sheet, index) => {
    const name = `'${escapeXml(sheet.name.replaceAll("'", "''"))}'`;
    const filter = `${name}!$A$1:$${columnLetters(sheet.widths.length)}$${sheet.rows.length}`;
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filter}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`
    );
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/**
 * What the library doesn't write: filter buttons on the head of every sheet, the head repeated on every printed page,
 * and printing as wide as one page with narrow margins (inches). The order of elements follows ECMA-376 part 1, 18.3.1.99: sheetPr first,
 * autoFilter behind sheetData and before mergeCells and pageMargins.
 */
export function filteredHeads(sheets: readonly SheetContent[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => definedNames(sheets)),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const at = xml.search(BEHIND_FILTER);
            if (sheet === undefined || at < 0) return xml;
            const range = `A1:${columnLetters(sheet.widths.length)}${sheet.rows.length}`;
            return `${xml.slice(0, at)}<autoFilter ref="${range}"/>${xml.slice(at)}`
              .replace(ROOT, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
              .replace(
                MARGINS,
                '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
              )
              .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
          },
        },
      },
    },
  };
}

import { UnitsCsvError } from './units-csv-error.js';

/** A row of a CSV file with the 1-based line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
const DECODER = new TextDecoder('utf-8', { fatal: true });

/** The text of a UTF-8 file; throws with the line of the first byte that is none. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return DECODER.decode(bytes);
  } catch {
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
      const next = bytes.indexOf(0x0a, start);
      const end = next < 0 ? bytes.length : next + 1;
      try {
        DECODER.decode(bytes.subarray(start, end));
      } catch {
        break;
      }
      start = end;
    }
    throw new UnitsCsvError(file, line, { kind: 'not-utf8' });
  }
}

/** Of comma, semicolon and tab the one that stands most often in the first line; Excel writes each somewhere. */
function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/u));
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * The rows of a CSV file (RFC 4180, any of three separators, any line end, a byte order mark or none); lines without
 * any text are left out. Throws UnitsCsvError where it is no UTF-8 or a quote is not closed.
 */
export function csvRows(bytes: Uint8Array, file: string): readonly CsvRow[] {
  const text = decode(bytes, file).replace(/^\uFEFF/u, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) begun = line;
    if (text[at] === '"') {
      const { value, next } = quoted(text, at, file, line);
      line += value.split('\n').length - 1;
      cells.push(value);
      at = next;
      if (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
        throw new UnitsCsvError(file, line, { kind: 'behind-quote' });
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      // A separator at the very end opens one more, empty cell.
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue;
      cells.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    endRow();
  }
  return rows;
}

function quoted(text: string, from: number, file: string, line: number): { value: string; next: number } {
  let value = '';
  for (let at = from + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new UnitsCsvError(file, line, { kind: 'open-quote' });
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return { value, next: end + 1 };
    value += '"';
    at = end + 2;
  }
}

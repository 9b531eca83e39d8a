import { skipMarkup } from '../../../ingest/docx/xml-index.js';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Text for XML content and attributes; characters that XML can't hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function referenceText(name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? '';
  const hex = /^#x/iu.test(name);
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** An element's text with the way back: `offsets[i]` is where its i-th code unit stands; one more for its end. */
export interface SourceText {
  readonly text: string;
  readonly offsets: readonly number[];
  /** False where it holds comments or CDATA: then the source can't be cut at any offset. */
  readonly plain: boolean;
}

/** Reads the text content source[from..to), which holds no elements. */
export function sourceText(source: string, from: number, to: number): SourceText {
  let text = '';
  let plain = true;
  const offsets: number[] = [];
  const add = (piece: string, at: number): void => {
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    text += piece;
  };
  for (let at = from; at < to; ) {
    const char = source.charAt(at);
    if (char === '&') {
      const end = source.indexOf(';', at);
      add(referenceText(source.slice(at + 1, end)), at);
      at = end < 0 ? to : end + 1;
    } else if (char === '<') {
      plain = false;
      const end = skipMarkup(source, at);
      if (source.startsWith('<![CDATA[', at)) for (let i = at + 9; i < end - 3; i++) add(source.charAt(i), i);
      at = end < 0 ? to : end;
    } else {
      add(char, at);
      at++;
    }
  }
  offsets.push(to);
  return { text, offsets, plain };
}

import { PdfError } from './pdf-error.js';

interface At {
  /** Offsets in the bytes that it was read from; `end` excluded. */
  readonly start: number;
  readonly end: number;
}

/** A PDF object as written (ISO 32000-1, 7.3). Strings are kept as their place only. */
export type PdfValue =
  | ({ readonly kind: 'number'; readonly value: number } & At)
  | ({ readonly kind: 'name'; readonly value: string } & At)
  | ({ readonly kind: 'string' } & At)
  /** true, false, null, and words that are no objects ("obj", "stream", "R"). */
  | ({ readonly kind: 'word'; readonly value: string } & At)
  | ({ readonly kind: 'reference'; readonly number: number; readonly generation: number } & At)
  | ({ readonly kind: 'array'; readonly items: readonly PdfValue[] } & At)
  | PdfDictionary;

export type PdfDictionary = {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
} & At;

const MAX_NESTING = 200;
const WHITE: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER: ReadonlySet<number> = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)));
const [LESS, MORE, SLASH, PERCENT, OPEN, CLOSE, BACKSLASH] = [0x3c, 0x3e, 0x2f, 0x25, 0x28, 0x29, 0x5c];
const [ARRAY, ARRAY_END, BRACE, BRACE_END] = [0x5b, 0x5d, 0x7b, 0x7d];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;

/** Reads PDF objects from bytes, one behind the other. */
export class PdfSyntax {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next object. Throws a PdfError at the end of the bytes and for what is no object. */
  value(depth = 0): PdfValue {
    if (depth > MAX_NESTING) throw new PdfError('objects nest too deep');
    this.skipWhite();
    const start = this.at;
    const byte = this.bytes[start];
    if (byte === undefined) throw new PdfError('the file ends inside an object');
    if (byte === SLASH) return this.#name(start);
    if (byte === OPEN) return this.#string(start);
    if (byte === ARRAY) return this.#array(start, depth);
    if (byte === LESS)
      return this.bytes[start + 1] === LESS ? this.#dictionary(start, depth) : this.#hexString(start);
    if (byte === CLOSE || byte === MORE || byte === ARRAY_END || byte === BRACE || byte === BRACE_END)
      throw new PdfError(`unexpected byte ${byte} at ${start}`);
    return this.#plain(start);
  }

  /** Goes on to the next byte that is neither white space nor comment. */
  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === PERCENT) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at++;
      } else if (byte !== undefined && WHITE.has(byte)) this.at++;
      else return;
    }
  }

  #regular(): string {
    const start = this.at;
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (WHITE.has(byte) || DELIMITER.has(byte)) break;
      this.at++;
    }
    return this.bytes.toString('latin1', start, this.at);
  }

  #name(start: number): PdfValue {
    this.at++;
    const value = this.#regular().replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { kind: 'name', value, start, end: this.at };
  }

  #string(start: number): PdfValue {
    let open = 0;
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === BACKSLASH) this.at++;
      else if (byte === OPEN) open++;
      else if (byte === CLOSE && --open === 0) {
        this.at++;
        return { kind: 'string', start, end: this.at };
      }
    }
    throw new PdfError('a string does not end');
  }

  #hexString(start: number): PdfValue {
    const end = this.bytes.indexOf(MORE, start);
    if (end < 0) throw new PdfError('a string does not end');
    this.at = end + 1;
    return { kind: 'string', start, end: this.at };
  }

  #array(start: number, depth: number): PdfValue {
    this.at++;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === ARRAY_END) break;
      items.push(this.value(depth + 1));
    }
    this.at++;
    return { kind: 'array', items, start, end: this.at };
  }

  #dictionary(start: number, depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === MORE && this.bytes[this.at + 1] === MORE) break;
      const key = this.value(depth + 1);
      if (key.kind !== 'name') throw new PdfError(`a dictionary has a key that is no name at ${key.start}`);
      entries.set(key.value, this.value(depth + 1));
    }
    this.at += 2;
    return { kind: 'dictionary', entries, start, end: this.at };
  }

  /** A number, a reference ("12 0 R") or a word. */
  #plain(start: number): PdfValue {
    const text = this.#regular();
    const end = this.at;
    if (!NUMBER.test(text)) return { kind: 'word', value: text, start, end };
    if (/^\d+$/u.test(text)) {
      const ahead = this.bytes.toString('latin1', end, end + 24);
      const rest = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/u.exec(ahead);
      if (rest !== null) {
        this.at = end + rest[0].length;
        return {
          kind: 'reference',
          number: Number(text),
          generation: Number(rest[1]),
          start,
          end: this.at,
        };
      }
    }
    return { kind: 'number', value: Number(text), start, end };
  }
}

/** A dictionary's entry as a whole number; undefined where it is none. */
export function integerIn(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.entries.get(key);
  return value?.kind === 'number' && Number.isSafeInteger(value.value) ? value.value : undefined;
}

/** A dictionary's entry as a name; undefined where it is none. */
export function nameIn(dictionary: PdfDictionary, key: string): string | undefined {
  const value = dictionary.entries.get(key);
  return value?.kind === 'name' ? value.value : undefined;
}

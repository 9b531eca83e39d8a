import { createHash } from 'node:crypto';
import type { PdfFile } from './pdf-file.js';
import type { PdfValue } from './syntax.js';

interface Section {
  readonly number: number;
  readonly generation: number;
  readonly body: Buffer;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/**
 * Objects that are added behind a PDF's last byte (ISO 32000-1, 7.5.6): the file as it was stays at the start, byte for
 * byte. The new cross-reference section is of the kind that the file has.
 */
export class IncrementalUpdate {
  readonly #file: PdfFile;
  readonly #sections: Section[] = [];
  #next: number;

  constructor(file: PdfFile) {
    this.#file = file;
    const size = file.crossReference.trailer.entries.get('Size');
    let next = size?.kind === 'number' ? size.value : 0;
    for (const number of file.crossReference.places.keys()) next = Math.max(next, number + 1);
    this.#next = next;
  }

  /** Adds a new object and gives its number. */
  add(body: string | Buffer): number {
    const number = this.#next++;
    this.replace(number, 0, body);
    return number;
  }

  /** Writes an object anew. */
  replace(number: number, generation: number, body: string | Buffer): void {
    this.#sections.push({ number, generation, body: typeof body === 'string' ? latin1(body) : body });
  }

  /** The file with everything added. */
  bytes(): Buffer {
    const { bytes, base, crossReference } = this.#file;
    const last = bytes.at(-1);
    const parts: Buffer[] = [bytes];
    if (last !== 10 && last !== 13) parts.push(latin1('\n'));
    let length = parts.reduce((sum, part) => sum + part.length, 0);
    const offsets = new Map<number, { readonly offset: number; readonly generation: number }>();
    for (const { number, generation, body } of this.#sections) {
      offsets.set(number, { offset: length - base, generation });
      const section = Buffer.concat([latin1(`${number} ${generation} obj\n`), body, latin1('\nendobj\n')]);
      parts.push(section);
      length += section.length;
    }
    const start = length - base;
    parts.push(crossReference.isStream ? this.#stream(offsets, start) : this.#table(offsets));
    parts.push(latin1(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(parts);
  }

  /** Entries of the trailer that go on, with the size, the way back and a new second half of the file's identifier. */
  #trailer(size: number): string {
    const { trailer, bytes, start } = this.#file.crossReference;
    const written = (value: PdfValue): string =>
      value.kind === 'reference'
        ? `${value.number} ${value.generation} R`
        : bytes.toString('latin1', value.start, value.end);
    const entries = [`/Size ${size}`];
    for (const key of ['Root', 'Info']) {
      const value = trailer.entries.get(key);
      if (value?.kind === 'reference') entries.push(`/${key} ${written(value)}`);
    }
    const id = this.#file.resolve(trailer.entries.get('ID'));
    const first = id.value.kind === 'array' ? id.value.items[0] : undefined;
    if (first?.kind === 'string')
      entries.push(`/ID [${id.bytes.toString('latin1', first.start, first.end)} <${this.#digest()}>]`);
    if (start !== null) entries.push(`/Prev ${start}`);
    return entries.join(' ');
  }

  #digest(): string {
    const hash = createHash('md5');
    for (const { body } of this.#sections) hash.update(body);
    return hash.digest('hex');
  }

  #table(offsets: ReadonlyMap<number, { readonly offset: number; readonly generation: number }>): Buffer {
    const numbers = [...offsets.keys()].sort((a, b) => a - b);
    const lines: string[] = ['xref'];
    for (let from = 0; from < numbers.length; ) {
      let to = from + 1;
      while (to < numbers.length && numbers[to] === (numbers[to - 1] ?? 0) + 1) to++;
      lines.push(`${numbers[from]} ${to - from}`);
      for (const number of numbers.slice(from, to)) {
        const { offset = 0, generation = 0 } = offsets.get(number) ?? {};
        lines.push(`${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n `);
      }
      from = to;
    }
    return latin1(`${lines.join('\n')}\ntrailer\n<< ${this.#trailer(this.#next)} >>\n`);
  }

  /** A stream that names the new objects; where the file's own cross-reference is lost, all objects. */
  #stream(
    offsets: ReadonlyMap<number, { readonly offset: number; readonly generation: number }>,
    start: number,
  ): Buffer {
    const own = this.#next;
    const entries = new Map<number, readonly [number, number, number]>();
    const { base, crossReference } = this.#file;
    if (crossReference.start === null) {
      entries.set(0, [0, 0, 65535]);
      for (const [number, place] of crossReference.places) {
        if (place.kind === 'plain') entries.set(number, [1, place.offset - base, place.generation]);
        else if (place.kind === 'packed')
          entries.set(number, [2, place.stream, this.#file.indexInStream(number, place.stream)]);
      }
    }
    for (const [number, { offset, generation }] of offsets) entries.set(number, [1, offset, generation]);
    entries.set(own, [1, start, 0]);
    const numbers = [...entries.keys()].sort((a, b) => a - b);
    const data = Buffer.alloc(numbers.length * 9);
    const index: number[] = [];
    for (const [i, number] of numbers.entries()) {
      const [type, second, third] = entries.get(number) ?? [0, 0, 0];
      data.writeUInt8(type, i * 9);
      data.writeUIntBE(second, i * 9 + 1, 6);
      data.writeUInt16BE(Math.min(third, 65535), i * 9 + 7);
      if (i > 0 && numbers[i - 1] === number - 1) index[index.length - 1] = (index.at(-1) ?? 0) + 1;
      else index.push(number, 1);
    }
    const head = `<< /Type /XRef /W [1 6 2] /Index [${index.join(' ')}] ${this.#trailer(own + 1)} /Length ${data.length} >>`;
    return Buffer.concat([latin1(`${own} 0 obj\n${head}\nstream\n`), data, latin1('\nendstream\nendobj\n')]);
  }
}

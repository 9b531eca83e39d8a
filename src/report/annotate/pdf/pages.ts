import type { PdfObject } from './object-stream.js';
import { PdfError } from './pdf-error.js';
import type { PdfFile } from './pdf-file.js';
import { nameIn, type PdfDictionary, type PdfValue } from './syntax.js';

/** A page with what it inherits (ISO 32000-1, 7.7.3). */
export interface PdfPage {
  readonly number: number;
  readonly generation: number;
  readonly dictionary: PdfDictionary;
  /** The bytes that the dictionary's places count in. */
  readonly bytes: Buffer;
  /** What is shown: [x0, y0, x1, y1] in user space. */
  readonly view: readonly [number, number, number, number];
  /** Degrees clockwise: 0, 90, 180, 270. */
  readonly rotate: number;
  readonly userUnit: number;
}

const MAX_PAGES = 20_000;
const MAX_DEPTH = 100;
/** What readers take where a page has no size: Letter. */
const DEFAULT_VIEW = [0, 0, 612, 792] as const;
type Rectangle = PdfPage['view'];

function rectangle(file: PdfFile, value: PdfValue | undefined): Rectangle | null {
  const { value: found } = file.resolve(value);
  if (found.kind !== 'array' || found.items.length < 4) return null;
  const numbers = found.items.slice(0, 4).map((item) => {
    const { value: number } = file.resolve(item);
    return number.kind === 'number' ? number.value : Number.NaN;
  });
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  if (numbers.some(Number.isNaN)) return null;
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}

function intersection(a: Rectangle, b: Rectangle): Rectangle {
  const box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ] as const;
  return box[2] > box[0] && box[3] > box[1] ? box : a;
}

function numberOf(file: PdfFile, value: PdfValue | undefined): number | null {
  const { value: found } = file.resolve(value);
  return found.kind === 'number' ? found.value : null;
}

interface Node {
  readonly reference: PdfValue;
  readonly depth: number;
  /** Nearest first. */
  readonly parents: readonly PdfDictionary[];
}

/** The pages in order. Throws a PdfError where their tree is broken. */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const root = file.root().entries.get('Pages');
  const open: Node[] = root === undefined ? [] : [{ reference: root, depth: 0, parents: [] }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { reference, depth, parents } = node;
    if (reference.kind !== 'reference') throw new PdfError('a page stands inside another object');
    if (seen.has(reference.number)) throw new PdfError('the tree of pages goes round in circles');
    seen.add(reference.number);
    if (depth > MAX_DEPTH || pages.length > MAX_PAGES) throw new PdfError('the tree of pages is too large');
    const object = file.resolve(reference);
    if (object.value.kind !== 'dictionary') throw new PdfError('a page is missing');
    const dictionary = object.value;
    const kids = file.resolve(dictionary.entries.get('Kids')).value;
    const isPage = nameIn(dictionary, 'Type') === 'Page' || kids.kind !== 'array';
    if (isPage) pages.push(page(file, reference, object, dictionary, parents));
    else
      for (const kid of [...kids.items].reverse())
        open.push({ reference: kid, depth: depth + 1, parents: [dictionary, ...parents] });
  }
  return pages;
}

function page(
  file: PdfFile,
  reference: Extract<PdfValue, { kind: 'reference' }>,
  { bytes }: PdfObject,
  dictionary: PdfDictionary,
  parents: readonly PdfDictionary[],
): PdfPage {
  const inherited = (key: string): PdfValue | undefined =>
    [dictionary, ...parents].find((one) => one.entries.has(key))?.entries.get(key);
  const media = rectangle(file, inherited('MediaBox')) ?? DEFAULT_VIEW;
  const crop = rectangle(file, inherited('CropBox')) ?? media;
  const turn = numberOf(file, inherited('Rotate')) ?? 0;
  const unit = numberOf(file, dictionary.entries.get('UserUnit')) ?? 1;
  const place = file.crossReference.places.get(reference.number);
  return {
    number: reference.number,
    generation: place?.kind === 'plain' ? place.generation : 0,
    dictionary,
    bytes,
    view: intersection(crop, media),
    rotate: turn % 90 === 0 ? ((turn % 360) + 360) % 360 : 0,
    userUnit: unit > 0 ? unit : 1,
  };
}

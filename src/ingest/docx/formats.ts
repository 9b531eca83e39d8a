import { encodingOfFont } from '../legacy/font-encoding.js';
import { childOf, integerOf, toggleOf, valOf, type XmlElement } from './xml-element.js';

export type Align = 'left' | 'center' | 'right' | 'justify';

/** What run properties say; undefined: nothing said here. `size` in points. */
export interface RunFormat {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** Shown in capitals whatever was typed. */
  readonly caps?: boolean;
  readonly hidden?: boolean;
  readonly font?: string;
}

/** A paragraph's numbering reference; either part may come from a style. */
export interface NumberReference {
  readonly numId?: string;
  readonly level?: number;
}

/** What paragraph properties say; undefined: nothing said here. */
export interface ParagraphFormat {
  readonly align?: Align;
  /** 0 to 8 for a heading, 9 for body text. */
  readonly outlineLevel?: number;
  readonly number?: NumberReference;
}

const ALIGNS: ReadonlyMap<string, Align> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
  ['thaiDistribute', 'justify'],
]);

/** Leaves out what is undefined, so that spreading one format over another keeps what the lower one says. */
function defined<T extends object>(format: T): T {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as T;
}

/** The run's font: that of its ASCII letters, but of the others where that is one of an old encoding. */
const fontOf = (ascii: string | undefined, others: string | undefined): string | undefined =>
  others !== undefined && encodingOfFont(others) !== null ? others : (ascii ?? others);

/** Reads a `w:rPr`. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  if (properties === undefined) return {};
  const halfPoints = integerOf(valOf(properties, 'w:sz'));
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return defined({
    bold: toggleOf(properties, 'w:b'),
    italic: toggleOf(properties, 'w:i'),
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    caps: toggleOf(properties, 'w:caps'),
    hidden: toggleOf(properties, 'w:vanish'),
    font: fontOf(fonts?.get('w:ascii'), fonts?.get('w:hAnsi')),
  });
}

/** Reads a `w:pPr`. */
export function readParagraphFormat(properties: XmlElement | undefined): ParagraphFormat {
  if (properties === undefined) return {};
  const numbering = childOf(properties, 'w:numPr');
  return defined({
    align: ALIGNS.get(valOf(properties, 'w:jc') ?? ''),
    outlineLevel: integerOf(valOf(properties, 'w:outlineLvl')),
    number:
      numbering === undefined
        ? undefined
        : defined({
            numId: valOf(numbering, 'w:numId'),
            level: integerOf(valOf(numbering, 'w:ilvl')),
          }),
  });
}

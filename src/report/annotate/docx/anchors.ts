import type { Span } from '../../../document/span.js';
import type { DocxTextMap, MappedPiece } from '../../../ingest/docx/text-map.js';
import { ElementTree } from './element-tree.js';
import type { TextPoint } from './run-cuts.js';

/** Where text that Word takes no notes in stands; the note goes to the body beside it. */
export type Aside = 'header' | 'footer' | 'footnote' | 'textbox' | 'picture';

/** A place in the body for a note: around words, or around a whole run. */
export type Anchor =
  | { readonly kind: 'words'; readonly from: TextPoint; readonly to: TextPoint }
  | { readonly kind: 'run'; readonly run: number; readonly aside: Aside }
  | {
      readonly kind: 'beside';
      readonly from: TextPoint;
      readonly to: TextPoint;
      readonly aside: Aside | null;
    };

const NOTE_PARTS: ReadonlyMap<string, string> = new Map([
  ['w:footnote', 'w:footnoteReference'],
  ['w:endnote', 'w:endnoteReference'],
]);

const PICTURES: ReadonlySet<string> = new Set(['pic:pic', 'v:imagedata']);

const idOf = (tag: string): string | undefined => /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1];

/** Finds the places in a DOCX's body for notes on spans of its text. */
export class Anchors {
  readonly #map: DocxTextMap;
  readonly #trees = new Map<string, ElementTree>();

  constructor(map: DocxTextMap) {
    this.#map = map;
    for (const [name, part] of map.parts) this.#trees.set(name, new ElementTree(part));
  }

  /** The elements of a part. Throws a RangeError for a part that was not read. */
  tree(part: string): ElementTree {
    const tree = this.#trees.get(part);
    if (tree === undefined) throw new RangeError(`no part ${part}`);
    return tree;
  }

  /**
   * Where a note on `span` goes. Word takes notes in the body only: what stands in a text box or a footnote is noted
   * at the run that it hangs on, what stands in a header or footer at the document's first words. In a document without
   * any words notes go to its first picture; null where there is none either.
   */
  anchor(span: Span): Anchor | null {
    const pieces = this.#map.pieces(span);
    const inBody = pieces.filter((piece) => this.#isBody(piece));
    if (inBody.length > 0) return { kind: 'words', ...this.#ends(inBody) };
    const aside = pieces[0];
    const run = aside === undefined ? null : this.#runBeside(aside);
    if (run !== null) return run;
    const near = aside === undefined ? this.#nearest(span.start) : this.#nearest(0);
    return near === null
      ? this.picture(1)
      : {
          kind: 'beside',
          ...this.#ends([near]),
          aside: aside === undefined ? null : this.#marginOf(aside),
        };
  }

  /** The run of the how-manieth picture of the body, of the first where there are not so many; null for none. */
  picture(number: number): Anchor | null {
    const tree = this.tree(this.#map.mainPart);
    const runs = new Set<number>();
    for (let i = 0; tree.at(i).name !== ''; i++) {
      if (!PICTURES.has(tree.at(i).name)) continue;
      const run = tree.ancestors(i).findLast((up) => tree.at(up).name === 'w:r');
      if (run !== undefined) runs.add(run);
    }
    const inOrder = [...runs];
    const run = inOrder[number - 1] ?? inOrder[0];
    return run === undefined ? null : { kind: 'run', run, aside: 'picture' };
  }

  #isBody({ part, element }: MappedPiece): boolean {
    return part === this.#map.mainPart && this.#boxOf(element) < 0;
  }

  /** The outermost text box around an element of the main part; -1 for none. */
  #boxOf(element: number): number {
    const tree = this.tree(this.#map.mainPart);
    return tree.ancestors(element).findLast((up) => tree.at(up).name === 'w:txbxContent') ?? -1;
  }

  /** From the first to the last of the pieces as they stand in the file: side-by-side text is read in another order. */
  #ends(pieces: readonly MappedPiece[]): { readonly from: TextPoint; readonly to: TextPoint } {
    const inFile = [...pieces].sort((a, b) => a.element - b.element || a.from - b.from);
    const [first, last] = [inFile[0], inFile.at(-1)];
    return {
      from: { element: first?.element ?? 0, offset: first?.from ?? 0 },
      to: { element: last?.element ?? 0, offset: last?.to ?? 0 },
    };
  }

  #runBeside({ part, element }: MappedPiece): Anchor | null {
    const { mainPart } = this.#map;
    const main = this.tree(mainPart);
    const runAround = (index: number): number | undefined =>
      main.ancestors(index).find((up) => main.at(up).name === 'w:r');
    if (part === mainPart) {
      const run = runAround(this.#boxOf(element));
      return run === undefined ? null : { kind: 'run', run, aside: 'textbox' };
    }
    const tree = this.tree(part);
    const note = tree.ancestors(element).find((up) => NOTE_PARTS.has(tree.at(up).name));
    if (note === undefined) return null;
    const id = idOf(tree.tag(note));
    const name = NOTE_PARTS.get(tree.at(note).name);
    const reference = main.find(
      (at) => at.name === name && idOf(main.source.slice(at.start, at.openEnd)) === id,
    );
    const run = reference < 0 || this.#boxOf(reference) >= 0 ? undefined : runAround(reference);
    return run === undefined ? null : { kind: 'run', run, aside: 'footnote' };
  }

  #marginOf({ part, element }: MappedPiece): Aside {
    const tree = this.tree(part);
    const root = tree.ancestors(element).at(-1) ?? 0;
    const name = tree.at(root).name;
    return name === 'w:ftr' ? 'footer' : name === 'w:hdr' ? 'header' : 'footnote';
  }

  /** The body's words at or behind `at`, else the last before it. */
  #nearest(at: number): MappedPiece | null {
    const { text } = this.#map;
    const bodyIn = (span: Span): readonly MappedPiece[] =>
      this.#map.pieces(span).filter((piece) => this.#isBody(piece));
    return bodyIn({ start: at, end: text.length })[0] ?? bodyIn({ start: 0, end: at }).at(-1) ?? null;
  }
}

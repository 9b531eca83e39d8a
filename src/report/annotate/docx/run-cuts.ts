import type { Span } from '../../../document/span.js';
import type { ElementTree } from './element-tree.js';
import type { SourceEdit } from './source-edits.js';
import { escapeXml, type SourceText, sourceText } from './xml-text.js';

/** In which order things stand between two characters: a change ends before a note ends before another begins. */
export const SLOTS = ['change-end', 'note-end', 'note-start', 'change-start'] as const;
export type Slot = (typeof SLOTS)[number];
type Slots = Map<Slot, string[]>;

/** A place between two characters of an element's text; 0 is before the first. */
export interface TextPoint {
  readonly element: number;
  readonly offset: number;
}

interface Cuts {
  readonly at: Map<number, Slots>;
  readonly deleted: Span[];
}

const textIn = (slots: Slots | undefined): string =>
  slots === undefined ? '' : SLOTS.flatMap((slot) => slots.get(slot) ?? []).join('');

function add(slots: Slots, slot: Slot, xml: string): void {
  slots.set(slot, [...(slots.get(slot) ?? []), xml]);
}

/** What carries text as a whole and stands beside runs. */
const WHOLE: ReadonlySet<string> = new Set(['m:oMath', 'm:oMathPara']);

/**
 * Puts markers and changes between the characters of a part's runs. Runs are cut where needed, both halves keeping
 * their format; what is not touched stays as it is.
 */
export class RunCuts {
  readonly #tree: ElementTree;
  readonly #texts = new Map<number, SourceText>();
  readonly #cuts = new Map<number, Cuts>();
  readonly #edges = new Map<number, { readonly before: Slots; readonly after: Slots }>();

  constructor(tree: ElementTree) {
    this.#tree = tree;
  }

  /** Whether the element's text can be cut between any two of its characters. */
  canCut(element: number): boolean {
    const { name, parent } = this.#tree.at(element);
    return name === 'w:t' && this.#tree.at(parent).name === 'w:r' && this.#textOf(element).plain;
  }

  /** Puts run-level XML at a place; text that can't be cut takes it at its nearer end. */
  mark(point: TextPoint, slot: Slot, xml: string): void {
    const { element, offset } = point;
    if (!this.canCut(element)) {
      const host = this.#hostOf(element);
      this.edge(host, offset === 0 || slot === 'note-start' ? 'before' : 'after', slot, xml);
      return;
    }
    const { at } = this.#cutsOf(element);
    const slots = at.get(offset) ?? new Map();
    at.set(offset, slots);
    add(slots, slot, xml);
  }

  /** Puts run-level XML before or behind a whole run. */
  edge(run: number, side: 'before' | 'after', slot: Slot, xml: string): void {
    const edges = this.#edges.get(run) ?? { before: new Map(), after: new Map() };
    this.#edges.set(run, edges);
    add(edges[side], slot, xml);
  }

  /** Marks element text [from, to) as deleted: `open` before it, `close` behind it. Must be cuttable, not empty. */
  delete(element: number, { start, end }: Span, open: string, close: string): void {
    this.#cutsOf(element).deleted.push({ start, end });
    this.mark({ element, offset: start }, 'change-start', open);
    this.mark({ element, offset: end }, 'change-end', close);
  }

  /** The run's opening tag with its format, to begin another run like it. */
  runHead(run: number): string {
    return this.#tree.tag(run).replace(/\s*\/>$/u, '>') + this.#formatOf(run);
  }

  /** All edits of the part, in document order. */
  edits(): readonly SourceEdit[] {
    const inner = new Map<number, SourceEdit[]>();
    for (const [element, cuts] of this.#cuts) this.#cut(element, cuts, inner);
    const runs = [...new Set([...this.#edges.keys(), ...inner.keys()])].sort((a, b) => a - b);
    return runs.flatMap((run) => {
      const { start, end } = this.#tree.at(run);
      const edges = this.#edges.get(run);
      return [
        { start, end: start, text: textIn(edges?.before) },
        ...(inner.get(run) ?? []).sort((a, b) => a.start - b.start),
        { start: end, end, text: textIn(edges?.after) },
      ].filter((edit) => edit.text !== '' || edit.end > edit.start);
    });
  }

  #textOf(element: number): SourceText {
    const { openEnd, closeStart } = this.#tree.at(element);
    const known = this.#texts.get(element) ?? sourceText(this.#tree.source, openEnd, closeStart);
    this.#texts.set(element, known);
    return known;
  }

  #cutsOf(element: number): Cuts {
    const cuts = this.#cuts.get(element) ?? { at: new Map(), deleted: [] };
    this.#cuts.set(element, cuts);
    return cuts;
  }

  /** The run or formula that an element stands in; the element itself where there is none. */
  #hostOf(element: number): number {
    const ups = this.#tree.ancestors(element);
    const paragraph = ups.findIndex((up) => this.#tree.at(up).name === 'w:p');
    const inParagraph = paragraph < 0 ? ups : ups.slice(0, paragraph);
    return (
      inParagraph.findLast((up) => WHOLE.has(this.#tree.at(up).name)) ??
      inParagraph.find((up) => this.#tree.at(up).name === 'w:r') ??
      element
    );
  }

  #formatOf(run: number): string {
    const format = this.#tree.children(run).find((child) => this.#tree.at(child).name === 'w:rPr');
    if (format === undefined) return '';
    const { start, end } = this.#tree.at(format);
    // A tracked change of format belongs to the run that it was made in.
    const changed = this.#tree
      .children(format)
      .map((child) => this.#tree.at(child))
      .find(({ name }) => name === 'w:rPrChange');
    const { source } = this.#tree;
    return changed === undefined
      ? source.slice(start, end)
      : source.slice(start, changed.start) + source.slice(changed.end, end);
  }

  /** Rewrites one text element with what stands between its characters. */
  #cut(element: number, { at, deleted }: Cuts, inner: Map<number, SourceEdit[]>): void {
    const { start, end, parent: run } = this.#tree.at(element);
    const { text, offsets } = this.#textOf(element);
    const siblings = this.#tree.children(run).filter((child) => this.#tree.at(child).name !== 'w:rPr');
    const w = this.#tree.prefix(run);
    const slots = outsideDeletions(at, deleted);
    const leave = (between: string): string => `</${w}r>${between}${this.runHead(run)}`;
    const between = (offset: number): string => textIn(slots.get(offset));
    const points = [...slots.keys()].filter((offset) => offset > 0 && offset < text.length);
    const isWhole = points.length === 0 && deleted.length === 0;
    const piece = (from: number, to: number): string => {
      if (isWhole) return this.#tree.source.slice(start, end);
      const gone = deleted.some((span) => span.start <= from && to <= span.end);
      const raw = this.#tree.source.slice(offsets[from] ?? 0, offsets[to] ?? 0);
      const name = gone ? 'delText' : 't';
      return `<${w}${name} xml:space="preserve">${raw}</${w}${name}>`;
    };
    const edgesOf = (side: 'before' | 'after', offset: number): string => {
      const atEnd = side === 'before' ? siblings[0] === element : siblings.at(-1) === element;
      if (between(offset) === '') return '';
      if (!atEnd) return leave(between(offset));
      for (const [slot, xml] of slots.get(offset) ?? [])
        for (const one of xml) this.edge(run, side, slot, one);
      return '';
    };
    const stops = [...points.sort((a, b) => a - b), text.length];
    let from = 0;
    let written = edgesOf('before', 0);
    for (const to of stops) {
      if (to > from) written += piece(from, to);
      written += to < text.length ? leave(between(to)) : edgesOf('after', to);
      from = to;
    }
    const edits = inner.get(run) ?? [];
    edits.push({ start, end, text: written });
    inner.set(run, edits);
  }
}

/** Notes that begin or end inside deleted text go around it, so that they stay when the change is accepted. */
function outsideDeletions(at: ReadonlyMap<number, Slots>, deleted: readonly Span[]): Map<number, Slots> {
  const moved = new Map<number, Slots>();
  for (const [offset, slots] of at) {
    const gone = deleted.find((span) => span.start < offset && offset < span.end);
    for (const [slot, xml] of slots) {
      const to = gone === undefined ? offset : slot === 'note-end' ? gone.end : gone.start;
      const there = moved.get(to) ?? new Map();
      moved.set(to, there);
      for (const one of xml) add(there, slot, one);
    }
  }
  return moved;
}

/** A run with text in it, in the format of `head`. */
export const textRun = (w: string, head: string, text: string): string =>
  `${head}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`;

import type { MappedPart } from '../../../ingest/docx/text-map.js';
import type { IndexedElement } from '../../../ingest/docx/xml-index.js';

const NONE: IndexedElement = {
  name: '',
  qualified: '',
  start: 0,
  openEnd: 0,
  closeStart: 0,
  end: 0,
  parent: -1,
};

/** Walks a part's elements, which are known by their index. */
export class ElementTree {
  readonly source: string;
  readonly #elements: readonly IndexedElement[];

  constructor({ source, elements }: MappedPart) {
    this.source = source;
    this.#elements = elements;
  }

  /** The element; one without name for an index that is none. */
  at(index: number): IndexedElement {
    return this.#elements[index] ?? NONE;
  }

  /** Indexes of the ancestors, nearest first. */
  ancestors(index: number): readonly number[] {
    const found: number[] = [];
    for (let up = this.at(index).parent; up >= 0; up = this.at(up).parent) found.push(up);
    return found;
  }

  /** Indexes of the children, in order. */
  children(index: number): readonly number[] {
    const { end } = this.at(index);
    const found: number[] = [];
    for (let i = index + 1; i < this.#elements.length && this.at(i).start < end; i++)
      if (this.at(i).parent === index) found.push(i);
    return found;
  }

  /** The first element that `wanted` accepts; -1 for none. */
  find(wanted: (element: IndexedElement) => boolean): number {
    return this.#elements.findIndex(wanted);
  }

  /** The opening tag. */
  tag(index: number): string {
    const { start, openEnd } = this.at(index);
    return this.source.slice(start, openEnd);
  }

  /** The prefix with its colon under which the file writes the element's namespace; "" for the default one. */
  prefix(index: number): string {
    const { qualified } = this.at(index);
    return qualified.slice(0, qualified.indexOf(':') + 1);
  }
}

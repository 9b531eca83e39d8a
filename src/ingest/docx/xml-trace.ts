import type { XmlElement } from './xml-element.js';

/** Where an element stands: the how-manieth element of which part, counted from 0 in document order. */
export interface TracedPlace {
  readonly part: string;
  readonly order: number;
}

/** A part's decoded source and the canonical names of its elements in document order. */
export interface TracedPart {
  readonly source: string;
  readonly names: readonly string[];
}

/** Takes down what the reader parses, so that its elements can be found again in the package. */
export class XmlTrace {
  readonly #parts = new Map<string, { readonly source: string; readonly names: string[] }>();
  readonly #places = new Map<XmlElement, TracedPlace>();
  #part = '';

  /** The parts that were parsed, by name. */
  get parts(): ReadonlyMap<string, TracedPart> {
    return this.#parts;
  }

  /** Parsing of a part begins. */
  begin(part: string, source: string): void {
    this.#part = part;
    this.#parts.set(part, { source, names: [] });
  }

  /** An element opens in the part begun last. */
  open(element: XmlElement): void {
    const names = this.#parts.get(this.#part)?.names ?? [];
    this.#places.set(element, { part: this.#part, order: names.length });
    names.push(element.name);
  }

  /** Where an element stands; undefined for one that was not parsed under this trace. */
  placeOf(element: XmlElement): TracedPlace | undefined {
    return this.#places.get(element);
  }
}

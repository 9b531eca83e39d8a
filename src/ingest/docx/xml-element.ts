import sax, { type QualifiedTag } from 'sax';
import { DocxProblem } from './docx-problem.js';
import { canonicalName } from './namespaces.js';
import type { XmlTrace } from './xml-trace.js';

/** An element with canonical names (see `canonicalName`). Text stands only where `TEXT_ELEMENTS` allow it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** White space between tags is no text of the document: only these elements hold any. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['w:t', 'w:instrText', 'm:t']);
/** Revision ids: on every paragraph and run, never needed. */
const IGNORED_ATTRIBUTE = /^w:rsid/u;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** About 300 bytes of heap each; a page of a plan has some 500. */
const MAX_ELEMENTS = 1_500_000;
const CHUNK = 1 << 16;
/** The parser compares each attribute with all before it; honest elements have a dozen. */
const MAX_ATTRIBUTES = 1_000;
/** The tree is walked by calls that nest as the elements do; beyond this the stack could run out. */
const STACK_SAFE_DEPTH = 1_000;

function decode(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocxProblem('broken', `The part ${part} is not valid ${encoding.toUpperCase()}.`);
  }
}

function attributesOf(tag: QualifiedTag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    const name = canonicalName(attribute.uri, attribute.local);
    if (!IGNORED_ATTRIBUTE.test(name)) attributes.set(name, attribute.value);
  }
  return attributes.size === 0 ? NO_ATTRIBUTES : attributes;
}

/**
 * Reads one XML part into elements, without recursion. `maxDepth`: nesting allowed (at most 1,000 whatever is asked
 * for). `trace` is told the part's source and its elements in order. Throws a DocxProblem for XML that is not
 * well-formed, has a DOCTYPE, nests too deep or has too many elements.
 */
export function parseXml(bytes: Uint8Array, part: string, maxDepth: number, trace?: XmlTrace): XmlElement {
  const depthLimit = Math.min(maxDepth, STACK_SAFE_DEPTH);
  const source = decode(bytes, part);
  trace?.begin(part, source);
  const parser = sax.parser(true, { xmlns: true });
  // Attribute values in drawings (o:gfxdata) are longer than the 64 KB it allows; the part itself is bounded.
  Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let problem: DocxProblem | null = null;
  const fail = (reason: 'broken' | 'too-large', detail: string): void => {
    problem ??= new DocxProblem(reason, detail);
  };
  parser.onerror = (error) =>
    fail(
      'broken',
      `The part ${part} is not well-formed XML: ${error.message.split('\n').slice(0, 2).join(', ')}.`,
    );
  parser.ondoctype = () =>
    fail('broken', `The part ${part} has a DOCTYPE, which no Office document may have.`);
  parser.onopentag = (tag) => {
    if (problem !== null) return;
    if (open.length >= depthLimit)
      return fail('broken', `The part ${part} nests elements deeper than ${depthLimit} levels.`);
    if (++count > MAX_ELEMENTS)
      return fail('too-large', `The part ${part} has over ${MAX_ELEMENTS} elements.`);
    const { uri, local } = tag as QualifiedTag;
    const element: OpenElement = {
      name: canonicalName(uri, local),
      attributes: attributesOf(tag as QualifiedTag),
      children: [],
      text: '',
    };
    trace?.open(element);
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = parser.oncdata = (text) => {
    const element = open.at(-1);
    if (element !== undefined && TEXT_ELEMENTS.has(element.name)) element.text += text;
  };
  const check = (): void => {
    if (problem !== null) throw problem;
  };
  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    // The open tag's attributes so far, which the parser's type does not tell.
    const attributes = (parser as { attribList?: readonly unknown[] }).attribList?.length ?? 0;
    if (attributes > MAX_ATTRIBUTES)
      fail('broken', `The part ${part} has an element with over ${MAX_ATTRIBUTES} attributes.`);
    check();
  }
  parser.close();
  check();
  if (root === null) throw new DocxProblem('broken', `The part ${part} is empty.`);
  return root;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The value of `w:val` on the first child of that name; undefined where either is missing. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val');
}

/** The whole number in an attribute; undefined where it is missing or none. Measures may carry a unit ("12pt"). */
export function integerOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A toggle such as `<w:b/>`: present without a value is on. Undefined where the child is missing. */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !/^(?:0|false|off|none)$/u.test(child.attributes.get('w:val') ?? 'true');
}

/** All elements below `element` that `wanted` accepts, in document order; what is found is not searched further. */
export function findAll(element: XmlElement, wanted: (e: XmlElement) => boolean): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...element.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (wanted(next)) found.push(next);
    else for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i] as XmlElement);
  }
  return found;
}

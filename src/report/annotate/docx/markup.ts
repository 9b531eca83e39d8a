import { AUTHOR, INITIALS } from '../annotation.js';
import type { ElementTree } from './element-tree.js';
import { escapeXml } from './xml-text.js';

/** Writes elements of the word-processing namespace as a part writes them. */
export interface Markup {
  /** The prefix with its colon; "" where the part binds it as the default namespace. */
  readonly w: string;
  /** An opening tag's name and attributes, without its end: `open('ins', { id: 3 })` -> `<w:ins w:id="3"`. */
  open(name: string, attributes?: Readonly<Record<string, string | number>>): string;
}

const BINDING = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/gu;
const WORD_NAMESPACE = /\/wordprocessingml\/(?:2006\/)?main$/u;

/** The namespace of word processing as a part's root binds it: ECMA-376 transitional or strict. */
export function wordNamespace(root: string): string {
  for (const [, , uri = ''] of root.matchAll(BINDING)) if (WORD_NAMESPACE.test(uri)) return uri;
  return 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
}

/** Markup under the prefix that an element of the namespace has. */
export function markupOf(prefix: string, namespace: string): Markup {
  const forAttributes = prefix || 'w:';
  const binding = prefix === '' ? ` xmlns:w="${namespace}"` : '';
  return {
    w: prefix,
    open: (name, attributes = {}) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${forAttributes}${key}="${escapeXml(String(value))}"`,
      );
      return `<${prefix}${name}${written.length > 0 ? binding : ''}${written.join('')}`;
    },
  };
}

/** Markup as the part that `element` stands in is written. */
export const markupAt = (tree: ElementTree, element: number): Markup =>
  markupOf(tree.prefix(element), wordNamespace(tree.tag(0)));

/** Attributes of who made a mark, and when. */
export const signedBy = (id: number, date: string): Readonly<Record<string, string | number>> => ({
  id,
  author: AUTHOR,
  date,
});

/** The signs of a note's beginning, and of its end with its reference. */
export function noteMarks(markup: Markup, id: number): { readonly start: string; readonly end: string } {
  const { w, open } = markup;
  return {
    start: `${open('commentRangeStart', { id })}/>`,
    end: `${open('commentRangeEnd', { id })}/>${open('r')}>${open('commentReference', { id })}/></${w}r>`,
  };
}

/** A line of a note: some of it bold, in a size of its own where it is less important. */
export interface NoteLine {
  readonly bold: string;
  readonly text: string;
  /** Half points. */
  readonly size: number;
}

/** A `w:comment`. Its look is its own, so that it needs no style of the document. */
export function comment(markup: Markup, id: number, date: string, lines: readonly NoteLine[]): string {
  const { w, open } = markup;
  const run = (text: string, size: number, bold: boolean): string => {
    if (text === '') return '';
    const format = `${open('rPr')}>${bold ? `${open('b')}/>` : `${open('b', { val: 0 })}/>`}${open('i', { val: 0 })}/>${open('color', { val: '000000' })}/>${open('sz', { val: size })}/>${open('szCs', { val: size })}/></${w}rPr>`;
    return `${open('r')}>${format}${open('t')} xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`;
  };
  const paragraph = ({ bold, text, size }: NoteLine): string =>
    `${open('p')}>${open('pPr')}>${open('spacing', { before: 0, after: 40, line: 240, lineRule: 'auto' })}/>${open('ind', { left: 0, right: 0, firstLine: 0 })}/>${open('jc', { val: 'left' })}/></${w}pPr>${run(bold, size, true)}${run(text, size, false)}</${w}p>`;
  return `${open('comment', { ...signedBy(id, date), initials: INITIALS })}>${lines.map(paragraph).join('')}</${w}comment>`;
}

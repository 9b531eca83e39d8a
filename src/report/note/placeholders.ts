import type { ElementTree } from '../annotate/docx/element-tree.js';
import { sourceText } from '../annotate/docx/xml-text.js';

/** A stretch of one `w:t` that belongs to a placeholder; offsets in the part's source. */
export interface PlaceholderPiece {
  readonly element: number;
  readonly start: number;
  readonly end: number;
}

/** `{{name}}` in a part. */
export interface Placeholder {
  readonly name: string;
  /** Index of its `w:p`; the how-manieth paragraph that is, from 1; and the paragraph's text. */
  readonly paragraph: number;
  readonly number: number;
  readonly text: string;
  readonly pieces: readonly PlaceholderPiece[];
}

/** The placeholders of a part; `broken`: the first place with braces that do not match. */
export interface Placeholders {
  readonly placeholders: readonly Placeholder[];
  readonly broken: Omit<Placeholder, 'pieces'> | null;
}

const MARK = /\{\{([^{}]*)\}\}/gu;
const SHOWN = 80;

interface ParagraphText {
  text: string;
  /** Of each character: its `w:t` and where it stands in the source. */
  readonly elements: number[];
  readonly offsets: number[];
  /** Behind each character. */
  readonly ends: number[];
}

function textOfParagraph(tree: ElementTree, texts: readonly number[]): ParagraphText {
  const all: ParagraphText = { text: '', elements: [], offsets: [], ends: [] };
  for (const element of texts) {
    const { openEnd, closeStart } = tree.at(element);
    const { text, offsets } = sourceText(tree.source, openEnd, closeStart);
    all.text += text;
    for (let i = 0; i < text.length; i++) {
      all.elements.push(element);
      all.offsets.push(offsets[i] ?? openEnd);
      all.ends.push(offsets[i + 1] ?? closeStart);
    }
  }
  return all;
}

function piecesOf({ elements, offsets, ends }: ParagraphText, from: number, to: number) {
  const pieces: { element: number; start: number; end: number }[] = [];
  for (let i = from; i < to; i++) {
    const element = elements[i] ?? 0;
    const last = pieces.at(-1);
    if (last?.element === element) last.end = ends[i] ?? last.end;
    else pieces.push({ element, start: offsets[i] ?? 0, end: ends[i] ?? 0 });
  }
  return pieces;
}

/** Finds the placeholders of a part, paragraph by paragraph. */
export function findPlaceholders(tree: ElementTree): Placeholders {
  const byParagraph = new Map<number, number[]>();
  let count = 0;
  const numbers = new Map<number, number>();
  for (let i = 0; tree.at(i).name !== ''; i++) {
    const { name } = tree.at(i);
    if (name === 'w:p') numbers.set(i, ++count);
    if (name !== 'w:t') continue;
    const paragraph = tree.ancestors(i).find((up) => tree.at(up).name === 'w:p');
    if (paragraph === undefined) continue;
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), i]);
  }
  const placeholders: Placeholder[] = [];
  let broken: Placeholders['broken'] = null;
  for (const [paragraph, texts] of byParagraph) {
    const all = textOfParagraph(tree, texts);
    const where = { paragraph, number: numbers.get(paragraph) ?? 0, text: all.text.slice(0, SHOWN) };
    for (const match of all.text.matchAll(MARK))
      placeholders.push({
        ...where,
        name: (match[1] ?? '').trim(),
        pieces: piecesOf(all, match.index, match.index + match[0].length),
      });
    const left = /\{\{[^{}]{0,40}|[^{}]{0,40}\}\}/u.exec(all.text.replace(MARK, ''))?.[0];
    if (left !== undefined) broken ??= { ...where, name: left };
  }
  return { placeholders, broken };
}

import { encodingOfFont } from '../legacy/font-encoding.js';
import { chosenBranch } from './alternate-content.js';
import { isPageField } from './fields.js';
import { type RunFormat, readRunFormat } from './formats.js';
import type { Piece, StoryBlock } from './story.js';
import type { StoryContext } from './story-context.js';
import { shownText, symbolOf } from './symbols.js';
import { childOf, valOf, type XmlElement } from './xml-element.js';

/** What a paragraph holds: its text as accepted, and the text boxes anchored in it. */
export interface InlineContent {
  readonly pieces: readonly Piece[];
  readonly boxes: readonly (readonly StoryBlock[])[];
}

/** Reads a text box's blocks; handed in because boxes hold paragraphs and paragraphs hold boxes. */
export type ReadBlocks = (container: XmlElement, context: StoryContext) => readonly StoryBlock[];

/** Properties, ruby annotations and deleted text: nothing of the paragraph's text stands in them. */
const SKIPPED: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:rt',
  'w:delText',
  'm:rPr',
  'm:ctrlPr',
]);

class InlineReader {
  readonly pieces: Piece[] = [];
  readonly boxes: (readonly StoryBlock[])[] = [];
  readonly #context: StoryContext;
  readonly #base: RunFormat;
  readonly #readBlocks: ReadBlocks;

  constructor(context: StoryContext, base: RunFormat, readBlocks: ReadBlocks) {
    this.#context = context;
    this.#base = base;
    this.#readBlocks = readBlocks;
  }

  children(element: XmlElement, format: RunFormat): void {
    for (const child of element.children) this.#read(child, format);
  }

  #read(element: XmlElement, format: RunFormat): void {
    const { met, fields } = this.#context;
    switch (element.name) {
      case 'w:r':
      case 'm:r':
        this.#run(element);
        return;
      case 'w:t':
      case 'm:t':
        this.#typed(element, format);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#divide({ kind: 'tab' });
        return;
      case 'w:br': {
        const type = element.attributes.get('w:type');
        this.#divide({ kind: 'break', page: type === 'page' || type === 'column' });
        return;
      }
      case 'w:cr':
        this.#divide({ kind: 'break', page: false });
        return;
      case 'w:noBreakHyphen':
        this.#text('-', format, element);
        return;
      case 'w:sym': {
        const { attributes } = element;
        const font = attributes.get('w:font') ?? '';
        this.#text(symbolOf(font, attributes.get('w:char') ?? ''), { ...format, font }, element);
        return;
      }
      case 'w:fldChar':
        fields.mark(element.attributes.get('w:fldCharType') ?? '');
        return;
      case 'w:instrText':
        fields.instruct(element.text);
        return;
      case 'w:fldSimple':
        if (!isPageField(element.attributes.get('w:instr') ?? '')) this.children(element, format);
        return;
      case 'w:ins':
      case 'w:moveTo':
        met.insertions++;
        this.children(element, format);
        return;
      case 'w:del':
      case 'w:moveFrom':
        met.deletions++;
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#context.noteReferences.push({
          kind: element.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: element.attributes.get('w:id') ?? '',
        });
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element);
        return;
      case 'mc:AlternateContent': {
        const branch = chosenBranch(element);
        if (branch !== undefined) this.children(branch, format);
        return;
      }
      default:
        if (!SKIPPED.has(element.name)) this.children(element, format);
    }
  }

  #run(run: XmlElement): void {
    const { styles, met } = this.#context;
    const properties = childOf(run, 'w:rPr');
    const format = {
      ...this.#base,
      ...styles.character(valOf(properties, 'w:rStyle')),
      ...readRunFormat(properties),
    };
    this.children(run, format);
    if (format.hidden === true) met.hiddenRuns++;
  }

  #typed(element: XmlElement, format: RunFormat): void {
    const { text } = element;
    const isLegacy = format.font !== undefined && encodingOfFont(format.font) !== null;
    this.#text(isLegacy ? text : shownText(text, format.font), format, element);
  }

  #text(text: string, format: RunFormat, source: XmlElement): void {
    const { fields, met } = this.#context;
    if (text === '' || fields.hides) return;
    if (format.hidden === true) {
      met.hiddenText += ` ${text}`;
      return;
    }
    this.pieces.push({
      kind: 'text',
      text,
      bold: format.bold ?? false,
      italic: format.italic ?? false,
      size: format.size ?? null,
      source,
      exact: text === source.text,
      ...(format.font === undefined ? {} : { font: format.font }),
      ...(format.caps === true ? { caps: true } : {}),
    });
  }

  #divide(piece: Piece): void {
    if (!this.#context.fields.hides) this.pieces.push(piece);
  }

  /** Boxes of text in a drawing, each once, and the count of its pictures. */
  #drawing(element: XmlElement): void {
    for (const child of element.children) {
      if (child.name === 'w:txbxContent')
        this.boxes.push(this.#readBlocks(child, this.#context.forTextBox()));
      else if (child.name === 'mc:AlternateContent') {
        const branch = chosenBranch(child);
        if (branch !== undefined) this.#drawing(branch);
      } else {
        if (child.name === 'pic:pic' || child.name === 'v:imagedata') this.#context.met.pictures++;
        this.#drawing(child);
      }
    }
  }
}

/**
 * Reads what stands in a paragraph, tracked changes accepted, page-number fields left out. `base`: the run format of
 * the paragraph's style.
 */
export function readInline(
  paragraph: XmlElement,
  context: StoryContext,
  base: RunFormat,
  readBlocks: ReadBlocks,
): InlineContent {
  const reader = new InlineReader(context, base, readBlocks);
  reader.children(paragraph, base);
  context.fields.endParagraph();
  return { pieces: reader.pieces, boxes: reader.boxes };
}

/** Fields whose result is no text of the document: it changes with the page it stands on. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/iu;

interface OpenField {
  code: string;
  inResult: boolean;
}

/** Whether a field with this instruction shows a page number or count. */
export const isPageField = (code: string): boolean => PAGE_FIELD.test(code);

/** The complex fields (`w:fldChar`) that are open at a place; they nest and may go on over paragraphs. */
export class FieldStack {
  readonly #open: OpenField[] = [];

  /** Whether text at this place is an instruction or a page number, not text of the document. */
  get hides(): boolean {
    return this.#open.some((field) => !field.inResult || isPageField(field.code));
  }

  /** Takes a `w:fldChar` of that type. */
  mark(type: string): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ code: '', inResult: false });
    else if (type === 'end') this.#open.pop();
    else if (type === 'separate' && last !== undefined) last.inResult = true;
  }

  /** Takes the text of a `w:instrText`. */
  instruct(text: string): void {
    const last = this.#open.at(-1);
    if (last !== undefined && !last.inResult) last.code += text;
  }

  /** A field that hides text does so within a paragraph: one never closed must not swallow what follows. */
  endParagraph(): void {
    while (this.hides) this.#open.pop();
  }
}

/** What is wrong with an office's own template. */
export type TemplateProblem =
  /** A placeholder that nothing fills. */
  | 'unknown-field'
  /** "{{" without "}}" or the other way round. */
  | 'open-braces'
  /** Placeholders of two lists in one row or paragraph. */
  | 'two-lists'
  /** No Word document that can be read. */
  | 'not-a-document';

/** Thrown for a template that can't be filled; says where it is wrong. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    readonly problem: TemplateProblem,
    /** The template's file as it was named. */
    readonly file: string,
    /** What stands there: the placeholder, or for a document that can't be read why. */
    readonly found: string,
    /** Part of the package and the paragraph in it, counted from 1; null where it is no document. */
    readonly place: { readonly part: string; readonly paragraph: number; readonly text: string } | null,
    /** Names that can stand there. */
    readonly known: readonly string[],
  ) {
    super(`${file}: ${problem}: ${found}`);
  }
}

/** Thrown inside this folder where a PDF can't be added to; `annotatePdf` turns it into an outcome. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

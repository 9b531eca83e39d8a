import { pdfFile, stream } from '../../../fixtures/build/image-pdf.js';

/** A PDF of one page that paints one picture. */
export interface ScanPdf {
  /** The picture's bytes as they are stored, and its dictionary's entries about them. */
  readonly bytes: Buffer;
  readonly picture: string;
  /** The page's content; the picture is /Im0. */
  readonly content: string;
  /** Width and height of its media box. */
  readonly size?: readonly [number, number];
  /** More entries of the page's dictionary. */
  readonly page?: string;
  /** More entries of its resources. */
  readonly resources?: string;
  /** Objects from number 6 on. */
  readonly more?: readonly Buffer[];
}

/** Writes it. */
export function scanPdf({
  bytes,
  picture,
  content,
  size = [600, 800],
  page = '',
  resources = '',
  more = [],
}: ScanPdf): Uint8Array {
  return new Uint8Array(
    pdfFile([
      Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
      Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] ${page} ` +
          `/Resources << /XObject << /Im0 5 0 R >> ${resources} >> /Contents 4 0 R >>`,
      ),
      stream('', Buffer.from(content)),
      stream(`/Type /XObject /Subtype /Image ${picture} `, bytes),
      ...more,
    ]),
  );
}

import type { AnnotationObjects } from './annotation-objects.js';
import type { IncrementalUpdate } from './incremental-update.js';
import type { PdfPage } from './pages.js';
import type { PdfFile } from './pdf-file.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The page's dictionary with `references` behind the annotations that it has; everything else as it is written. */
function pageWith(file: PdfFile, page: PdfPage, references: string): Buffer {
  const { dictionary, bytes } = page;
  const { start, end } = dictionary;
  const before = (to: number): Buffer => bytes.subarray(start, to);
  const own = dictionary.entries.get('Annots');
  if (own === undefined)
    return Buffer.concat([before(end - 2), latin1(` /Annots [${references}] `), latin1('>>')]);
  if (own.kind === 'array')
    return Buffer.concat([before(own.end - 1), latin1(` ${references}`), bytes.subarray(own.end - 1, end)]);
  const { value, bytes: source } = file.resolve(own);
  const listed = value.kind === 'array' ? source.subarray(value.start + 1, value.end - 1) : Buffer.alloc(0);
  return Buffer.concat([
    before(own.start),
    latin1('['),
    listed,
    latin1(` ${references}]`),
    bytes.subarray(own.end, end),
  ]);
}

/** Adds annotations to a page. Objects that the page refers to stay as they are. */
export function addAnnotations(
  file: PdfFile,
  page: PdfPage,
  annotations: readonly AnnotationObjects[],
  update: IncrementalUpdate,
): void {
  const numbers = annotations.map(({ appearance, annotation }) =>
    update.add(annotation(update.add(appearance))),
  );
  const references = numbers.map((number) => `${number} 0 R`).join(' ');
  update.replace(page.number, page.generation, pageWith(file, page, references));
}

/** Whether a document's text, or some of its pages', was recognized from pictures: it may have slips of the recognizer. */
export const wasRecognized = ({ method }: { readonly method: string }): boolean =>
  method === 'ocr' || method === 'mixed';

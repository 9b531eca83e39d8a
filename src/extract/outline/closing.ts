/** Whether a paragraph ends in "./.": the sign with which a document's body closes. */
export function closesBody(paragraph: string): boolean {
  const text = paragraph.trimEnd();
  return text.endsWith('./.') || text.endsWith('./');
}

/** source[start..end) becomes `text`. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source with the edits made; everything else stays as it is. Edits must not overlap; of those at one place the
 * one given first comes first. Throws a RangeError for overlapping ones.
 */
export function applyEdits(source: string, edits: readonly SourceEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  const parts: string[] = [];
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at) throw new RangeError(`edits overlap at ${edit.start}`);
    parts.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(source.slice(at));
  return parts.join('');
}

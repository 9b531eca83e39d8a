/**
 * The line of `source` with a marker under `column`, and a line before and behind, as compilers show it. Line and
 * column are 1-based; `length` is how many characters are marked.
 */
export function codeFrame(source: string, line: number, column: number, length = 1): string {
  const lines = source.trimEnd().split(/\r?\n/u);
  const first = Math.max(1, line - 1);
  const last = Math.max(line, Math.min(lines.length, line + 1));
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = (lines[number - 1] ?? '').replaceAll('\t', ' ').slice(0, 160);
    frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} │ ${text}`.trimEnd());
    if (number === line)
      frame.push(
        `  ${' '.repeat(gutter)} │ ${' '.repeat(column - 1)}^${'~'.repeat(Math.max(0, length - 1))}`,
      );
  }
  return frame.join('\n');
}

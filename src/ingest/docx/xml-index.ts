/** An element in its part's source, by offsets in UTF-16 code units: source[start..end) is the whole element. */
export interface IndexedElement {
  /** Canonical: "w:p" whatever prefix the file binds. */
  readonly name: string;
  /** As the file writes it, prefix included. */
  readonly qualified: string;
  readonly start: number;
  /** Behind the opening tag. */
  readonly openEnd: number;
  /** At the closing tag; `end` where the element has none. */
  readonly closeStart: number;
  readonly end: number;
  /** Index of the parent; -1 for the root. */
  readonly parent: number;
}

/** Behind the tag that begins at `at`: a ">" in an attribute's value does not end it. */
function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let i = at; i < source.length; i++) {
    const char = source.charAt(i);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i + 1;
  }
  return source.length;
}

const behind = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
};

/** Behind a comment, CDATA section or processing instruction at `at`; -1 where none begins there. */
export function skipMarkup(source: string, at: number): number {
  if (source.startsWith('<!--', at)) return behind(source, '-->', at + 4);
  if (source.startsWith('<![CDATA[', at)) return behind(source, ']]>', at + 9);
  if (source.startsWith('<?', at)) return behind(source, '?>', at + 2);
  return -1;
}

/**
 * Finds where the elements of a well-formed part without DOCTYPE stand. `names` are their canonical names in document
 * order, as the parser gave them. Linear in the source.
 */
export function indexXml(source: string, names: readonly string[]): readonly IndexedElement[] {
  const elements: { -readonly [K in keyof IndexedElement]: IndexedElement[K] }[] = [];
  const open: number[] = [];
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const skipped = skipMarkup(source, at);
    if (skipped >= 0) {
      at = skipped;
      continue;
    }
    const end = tagEnd(source, at);
    if (source.startsWith('</', at)) {
      const element = elements[open.pop() ?? -1];
      if (element !== undefined) {
        element.closeStart = at;
        element.end = end;
      }
    } else {
      const closed = source.charAt(end - 2) === '/';
      elements.push({
        name: names[elements.length] ?? '',
        qualified: /^[^\s/>]+/u.exec(source.slice(at + 1, Math.min(end, at + 257)))?.[0] ?? '',
        start: at,
        openEnd: end,
        closeStart: end,
        end,
        parent: open.at(-1) ?? -1,
      });
      if (!closed) open.push(elements.length - 1);
    }
    at = end;
  }
  return elements;
}

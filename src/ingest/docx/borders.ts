import type { XmlElement } from './xml-element.js';

const NO_LINE: ReadonlySet<string> = new Set(['', 'none', 'nil']);
const WHITE = /^f{6}$/iu;

function isVisible(border: XmlElement): boolean {
  if (NO_LINE.has(border.attributes.get('w:val') ?? '')) return false;
  if (border.attributes.get('w:sz') === '0') return false;
  return !WHITE.test(border.attributes.get('w:color') ?? '');
}

/** Whether a `w:tblBorders` or `w:tcBorders` draws any line: not none, not nil, not white on white. */
export function hasVisibleBorder(borders: XmlElement | undefined): boolean {
  return borders?.children.some(isVisible) ?? false;
}

/** The sides that a borders element names, drawn or explicitly not drawn: "top" -> false for `nil`. */
export function sidesOf(borders: XmlElement | undefined): ReadonlyMap<string, boolean> {
  const sides = new Map<string, boolean>();
  for (const border of borders?.children ?? []) {
    const side = border.name.slice(border.name.indexOf(':') + 1);
    sides.set(side === 'start' ? 'left' : side === 'end' ? 'right' : side, isVisible(border));
  }
  return sides;
}

import type { Span } from '../../document/span.js';

/** "Quý II - III": what a dash before a roman numeral begins is the end of a range. */
const ITEM_BREAK = /[;\n]|\s[-–+•*]\s(?=\p{Lu})(?![IV]{1,3}(?![\p{L}]))|(?<=[.!?])\s(?=\p{Lu})/uy;
/** In a phrase that is no list of dashes, "Quý I/2026 - Quý III/2026" is a range. */
const ITEM_BREAK_OUTSIDE_LIST =
  /[;\n]|\s[-–+•*]\s(?=\p{Lu})(?!\s*(?:Quý|Quí|Tháng|Ngày|T\d|Q\d|[IV]{1,3}(?![\p{L}])))|(?<=[.!?])\s(?=\p{Lu})/uy;

/** A phrase without any of these is one item: told before every blank is tried as a break. */
const MAY_BREAK = /[;\n]|[-–+•*.!?]\s/u;

/** What a code unit can be to a break: its one sign, or the mark before or behind a blank. */
const SIGN = 1;
const BEFORE = 2;
const BEHIND = 3;
const MARKS = new Uint8Array(0x10000);
for (const [kind, marks] of [
  [SIGN, ';\n'],
  [BEFORE, '.!?'],
  [BEHIND, '-–+•*'],
] as const)
  for (const mark of marks) MARKS[mark.charCodeAt(0)] = kind;

const NO_BREAKS: readonly Span[] = [];

/** The places at which a phrase breaks into items: list marks, semicolons, sentence ends. Linear. */
export function breaksIn(text: string): readonly Span[] {
  if (!MAY_BREAK.test(text)) return NO_BREAKS;
  const found: Span[] = [];
  const pattern = /^\s*[-–+•*]\s/u.test(text) ? ITEM_BREAK : ITEM_BREAK_OUTSIDE_LIST;
  for (let i = 0, free = 0; i < text.length; i++) {
    const kind = MARKS[text.charCodeAt(i)];
    if (kind === 0) continue;
    const at = kind === SIGN ? i : kind === BEFORE ? i + 1 : i - 1;
    if (at < free) continue;
    pattern.lastIndex = at;
    const cut = pattern.exec(text);
    if (cut === null) continue;
    free = at + cut[0].length;
    found.push({ start: at, end: free });
  }
  return found;
}

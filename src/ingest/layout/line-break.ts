import { endsSentence, goesOnWithReference, isNextLabel, labelOf, startsSmall } from './label.js';
import { type Line, lineText } from './line.js';
import type { TextFrame } from './text-frame.js';

/** How a line stands in its text area. */
export type LineAlign = 'center' | 'right' | 'running';

/** A line of running text with the frame it stands in. */
export interface FramedLine {
  readonly line: Line;
  readonly frame: TextFrame;
  readonly align: LineAlign;
}

const words = (line: Line): readonly string[] => line.words.map((word) => word.text);
const isRecognized = (line: Line): boolean => line.words.some((word) => word.confidence < 1);

/** Set in bold, italic or capitals and without a list label of running text, as titles are. */
export function isSetOff(line: Line): boolean {
  const text = lineText(line);
  const label = labelOf(words(line))?.kind ?? 'article';
  return (
    (label === 'article' || label === 'roman') && (line.bold || line.italic || text === text.toUpperCase())
  );
}

/** Set off from running text as far as is known (a recognizer tells no fonts), with some white at both sides alike. */
export function isBalanced(line: Line, frame: TextFrame): boolean {
  const before = line.box[0] - frame.left;
  const after = frame.right - line.box[2];
  return (
    (isSetOff(line) || isRecognized(line)) &&
    Math.min(before, after) > 0.15 * line.fontSize &&
    Math.abs(before - after) < 0.6 * line.fontSize
  );
}

/** Centred: white on both sides alike. Right: only at the right edge. All else runs. */
export function alignOf(line: Line, frame: TextFrame): LineAlign {
  const em = line.fontSize;
  const before = line.box[0] - frame.left;
  const after = frame.right - line.box[2];
  const atIndent = frame.indent !== null && Math.abs(line.box[0] - frame.indent) < 0.25 * em;
  const tolerance = isRecognized(line) ? 1.2 : 0.7;
  if (before > 1.2 * em && after > 1.2 * em && Math.abs(before - after) < tolerance * 2 * em)
    return atIndent && !isSetOff(line) ? 'running' : 'center';
  if (after < 0.5 * em && before > (frame.right - frame.left) * 0.4) return 'right';
  return 'running';
}

/** How the papers that a plan rests on are listed, one a paragraph: "Căn cứ …;". */
const BASIS = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị)(?!\p{L})/u;
/** The list of recipients, which follows a signer's name without a stop. */
const RECIPIENTS = /^Nơi\s+(?:nhận|gửi)(?!\p{L})/u;

/** Whether the next line's first word would have had room at the end of `line`: the line was ended on purpose. */
function endedEarly(line: Line, next: Line, room: number): boolean {
  const first = next.words[0];
  if (first === undefined) return false;
  const em = line.fontSize;
  const needed = first.box[2] - first.box[0] + 0.25 * em;
  return room > needed + (isRecognized(line) ? 0.8 : 0.35) * em;
}

const sizeDiffers = (a: Line, b: Line): boolean =>
  Math.abs(a.fontSize - b.fontSize) > 0.15 * Math.max(a.fontSize, b.fontSize) &&
  !isRecognized(a) &&
  a.words.length + b.words.length > 3;

/** Distance of baselines beyond the usual one; false over a page break, where it is not known. */
function isSpaced(previous: Line, line: Line, frame: TextFrame): boolean {
  if (previous.page !== line.page) return false;
  const em = Math.max(previous.fontSize, line.fontSize);
  const usual = frame.pitch * em;
  return line.baseline - previous.baseline > usual + Math.max(isRecognized(line) ? 3.5 : 2, 0.12 * usual);
}

function centredGoesOn(previous: FramedLine, next: FramedLine): boolean {
  const { line, frame } = previous;
  const room = frame.right - frame.left - (line.box[2] - line.box[0]);
  return (
    line.page === next.line.page &&
    line.bold === next.line.bold &&
    line.italic === next.line.italic &&
    !isSpaced(line, next.line, frame) &&
    !endedEarly(line, next.line, room)
  );
}

/**
 * Whether `next` begins a paragraph, given the line in front and the first line of that line's paragraph. Looks at
 * room left on the line in front (its strongest sign), indents, labels, gaps, fonts and sentence ends.
 */
export function beginsParagraph(first: FramedLine, previous: FramedLine, next: FramedLine): boolean {
  const { line, frame } = next;
  const prev = previous.line;
  if (sizeDiffers(prev, line)) return true;
  if (previous.align === 'center' && next.align === 'center') return !centredGoesOn(previous, next);
  const text = lineText(line);
  const before = lineText(prev);
  if (RECIPIENTS.test(text)) return true;
  if (next.align === 'running' && goesOnWithReference(before, text)) return false;
  const small = startsSmall(text);
  const ended = endsSentence(before);
  if (ended && BASIS.test(text)) return true;
  // a date at the right edge over a centred title
  if (previous.align !== next.align && previous.align !== 'running' && next.align !== 'running')
    return !small || prev.bold !== line.bold || prev.italic !== line.italic;
  const label = labelOf(words(line));
  const spaced = isSpaced(prev, line, frame);
  if (endedEarly(prev, line, previous.frame.right - prev.box[2])) return true;
  if (next.align !== 'running' && previous.align === 'running') return !small || ended || spaced;
  if (previous.align !== 'running' && next.align === 'running') return !small || ended || label !== null;
  if (prev.bold && !line.bold && prev.words.every((word) => word.bold) && !small) return true;
  if (!prev.bold && line.bold && (label !== null || ended)) return true;
  const em = line.fontSize;
  const x = line.box[0] - frame.left;
  const previousX = prev.box[0] - previous.frame.left;
  const firstX = first.line.box[0] - first.frame.left;
  if (x < 0.8 * em) {
    if (label !== null && label.kind !== 'number')
      return ended || spaced || label.kind !== 'bullet' || !small;
    if (label !== null) {
      const [before = '', own = ''] = [first.line, line].map((labelled) => labelled.words[0]?.text ?? '');
      return ended ? !small : isNextLabel(before, own);
    }
    return spaced && (ended || !small);
  }
  if (label !== null && (ended || spaced || !small)) return true;
  const hang = prev === first.line && labelOf(words(prev)) !== null ? prev.words[1] : undefined;
  const hangsUnder = hang !== undefined && Math.abs(hang.box[0] - line.box[0]) < 0.6 * em;
  if (hangsUnder) return false;
  if (Math.abs(x - previousX) < 0.4 * em) {
    if (prev !== first.line) return spaced && ended;
    return !small || ended;
  }
  if (x > previousX) return !small || ended || spaced;
  return firstX <= x + 0.4 * em && !small;
}

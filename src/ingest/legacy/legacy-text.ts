import type { CleanText } from '../../document/clean-text.js';
import type { SourceSegment } from '../../document/source-document.js';

/** The encodings of Vietnamese from before Unicode that are read. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viqr';

/** Collects decoded text with its map back, letter by letter. */
export class LegacyText {
  #text = '';
  readonly #segments: { clean: number; raw: number; length: number }[] = [];

  /** Adds `text`, which stands for the raw text from `raw` on; letters are one to one only with `exact`. */
  add(text: string, raw: number, exact: boolean): void {
    if (text === '') return;
    const last = this.#segments.at(-1);
    const goesOn =
      last !== undefined && last.raw + last.length === raw && last.clean + last.length === this.#text.length;
    if (goesOn && (exact || text.length === 1)) last.length += text.length;
    else this.#segments.push({ clean: this.#text.length, raw, length: text.length });
    this.#text += text;
  }

  /** NFC text where all that was added is. */
  finish(): CleanText {
    return { text: this.#text, segments: this.#segments };
  }
}

/** Index of the last segment that begins at or before `at`; -1 where there is none. */
function segmentAt(segments: readonly SourceSegment[], at: number, side: 'clean' | 'raw'): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as SourceSegment)[side] <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where the decoded text at `clean` begins in the raw text; `clean` must lie in a segment or at the end of one. */
export function rawOffset(segments: readonly SourceSegment[], clean: number): number {
  const segment = segments[segmentAt(segments, clean, 'clean')];
  return segment === undefined ? clean : segment.raw + (clean - segment.clean);
}

/** Where what is decoded from `raw` on begins in the decoded text. */
export function cleanOffset(segments: readonly SourceSegment[], raw: number): number {
  const index = segmentAt(segments, raw, 'raw');
  const segment = segments[index];
  if (segment === undefined) return 0;
  return segment.clean + Math.min(raw - segment.raw, segment.length);
}

/** The map from the last text of two steps to the raw one: `outer` leads to the text that `inner` leads on from. */
export function composeSegments(
  outer: readonly SourceSegment[],
  inner: readonly SourceSegment[],
): readonly SourceSegment[] {
  const composed: { clean: number; raw: number; length: number }[] = [];
  for (const { clean, raw, length } of outer) {
    let done = 0;
    for (let i = Math.max(0, segmentAt(inner, raw, 'clean')); done < length && i < inner.length; i++) {
      const step = inner[i] as SourceSegment;
      const at = raw + done;
      const left = step.clean + step.length - at;
      if (at < step.clean || left <= 0) {
        if (at < step.clean) break;
        continue;
      }
      const part = Math.min(left, length - done);
      const start = step.raw + (at - step.clean);
      const last = composed.at(-1);
      if (last !== undefined && last.raw + last.length === start && last.clean + last.length === clean + done)
        last.length += part;
      else composed.push({ clean: clean + done, raw: start, length: part });
      done += part;
    }
  }
  return composed;
}

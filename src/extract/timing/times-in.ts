import type { Span } from '../../document/span.js';
import { type ParsedTiming, parseTimings } from './parse-timings.js';

/** A text and the times in its stretches. */
export interface TimedText {
  readonly text: string;
  /** The times in `text[span.start..span.end)`, in order; their spans count from the stretch's start. */
  readonly timesIn: (span: Span) => readonly ParsedTiming[];
}

/** Reads times out of `text`, each stretch once: the tasks and the dates of a plan ask for the same paragraphs. */
export function timedText(text: string, year: number | null): TimedText {
  const read = new Map<string, readonly ParsedTiming[]>();
  const timesIn = ({ start, end }: Span): readonly ParsedTiming[] => {
    const key = `${start}-${end}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const found = parseTimings(text.slice(start, end), year);
    read.set(key, found);
    return found;
  };
  return { text, timesIn };
}

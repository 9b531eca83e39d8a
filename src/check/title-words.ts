import { type CheckContext, once } from './rule.js';
import { expandShortForms, foldName } from './short-forms.js';

const LEAD = /^(?:(?:ve viec|v v|ve|viec|ban hanh|quy dinh) )+/u;

const titlesOf = (): Map<string, readonly string[]> => new Map();

/** The words of a title that carry its meaning: abbreviations written out, folded, without "về việc" in front. */
export function titleWords(title: string, context: CheckContext): readonly string[] {
  const known = once(context, titlesOf);
  const found = known.get(title);
  if (found !== undefined) return found;
  const folded = foldName(expandShortForms(title, context)).replace(LEAD, '');
  const words = folded === '' ? [] : folded.split(' ');
  known.set(title, words);
  return words;
}

/** The share (0..1) of `given` that also stands in `official`, each word as often as it stands there. */
export function wordsShared(given: readonly string[], official: readonly string[]): number {
  if (given.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of official) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared / given.length;
}

/** A stretch of `given` that stands in the place of a stretch of `official`. */
export interface Replaced {
  readonly given: readonly string[];
  readonly official: readonly string[];
  /** Whether it is the last stretch of both. */
  readonly atEnd: boolean;
}

/** The stretches in which two word lists differ, by their longest common subsequence. For titles: a few dozen words. */
export function replacements(given: readonly string[], official: readonly string[]): readonly Replaced[] {
  let same = 0;
  while (same < given.length && given[same] === official[same]) same++;
  return differences(given.slice(same), official.slice(same));
}

function differences(given: readonly string[], official: readonly string[]): readonly Replaced[] {
  const width = official.length + 1;
  const length = new Uint16Array((given.length + 1) * width);
  for (let i = given.length - 1; i >= 0; i--)
    for (let j = official.length - 1; j >= 0; j--)
      length[i * width + j] =
        given[i] === official[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const found: Replaced[] = [];
  let i = 0;
  let j = 0;
  let run: { given: string[]; official: string[] } = { given: [], official: [] };
  const close = (atEnd: boolean): void => {
    if (run.given.length > 0 || run.official.length > 0) found.push({ ...run, atEnd });
    run = { given: [], official: [] };
  };
  while (i < given.length && j < official.length) {
    if (given[i] === official[j]) {
      close(false);
      i++;
      j++;
    } else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))
      run.given.push(given[i++] as string);
    else run.official.push(official[j++] as string);
  }
  run.given.push(...given.slice(i));
  run.official.push(...official.slice(j));
  close(true);
  return found;
}

import type { CliMessages } from '../messages/messages.js';

/**
 * How long the rest of a run will take, in milliseconds, if it goes on as so far; null while too little is done to
 * say. `done` counts files, parts of files included.
 */
export function estimateRest(elapsed: number, done: number, total: number): number | null {
  if (total === 0 || done < Math.min(2, total / 4) || elapsed < 1500) return null;
  return Math.max(0, (elapsed / done) * (total - done));
}

/** A duration in words, as coarse as an estimate is: steps of 5 seconds under a minute and a half. */
export function durationText(milliseconds: number, say: CliMessages): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return say.progress.seconds(seconds < 10 ? seconds : Math.round(seconds / 5) * 5);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say.progress.minutes(minutes, seconds % 60);
  return say.progress.hours(Math.floor(minutes / 60), minutes % 60);
}

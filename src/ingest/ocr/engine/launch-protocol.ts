import type { ProgramOutput } from './run-program.js';

/** What the launcher is told: to run a program, or to end one. */
export type ToLauncher =
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly program: string;
      readonly args: readonly string[];
      readonly input: Uint8Array;
    }
  | { readonly kind: 'stop'; readonly id: number };

/** What became of a program. */
export type FromLauncher =
  | { readonly kind: 'done'; readonly id: number; readonly output: ProgramOutput }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

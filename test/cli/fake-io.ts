import type { Io, Output } from '../../src/cli/io.js';

/** What was written to one output, and the output. */
export interface FakeOutput extends Output {
  readonly text: () => string;
}

/** An output that keeps what is written to it; `columns` makes it a terminal. */
export function fakeOutput(columns: number | null = null): FakeOutput {
  let text = '';
  return {
    isTerminal: columns !== null,
    columns: () => columns,
    write: (more) => {
      text += more;
    },
    drained: async () => {},
    text: () => text,
  };
}

/** Surroundings for a command. */
export function fakeIo(
  cwd: string,
  options: { readonly columns?: number; readonly env?: Record<string, string> } = {},
): Io & { readonly out: FakeOutput; readonly err: FakeOutput } {
  const columns = options.columns ?? null;
  return { out: fakeOutput(columns), err: fakeOutput(columns), env: options.env ?? {}, cwd };
}

/** Where a command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; null where it is none. */
  readonly columns: () => number | null;
  readonly write: (text: string) => void;
  /** Settles when what was written has been taken over by the reader, so that an export need not stand in memory. */
  readonly drained: () => Promise<void>;
}

/** What a command gets of its surroundings; tests give their own. */
export interface Io {
  /** Results. */
  readonly out: Output;
  /** Progress and errors. */
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    columns: () => (stream.isTTY ? stream.columns || 80 : null),
    write: (text) => {
      stream.write(text);
    },
    drained: async () => {
      if (stream.writableNeedDrain)
        await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    },
  };
}

/** The process's own streams. A reader that goes away (`rasoat export | head`) ends the process without a word. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
  };
}

/** True where `output` may be coloured: a terminal, and NO_COLOR (no-color.org) is not set. */
export function mayColour(io: Io, output: Output): boolean {
  return output.isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One of our annotations as pdf.js shows it; quads as boxes from the displayed page's top left corner. */
export interface WrittenNote {
  readonly page: number;
  readonly subtype: string;
  readonly text: string;
  readonly boxes: readonly (readonly [number, number, number, number])[];
  readonly hasAppearance: boolean;
}

/** The annotations by "Rasoat" that pdf.js finds. */
export async function notesIn(bytes: Uint8Array): Promise<readonly WrittenNote[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const notes: WrittenNote[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      for (const annotation of await page.getAnnotations()) {
        if (annotation.titleObj?.str !== 'Rasoat') continue;
        const quads = [...((annotation.quadPoints as Iterable<number> | null) ?? [])];
        const boxes: [number, number, number, number][] = [];
        for (let at = 0; at + 8 <= quads.length; at += 8) {
          const points = [0, 2, 4, 6].map((i) =>
            viewport.convertToViewportPoint(quads[at + i] ?? 0, quads[at + i + 1] ?? 0),
          );
          const [xs, ys] = [points.map(([x]) => Number(x)), points.map(([, y]) => Number(y))];
          boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
        }
        notes.push({
          page: number,
          subtype: String(annotation.subtype),
          text: String(annotation.contentsObj?.str ?? ''),
          boxes,
          hasAppearance: annotation.hasAppearance === true,
        });
      }
    }
    return notes;
  } finally {
    await task.destroy();
  }
}

/** Runs a program over a PDF in a folder of its own; gives what it said and its pages as pictures where asked. */
export function opened(
  bytes: Uint8Array,
  program: string,
  args: (file: string, folder: string) => readonly string[],
): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly made: (name: string) => Buffer;
} {
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-pdf-'));
  const made = new Map<string, Buffer>();
  try {
    const file = join(folder, 'in.pdf');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(program, args(file, folder), { encoding: 'utf8' });
    for (const name of ['out.pdf', 'page-1.png', 'page.png'])
      try {
        made.set(name, readFileSync(join(folder, name)));
      } catch {
        // Not every program makes every file.
      }
    return { status, out: stdout, err: stderr, made: (name) => made.get(name) ?? Buffer.alloc(0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

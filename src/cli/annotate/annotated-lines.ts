import type { AnnotatedFile } from '../../report/annotate/write-annotated.js';
import type { CliMessages } from '../messages/messages.js';
import { printable } from '../terminal/printable.js';

/** A line for each file that was not given back, with the reason; for signed ones that the copy is none. */
export function refusalLines(files: readonly AnnotatedFile[], say: CliMessages): readonly string[] {
  return files.flatMap(({ document, outcome }) => {
    const path = printable(document.path);
    if (outcome.kind === 'refused') return [`${path}: ${say.annotate.refused[outcome.reason]}.`];
    return outcome.signed ? [`${path}: ${say.annotate.signed}.`] : [];
  });
}

/** A line for each file that was given back; paths as `shown` gives them. */
export function writtenLines(
  files: readonly AnnotatedFile[],
  shown: (path: string) => string,
  say: CliMessages,
): readonly string[] {
  return files.flatMap(({ outcome, path }) =>
    outcome.kind === 'annotated' && path !== null
      ? [printable(say.annotate.written(shown(path), outcome.notes, outcome.changes))]
      : [],
  );
}

import { UPLOAD_TYPES } from '../../api/batches.js';

/** A file as the person chose it. */
export interface ChosenFile {
  readonly file: File;
  /** Where it lay in the folder that was chosen: "Sở Y tế/KH.docx"; just its name where no folder was. */
  readonly path: string;
}

/** What systems and Office leave in folders: nothing to tell the person about. */
const NO_PLAN = /^(?:\.|~\$)|^(?:desktop\.ini|thumbs\.db)$/iu;

/** The files without what nobody meant to choose and what was chosen already. */
export function meantFiles(
  files: readonly ChosenFile[],
  already: readonly ChosenFile[],
): readonly ChosenFile[] {
  const known = new Set(already.map(({ file, path }) => `${path} ${file.size} ${file.lastModified}`));
  return files.filter(({ file, path }) => {
    const key = `${path} ${file.size} ${file.lastModified}`;
    if (NO_PLAN.test(file.name) || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

export const isKnownType = ({ name }: File): boolean =>
  UPLOAD_TYPES.some((ending) => name.toLowerCase().endsWith(ending));

/** What to call each file: its name, with its folder before it where several bear the same. */
export function namesOf(files: readonly ChosenFile[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { file } of files) times.set(file.name, 1 + (times.get(file.name) ?? 0));
  return files.map(({ file, path }) => {
    const folders = path.split('/').slice(0, -1);
    return (times.get(file.name) ?? 1) > 1 && folders.length > 0
      ? [...folders, file.name].join(' - ')
      : file.name;
  });
}

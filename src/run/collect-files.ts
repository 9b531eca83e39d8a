import { constants, type Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { ReadFailure } from '../ingest/read-outcome.js';

/** A file to be read. */
export interface CollectedFile {
  /** As given, or the given folder's path with the rest behind it. */
  readonly path: string;
  /** Absolute: the file's identity. */
  readonly absolute: string;
  /** Its name alone, NFC. */
  readonly file: string;
  readonly bytes: number;
}

/** A path that leads to no file, or to one that may not be opened. */
export interface MissingFile {
  readonly path: string;
  readonly absolute: string;
  readonly file: string;
  readonly failure: ReadFailure;
}

/** What the given paths lead to, each in the order of paths, nothing twice. */
export interface Collection {
  readonly files: readonly CollectedFile[];
  readonly missing: readonly MissingFile[];
}

export interface CollectOptions {
  /** Where relative paths begin. Default: the working directory. */
  readonly cwd?: string;
  /** Files and folders to leave out where a folder or a pattern leads to them: the output, the database. */
  readonly exclude?: readonly string[];
  /** What people call a file, by its absolute path, where that isn't the path's last part. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Office's and LibreOffice's locks, what systems and this program leave in folders, databases with their logs. */
const NO_PLAN =
  /^(?:\.|~\$)|^(?:desktop\.ini|thumbs\.db|rasoat-out)$|\.(?:db|sqlite3?)(?:-wal|-shm|-journal)?$/iu;

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

const nameOf = (path: string): string => basename(path).normalize('NFC');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/**
 * The files that `paths` lead to: files as they are, folders with all below them, glob patterns. Hidden files,
 * Office's lock files, databases and what `exclude` names are left out, except where a path names such a file
 * itself. Links are followed, each folder once. Whatever leads nowhere comes back as missing, nothing is thrown.
 */
export async function collectFiles(
  paths: readonly string[],
  options: CollectOptions = {},
): Promise<Collection> {
  const walk = new Walk(resolve(options.cwd ?? '.'), options.exclude ?? [], options.names ?? new Map());
  for (const path of paths) await walk.take(path);
  return walk.collection();
}

class Walk {
  readonly #cwd: string;
  readonly #excluded: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #files = new Map<string, CollectedFile>();
  readonly #missing = new Map<string, MissingFile>();
  readonly #entered = new Set<string>();

  constructor(cwd: string, exclude: readonly string[], names: ReadonlyMap<string, string>) {
    this.#cwd = cwd;
    this.#excluded = new Set(exclude.map((path) => resolve(cwd, path)));
    this.#names = names;
  }

  collection(): Collection {
    return {
      files: [...this.#files.values()].sort(byPath),
      missing: [...this.#missing.values()].sort(byPath),
    };
  }

  /** One path as given: what exists is never taken as a pattern. */
  async take(given: string): Promise<void> {
    const found = await stat(resolve(this.#cwd, given)).catch(codeOf);
    if (typeof found !== 'string') {
      if (found.isDirectory()) await this.#enter(normalize(given));
      else await this.#add(normalize(given));
    } else if (found === 'ENOENT' && isDynamicPattern(given)) await this.#match(given);
    else this.#miss(given, found);
  }

  async #match(pattern: string): Promise<void> {
    const posix = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
    const found = await glob(posix, { cwd: this.#cwd, onlyFiles: true, expandDirectories: false });
    for (const path of found) if (this.#isWantedBelow(path)) await this.#add(normalize(path));
    if (found.length === 0) this.#miss(pattern, 'ENOENT');
  }

  async #enter(folder: string): Promise<void> {
    const absolute = resolve(this.#cwd, folder);
    const real = await realpath(absolute).catch(() => absolute);
    if (this.#entered.has(real)) return;
    this.#entered.add(real);
    let entries: Dirent[];
    try {
      entries = await readdir(absolute, { withFileTypes: true });
    } catch (error) {
      this.#miss(folder, codeOf(error));
      return;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (!this.#isWanted(path)) continue;
      if (entry.isDirectory()) await this.#enter(path);
      else if (entry.isFile()) await this.#add(path);
      else if (entry.isSymbolicLink()) await this.#follow(path);
    }
  }

  async #follow(link: string): Promise<void> {
    const found = await stat(resolve(this.#cwd, link)).catch(codeOf);
    if (typeof found === 'string') this.#miss(link, found);
    else if (found.isDirectory()) await this.#enter(link);
    else if (found.isFile()) await this.#add(link);
  }

  /** Whether a walk takes what it meets under this path. */
  #isWanted(path: string): boolean {
    return !NO_PLAN.test(basename(path)) && !this.#excluded.has(resolve(this.#cwd, path));
  }

  /** The same for a path that no walk led to: nothing on its way may be left out either. */
  #isWantedBelow(path: string): boolean {
    for (let at = path; at !== dirname(at); at = dirname(at))
      if (basename(at) !== '..' && !this.#isWanted(at)) return false;
    return true;
  }

  async #add(path: string): Promise<void> {
    const absolute = resolve(this.#cwd, path);
    try {
      const found = await stat(absolute);
      if (!found.isFile())
        throw Object.assign(new Error('not a regular file'), { code: 'not a regular file' });
      await access(absolute, constants.R_OK);
      if (!this.#files.has(absolute))
        this.#files.set(absolute, {
          path,
          absolute,
          file: this.#names.get(absolute) ?? nameOf(path),
          bytes: found.size,
        });
    } catch (error) {
      this.#miss(path, codeOf(error));
    }
  }

  #miss(path: string, code: string): void {
    const gone = code === 'ENOENT' || code === 'ENOTDIR';
    const absolute = resolve(this.#cwd, path);
    this.#missing.set(absolute, {
      path,
      absolute,
      file: nameOf(path),
      failure: gone
        ? { kind: 'failed', reason: 'not-found', detail: 'no such file or folder' }
        : { kind: 'failed', reason: 'not-readable', detail: `cannot be opened (${code})` },
    });
  }
}

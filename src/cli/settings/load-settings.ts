import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CliError, EXIT } from '../exit.js';
import type { CliMessages } from '../messages/messages.js';
import { nearest } from '../nearest.js';
import { codeFrame } from './code-frame.js';
import { SETTING_NAMES, type SettingName, type Settings, SettingsSchema } from './settings.js';

/** The file in which settings stand when no other is named. */
export const SETTINGS_FILE = 'rasoat.config.yaml';

const isSettingName = (key: PropertyKey | undefined): key is SettingName =>
  SETTING_NAMES.some((name) => name === key);

function pairOf(contents: unknown, key: PropertyKey | undefined): Pair | undefined {
  return isMap(contents)
    ? contents.items.find((pair) => (isScalar(pair.key) ? pair.key.value : pair.key) === key)
    : undefined;
}

/**
 * Reads the settings of a YAML text. Throws CliError (status 64) with `file:line:column`, what is wrong, what would
 * be right, and the line itself where the text is no YAML, has an unknown key, or a value of the wrong kind.
 */
export function parseSettings(source: string, file: string, say: CliMessages): Settings {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const fail = (offset: number, problem: string, right: string | null, length = 1): never => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, source.length)));
    const frame = codeFrame(source, line, col, length);
    throw new CliError(
      `${file}:${line}:${col}: ${problem}\n${frame}${right === null ? '' : `\n${right}`}`,
      EXIT.usage,
    );
  };
  const broken = document.errors[0];
  if (broken !== undefined)
    return fail(broken.pos[0], say.settings.badYaml(broken.message.split('\n')[0] ?? ''), null);
  if (document.contents === null) return {};
  const parsed = SettingsSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const node = pairOf(document.contents, key)?.key;
    const near = nearest(key, SETTING_NAMES);
    return fail(
      isNode(node) ? (node.range?.[0] ?? 0) : 0,
      say.settings.unknownKey(key),
      near === null ? say.settings.knownKeys(SETTING_NAMES.join(', ')) : say.didYouMean(near),
      key.length,
    );
  }
  const name = issue.path[0];
  if (!isSettingName(name)) return fail(document.contents.range?.[0] ?? 0, say.settings.notAMap, null);
  const node = document.getIn(issue.path.map(String), true) ?? pairOf(document.contents, name)?.value;
  const [start, end] = isNode(node) && node.range ? node.range : [0, 1];
  const oneLine = source.slice(start, end).split(/\r?\n/u)[0]?.trimEnd() ?? '';
  return fail(
    start,
    say.settings.badValue(name),
    say.settings.expected(say.settings.right[name]),
    oneLine.length,
  );
}

/** Settings with the paths in them resolved, and the file they are from (null: there was none). */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly file: string | null;
}

/**
 * Reads `rasoat.config.yaml` in `cwd`, or the file named by --config. Relative paths in it begin at its folder. No
 * such file is an error only where it was named. Throws CliError (status 64).
 */
export function loadSettings(cwd: string, named: string | undefined, say: CliMessages): LoadedSettings {
  const path = resolve(cwd, named ?? SETTINGS_FILE);
  if (named === undefined && !existsSync(path)) return { settings: {}, file: null };
  let source: string;
  try {
    source = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (cause) {
    throw new CliError(say.settings.notReadable(named ?? SETTINGS_FILE), EXIT.usage, { cause });
  }
  const shown = named ?? SETTINGS_FILE;
  const settings = parseSettings(source, shown, say);
  const folder = dirname(path);
  const fromFolder = (given: string): string => {
    if (isAbsolute(given) || folder === resolve(cwd)) return given;
    return relative(cwd, join(folder, given));
  };
  return {
    settings: {
      ...settings,
      ...(settings.db === undefined ? {} : { db: fromFolder(settings.db) }),
      ...(settings.out === undefined ? {} : { out: fromFolder(settings.out) }),
      ...(settings.ignore === undefined ? {} : { ignore: fromFolder(settings.ignore) }),
      ...(settings.baseline === undefined ? {} : { baseline: fromFolder(settings.baseline) }),
      ...(settings.expect === undefined ? {} : { expect: fromFolder(settings.expect) }),
      ...(settings.rules === undefined ? {} : { rules: fromFolder(settings.rules) }),
      ...(settings['note-template'] === undefined
        ? {}
        : { 'note-template': fromFolder(settings['note-template']) }),
      ...(settings['summary-template'] === undefined
        ? {}
        : { 'summary-template': fromFolder(settings['summary-template']) }),
    },
    file: path,
  };
}

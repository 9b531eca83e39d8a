import type { RecognizeChoice } from '../../ingest/read-outcome.js';
import { DEFAULT_FORMATS, type ReportFormat } from '../../report/formats.js';
import type { Language } from '../../report/language.js';
import type { Templates } from '../../report/note/note-writer.js';
import type { Office } from '../../report/note/office.js';
import { CliError, EXIT } from '../exit.js';
import type { CliMessages } from '../messages/messages.js';
import { type FailOn, type OcrChoice, SETTING_NAMES, type Settings, SettingsSchema } from './settings.js';

/** The settings of an audit with every default in place. */
export interface AuditSettings {
  readonly db: string;
  readonly out: string;
  /** ISO 8601 day; null: each plan's own time. */
  readonly asOf: string | null;
  readonly lang: Language;
  /** Null: as many as the machine can do. */
  readonly jobs: number | null;
  readonly failOn: FailOn;
  readonly formats: readonly ReportFormat[];
  readonly ocr: OcrChoice;
  readonly recognize: RecognizeChoice;
  /** Null: rasoat-ignore.yaml where it is there. */
  readonly ignore: string | null;
  readonly baseline: string | null;
  readonly expect: string | null;
  /** Null: rules/ where it is there. */
  readonly rules: string | null;
  readonly templates: Templates;
  readonly office: Office;
  /** Day that notes and comments bear, ISO 8601; null: the day of the audit. */
  readonly noteDate: string | null;
  readonly quiet: boolean;
  readonly progress: boolean;
}

/** Flags as the command line gives them: text, or true/false for switches; undefined where a flag was not given. */
export type GivenFlags = Readonly<Record<string, string | boolean | undefined>>;

const LISTED = new Set(['format']);
const COUNTED = new Set(['jobs']);

function settingOf(name: string, given: string | boolean): unknown {
  if (typeof given === 'boolean') return given;
  if (LISTED.has(name)) return given.split(',').map((part) => part.trim().toLowerCase());
  if (COUNTED.has(name)) return /^\d+$/u.test(given) ? Number(given) : Number.NaN;
  return given;
}

/** Settings from flags, keyed by their long names without dashes. Throws CliError (status 64) naming the wrong one. */
export function settingsOfFlags(flags: GivenFlags, say: CliMessages): Settings {
  const given: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const flag = flags[name];
    if (flag !== undefined) given[name] = settingOf(name, flag);
  }
  const parsed = SettingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = SETTING_NAMES.find((known) => known === parsed.error.issues[0]?.path[0]);
  if (name === undefined) throw parsed.error;
  throw new CliError(
    say.settings.badFlag(`--${name}`, String(flags[name]), say.settings.right[name]),
    EXIT.usage,
  );
}

/** The settings that hold: flags before the settings file before the defaults. */
export function auditSettings(file: Settings, flags: Settings): AuditSettings {
  const given = { ...file, ...flags };
  return {
    db: given.db ?? 'rasoat.db',
    out: given.out ?? 'rasoat-out',
    asOf: given['as-of'] ?? null,
    lang: given.lang ?? 'vi',
    jobs: given.jobs ?? null,
    failOn: given['fail-on'] ?? 'error',
    formats: [...new Set(given.format ?? DEFAULT_FORMATS)],
    ocr: given.ocr ?? 'auto',
    recognize: given.recognize ?? 'auto',
    ignore: given.ignore ?? null,
    baseline: given.baseline ?? null,
    expect: given.expect ?? null,
    rules: given.rules ?? null,
    templates: { note: given['note-template'] ?? null, summary: given['summary-template'] ?? null },
    office: {
      parent: given.office?.parent ?? null,
      name: given.office?.name ?? null,
      place: given.office?.place ?? null,
      signerTitle: given.office?.['signer-title'] ?? null,
      signer: given.office?.signer ?? null,
    },
    noteDate: given['note-date'] ?? null,
    quiet: given.quiet ?? false,
    progress: given.progress ?? true,
  };
}

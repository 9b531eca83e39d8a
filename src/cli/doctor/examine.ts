import { access } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { CliMessages } from '../messages/messages.js';

/** One thing that the program needs or can use. `found` is a version or a place; null where it is not there. */
export interface Examined {
  readonly name: string;
  readonly found: string | null;
  readonly needed: boolean;
  /** What to do where it is not there. */
  readonly fix: string;
  /** Why it is not there, where something says so. */
  readonly problem: string | null;
}

interface Examination {
  readonly name: string;
  readonly needed: boolean;
  readonly fix: string;
  /** Gives what was found; throws where it is not there. */
  readonly find: () => string | Promise<string>;
}

const LEAST_NODE = [20, 19] as const;
const LEAST_MEMORY = 2e9;

function node(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (!recent) throw new Error(process.versions.node);
  return process.versions.node;
}

async function database(): Promise<string> {
  const [{ openStore }, { default: Database }] = await Promise.all([
    import('../../store/open-store.js'),
    import('better-sqlite3'),
  ]);
  const store = await openStore(':memory:');
  await store.close();
  const connection = new Database(':memory:');
  try {
    return String(connection.prepare('select sqlite_version()').pluck().get());
  } finally {
    connection.close();
  }
}

async function builtinModel(): Promise<string> {
  const { modelFolder } = await import('../../ingest/ocr/engine/builtin-engine.js');
  const model = join(modelFolder(), 'vie.traineddata.gz');
  await access(model);
  await import('tesseract.js');
  return model;
}

async function nativeProgram(say: CliMessages): Promise<string> {
  const { findNativeTesseract } = await import('../../ingest/ocr/engine/native-engine.js');
  const program = await findNativeTesseract();
  if (program === null) throw new Error(say.doctor.nativeNotFound);
  return program.path;
}

async function rules(say: CliMessages): Promise<string> {
  const [{ loadRegisters, defaultRulesDir }, { registerCounts }] = await Promise.all([
    import('../../check/registers/load-registers.js'),
    import('../rules/register-counts.js'),
  ]);
  const counts = registerCounts(loadRegisters());
  const entries = counts.reduce((sum, { entries: some }) => sum + some, 0);
  return `${defaultRulesDir()}, ${say.doctor.entries(entries)}`;
}

function examinations(say: CliMessages): readonly Examination[] {
  const { doctor } = say;
  const needed = true;
  return [
    { name: doctor.node, needed, fix: doctor.nodeFix, find: node },
    {
      name: doctor.memory,
      needed: false,
      fix: doctor.memoryFix,
      find: () => {
        const size = `${(totalmem() / 1e9).toFixed(1)} GB`;
        if (totalmem() < LEAST_MEMORY) throw new Error(size);
        return size;
      },
    },
    { name: doctor.database, needed, fix: doctor.databaseFix, find: database },
    {
      name: doctor.pdf,
      needed,
      fix: doctor.pdfFix,
      find: async () => (await (await import('../../ingest/pdf/load-pdf-js.js')).loadPdfJs()).api.version,
    },
    {
      name: doctor.canvas,
      needed,
      fix: doctor.pdfFix,
      find: async () => {
        const { createCanvas } = await import('@napi-rs/canvas');
        createCanvas(1, 1).getContext('2d');
        return '';
      },
    },
    {
      name: doctor.images,
      needed,
      fix: doctor.pdfFix,
      find: async () => (await import('sharp')).default.versions.vips,
    },
    { name: doctor.builtin, needed, fix: doctor.builtinFix, find: builtinModel },
    { name: doctor.native, needed: false, fix: doctor.nativeFix, find: () => nativeProgram(say) },
    { name: doctor.rules, needed, fix: doctor.rulesFix, find: () => rules(say) },
  ];
}

/** Looks for everything the program needs, one after the other, by using it. Never throws. */
export async function* examine(say: CliMessages): AsyncGenerator<Examined> {
  for (const { name, needed, fix, find } of examinations(say)) {
    try {
      yield { name, needed, fix, found: await find(), problem: null };
    } catch (error) {
      const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      yield { name, needed, fix, found: null, problem };
    }
  }
}

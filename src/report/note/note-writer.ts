import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AuditResult } from '../../record/audit-result.js';
import type { CheckedDocument } from '../document-state.js';
import type { Language } from '../language.js';
import { fillTemplate } from './fill-template.js';
import { type NoteOptions, noteValues } from './note-values.js';
import { summaryValues } from './summary-values.js';
import { TemplateError } from './template-error.js';

/** An office's own templates; null: the built-in one of the language. */
export interface Templates {
  readonly note: string | null;
  readonly summary: string | null;
}

export const BUILT_IN_TEMPLATES: Templates = { note: null, summary: null };

interface Template {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The path of a built-in template: a copy of it is where an office's own begins. */
export const builtInTemplate = (name: 'phieu-ra-soat' | 'phieu-tong-hop', language: Language): string =>
  fileURLToPath(new URL(`../../../templates/${name}.${language}.docx`, import.meta.url));

async function load(own: string | null, builtIn: string): Promise<Template> {
  const file = own ?? builtIn;
  try {
    return { file, bytes: new Uint8Array(await readFile(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new TemplateError('not-a-document', file, code, null, []);
  }
}

/** Writes discrepancy notes and summaries as Word documents from templates. */
export class NoteWriter {
  readonly #note: Template;
  readonly #summary: Template;
  readonly #options: NoteOptions;

  private constructor(note: Template, summary: Template, options: NoteOptions) {
    this.#note = note;
    this.#summary = summary;
    this.#options = options;
  }

  /** Reads the templates. Throws a TemplateError where one can't be read. */
  static async open(templates: Templates, options: NoteOptions): Promise<NoteWriter> {
    const { language } = options;
    return new NoteWriter(
      await load(templates.note, builtInTemplate('phieu-ra-soat', language)),
      await load(templates.summary, builtInTemplate('phieu-tong-hop', language)),
      options,
    );
  }

  /** The note on one plan. Throws a TemplateError. */
  note(document: CheckedDocument): Promise<Uint8Array> {
    const { bytes, file } = this.#note;
    return fillTemplate(bytes, file, noteValues(document, this.#options));
  }

  /** The summary of a batch. Throws a TemplateError. */
  summary(result: AuditResult): Promise<Uint8Array> {
    const { bytes, file } = this.#summary;
    return fillTemplate(bytes, file, summaryValues(result, this.#options));
  }
}

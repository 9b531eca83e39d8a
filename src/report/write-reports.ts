import { join } from 'node:path';
import { loadRuleFiles } from '../check/cases/rule-file.js';
import { provinceNameOf } from '../check/province.js';
import { loadRegisters } from '../check/registers/load-registers.js';
import type { AuditResult } from '../record/audit-result.js';
import { type AnnotatedFile, writeAnnotated } from './annotate/write-annotated.js';
import { renderFindingsCsv } from './csv-report.js';
import type { CutOuts } from './cut-outs.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';
import { htmlReportParts } from './html-report.js';
import { recordFileNames, renderRecord, renderRun, wholeRecord } from './json-report.js';
import { renderJsonl } from './jsonl-report.js';
import type { Language } from './language.js';
import { BUILT_IN_TEMPLATES, type Templates } from './note/note-writer.js';
import { NO_OFFICE, type Office } from './note/office.js';
import { writeNotes } from './note/write-notes.js';
import { ruleTitles } from './rule-title.js';
import { renderSarif } from './sarif-report.js';
import { writeAtomically } from './write-atomically.js';
import { renderXlsx } from './xlsx-report.js';

export interface WriteReportsOptions {
  /** The folder to write into; made where it is missing. */
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  readonly lang: Language;
  /** Pieces of pages for the HTML report; none where left out. */
  readonly cutOuts?: CutOuts | null;
  /** Folder of the registers and rules. Default: the program's own. */
  readonly rules?: string;
  /** Where the documents' relative paths begin, for annotated copies. Default: the working directory. */
  readonly cwd?: string;
  /** Who writes the discrepancy notes, and from which templates. */
  readonly office?: Office;
  readonly templates?: Templates;
  /** Date of notes and comments, an ISO 8601 instant. Default: when the audit began. */
  readonly date?: string;
}

/** A file or folder that was written, and what it holds: one of the formats, "run" for `run.json`. */
export interface WrittenReport {
  readonly holds: ReportFormat | 'run';
  readonly path: string;
  /** For annotated copies: what became of each file. */
  readonly annotated?: readonly AnnotatedFile[];
}

/**
 * Writes an audit's reports into `out`: `records/<file name>.json` and `run.json` (json), `findings.jsonl`,
 * `findings.csv`, `report.html`, `report.xlsx`, `report.sarif`, `annotated/<file>`,
 * `phieu/<file>.phieu-ra-soat.docx` and `phieu/phieu-tong-hop.docx` (note); "summary" is no file. Every file is replaced as a whole or not at all; others in the folder
 * are left alone. Returns what was written, of the records only their folder. Throws what
 * the file system throws, RegisterError where a rule's file is wrong, TemplateError where a note's template is.
 */
export async function writeReports(
  result: AuditResult,
  options: WriteReportsOptions,
): Promise<readonly WrittenReport[]> {
  const { out, formats, lang, cutOuts = null, rules } = options;
  const date = options.date ?? result.startedAt;
  const ruleFiles = loadRuleFiles(rules);
  const own = rules === undefined ? [] : loadRegisters(rules).ownRules;
  const ruleTitle = ruleTitles([...ruleFiles, ...own], lang);
  const written: WrittenReport[] = [];
  const write = async (
    holds: WrittenReport['holds'],
    name: string,
    parts: Iterable<string | Uint8Array>,
  ): Promise<void> => {
    const path = join(out, name);
    await writeAtomically(path, parts);
    written.push({ holds, path });
  };
  for (const format of REPORT_FORMATS.filter((one) => formats.includes(one))) {
    switch (format) {
      case 'json':
        for (const [document, name] of recordFileNames(result))
          await writeAtomically(join(out, 'records', name), [renderRecord(wholeRecord(document))]);
        written.push({ holds: format, path: join(out, 'records') });
        await write('run', 'run.json', [renderRun(result)]);
        break;
      case 'jsonl':
        await write(format, 'findings.jsonl', [renderJsonl(result)]);
        break;
      case 'csv':
        await write(format, 'findings.csv', [renderFindingsCsv(result, lang)]);
        break;
      case 'html':
        await write(format, 'report.html', htmlReportParts(result, { language: lang, ruleTitle, cutOuts }));
        break;
      case 'xlsx':
        await write(format, 'report.xlsx', [
          await renderXlsx(result, {
            language: lang,
            ruleTitle,
            provinceOf: (record) => provinceNameOf(record, loadRegisters(rules)),
          }),
        ]);
        break;
      case 'sarif':
        await write(format, 'report.sarif', [renderSarif(result, ruleFiles, lang)]);
        break;
      case 'annotated': {
        const folder = join(out, 'annotated');
        const annotated = await writeAnnotated(result, {
          folder,
          cwd: options.cwd ?? process.cwd(),
          language: lang,
          ruleTitle,
          date,
          registers: loadRegisters(rules),
        });
        written.push({ holds: format, path: folder, annotated });
        break;
      }
      case 'note': {
        const folder = join(out, 'phieu');
        const { office = NO_OFFICE, templates = BUILT_IN_TEMPLATES } = options;
        const with_ = { language: lang, ruleTitle, office, date, templates, folder, summary: true };
        await writeNotes(result, with_);
        written.push({ holds: format, path: folder });
        break;
      }
      case 'summary':
        break;
    }
  }
  return written;
}

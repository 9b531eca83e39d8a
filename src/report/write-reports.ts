import { join } from 'node:path';
import { loadRuleFiles } from '../check/cases/rule-file.js';
import type { AuditResult } from '../record/audit-result.js';
import { renderFindingsCsv } from './csv-report.js';
import { REPORT_FORMATS, type ReportFormat } from './formats.js';
import { htmlReportParts } from './html-report.js';
import { recordFileNames, renderRecord, renderRun } from './json-report.js';
import { renderJsonl } from './jsonl-report.js';
import type { Language } from './language.js';
import { ruleTitles } from './rule-title.js';
import { writeAtomically } from './write-atomically.js';
import { renderXlsx } from './xlsx-report.js';

export interface WriteReportsOptions {
  /** The folder to write into; made where it is missing. */
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  readonly lang: Language;
}

/** A file or folder that was written, and what it holds: one of the formats, "run" for `run.json`. */
export interface WrittenReport {
  readonly holds: ReportFormat | 'run';
  readonly path: string;
}

/**
 * Writes an audit's reports into `out`: `records/<file name>.json` and `run.json` (json), `findings.jsonl`,
 * `findings.csv`, `report.html`, `report.xlsx`. Every file is replaced as a whole or not at all; others in the folder
 * are left alone. Returns what was written, of the records only their folder. Throws what
 * the file system throws, and RegisterError where a rule's file is wrong.
 */
export async function writeReports(
  result: AuditResult,
  { out, formats, lang }: WriteReportsOptions,
): Promise<readonly WrittenReport[]> {
  const ruleTitle = ruleTitles(loadRuleFiles(), lang);
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
          await writeAtomically(join(out, 'records', name), [renderRecord(document.record)]);
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
        await write(format, 'report.html', htmlReportParts(result, { language: lang, ruleTitle }));
        break;
      case 'xlsx':
        await write(format, 'report.xlsx', [await renderXlsx(result, lang, ruleTitle)]);
        break;
    }
  }
  return written;
}

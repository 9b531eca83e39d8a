import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AuditResult } from '../record/audit-result.js';
import type { PlanRecord } from '../record/plan-record.js';
import { type CheckedDocument, checkedDocuments } from './document-state.js';
import { countStates } from './finding-state.js';
import { countSeverities } from './severity.js';

const FORBIDDEN_IN_NAMES = /[<>:"/\\|?*\u0000-\u001F\u007F]/gu;
const LONGEST_NAME_BYTES = 200;

/** A record as JSON, indented, ending in a newline. */
export function renderRecord(record: PlanRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function cutToBytes(name: string, bytes: number): string {
  let cut = name;
  while (Buffer.byteLength(cut) > bytes) cut = cut.slice(0, -1);
  return cut.replace(/[\uD800-\uDBFF]$/u, '');
}

/**
 * The name under which each checked document's record is written: `<file name>.json`. Names that would meet on any
 * file system (same name in two folders, other case) carry a short hash of the path, so does a name cut for length.
 * Keyed by the document.
 */
export function recordFileNames(result: AuditResult): ReadonlyMap<CheckedDocument, string> {
  const checked = checkedDocuments(result);
  const bare = new Map(
    checked.map((document) => {
      const name = basename(document.file.replaceAll('\\', '/')).replace(FORBIDDEN_IN_NAMES, '_');
      return [document, name === '' || name === '.' || name === '..' ? '_' : name.normalize('NFC')] as const;
    }),
  );
  const uses = new Map<string, number>();
  for (const name of bare.values()) uses.set(name.toLowerCase(), (uses.get(name.toLowerCase()) ?? 0) + 1);
  const names = new Map<CheckedDocument, string>();
  for (const [document, name] of bare) {
    const tooLong = Buffer.byteLength(name) > LONGEST_NAME_BYTES;
    const shared = (uses.get(name.toLowerCase()) ?? 0) > 1;
    const stem = tooLong ? cutToBytes(name, LONGEST_NAME_BYTES) : name;
    names.set(document, shared || tooLong ? `${stem}.${shortHash(document.path)}.json` : `${stem}.json`);
  }
  return names;
}

function changesOf(document: CheckedDocument) {
  const { new: fresh = 0, stayed = 0, mended = 0 } = countStates([document]) ?? {};
  return { against: document.changes?.against, new: fresh, stayed, mended };
}

/** The record with all its findings, the suppressed ones too: what a person lets be was found all the same. */
export function wholeRecord({ record, suppressed }: CheckedDocument): PlanRecord {
  if (suppressed === undefined) return record;
  const findings = [...record.findings, ...suppressed.map(({ finding }) => finding)];
  return { ...record, findings: findings.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * The run itself as JSON: when, with which version, and of every file what became of it: the name of its record and
 * its findings by severity, or why it could not be read.
 */
export function renderRun(result: AuditResult): string {
  const names = recordFileNames(result);
  const documents = result.documents.map((document) => {
    const { kind, file, path, sha256 } = document;
    return document.kind === 'failed'
      ? { kind, file, path, sha256, reason: document.failure.reason, detail: document.failure.detail }
      : {
          kind,
          file,
          path,
          sha256,
          issuingAgency: document.record.header.issuingAgency,
          planYear: document.record.header.planYear,
          change: document.change,
          record: `records/${names.get(document)}`,
          findings: countSeverities(document.record.findings),
          suppressed: (document.suppressed ?? []).map(({ finding, ...why }) => ({
            fingerprint: finding.fingerprint,
            ruleId: finding.ruleId,
            ...why,
          })),
          ...(document.changes === undefined ? {} : { changes: changesOf(document) }),
        };
  });
  return `${JSON.stringify({ ...result, documents }, null, 2)}\n`;
}

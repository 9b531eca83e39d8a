/**
 * Rasoat as a library. `audit` does a whole folder; `readDocument`, `extractPlan` and `check` are its stages, each
 * usable alone. Only `audit` parses files in processes of their own, with limits on time and memory.
 *
 * @example
 * import { audit } from 'rasoat';
 * const result = await audit({ paths: ['plans/'], db: 'rasoat.db' });
 * for (const document of result.documents)
 *   if (document.kind === 'checked') console.log(document.file, document.record.findings.length);
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * import { check, DEFAULT_LIMITS, extractPlan, loadRegisters, readDocument } from 'rasoat';
 * const outcome = await readDocument(
 *   { file: 'plan.docx', bytes: await readFile('plan.docx') },
 *   { limits: DEFAULT_LIMITS, onPage: () => undefined, recognizer: null },
 * );
 * if (outcome.kind === 'read') console.log(check(extractPlan(outcome.document), loadRegisters()));
 */
export { check } from './check/check.js';
export { checkSet } from './check/check-set.js';
export { defaultRulesDir, loadRegisters, type Registers } from './check/registers/load-registers.js';
export { RegisterError } from './check/registers/register-error.js';
export type { Box } from './document/box.js';
export type {
  Block,
  Cell,
  Layer,
  Page,
  Paragraph,
  ParagraphStyle,
  ReadMethod,
  ReadNote,
  Row,
  SourceDocument,
  SourceSegment,
  Table,
  Word,
} from './document/source-document.js';
export type { Span } from './document/span.js';
export { extractPlan } from './extract/extract-plan.js';
export { createRecognizer } from './ingest/ocr/create-recognizer.js';
export type { Recognizer } from './ingest/ocr/recognizer.js';
export { readDocument } from './ingest/read-document.js';
export {
  DEFAULT_LIMITS,
  type FailureReason,
  type OnPage,
  type ReadContext,
  type ReadFailure,
  type ReadInput,
  type ReadLimits,
  type ReadOutcome,
} from './ingest/read-outcome.js';
export type { AuditedDocument, AuditResult } from './record/audit-result.js';
export type {
  Amount,
  Assignment,
  BudgetLine,
  Citation,
  Frequency,
  Locator,
  Per,
  Responsibility,
  Role,
  StandardReference,
  Task,
  Timing,
} from './record/fields.js';
export { type Finding, FindingSchema, type Severity } from './record/finding.js';
export {
  type Header,
  type OutlineEntry,
  type PlanRecord,
  PlanRecordSchema,
  RECORD_VERSION,
  type RecordWarning,
} from './record/plan-record.js';
export type { Mention } from './record/primitives.js';
export type { ReportFormat } from './report/formats.js';
export { writeReports } from './report/write-reports.js';
export { audit } from './run/audit.js';
export type { AuditOptions } from './run/audit-options.js';
export type { AuditEvent, AuditHooks } from './run/events.js';
export { PIPELINE_VERSION } from './run/pipeline-version.js';
export type { Stage } from './run/protocol.js';
export type { WorkerLimits } from './run/worker-limits.js';
export { type OpenOptions, openStore } from './store/open-store.js';
export type {
  Change,
  DocumentToSave,
  FailureToSave,
  FileName,
  FindingOrigin,
  RecordLookup,
  RunEnd,
  RunToStart,
  SearchHit,
  SearchOptions,
  Snippet,
  Store,
  StoreCounts,
  StoredDocument,
  StoredFailure,
  StoredRecord,
} from './store/store.js';
export { StoreError, type StoreErrorCode } from './store/store-error.js';

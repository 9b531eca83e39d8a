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
export type { Baseline, BaselineDocument } from './check/baseline/baseline.js';
export { check } from './check/check.js';
export { checkSet } from './check/check-set.js';
export { comparePlans } from './check/compare/compare-plans.js';
export type { PlanComparison } from './check/compare/plan-comparison.js';
export type { ListedUnit } from './check/expected/units-csv.js';
export { UnitsCsvError } from './check/expected/units-csv-error.js';
export { defaultRulesDir, loadRegisters, type Registers } from './check/registers/load-registers.js';
export { RegisterError } from './check/registers/register-error.js';
export type { Suppression, Suppressions } from './check/suppress/suppression-file.js';
export { SuppressionFileError } from './check/suppress/suppression-file-error.js';
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
export { openPagePictures, renderRegion } from './ingest/page-picture/open-page-pictures.js';
export type { PagePicture, PagePictures, PictureOptions } from './ingest/page-picture/page-picture.js';
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
  type RecognizeChoice,
} from './ingest/read-outcome.js';
export type {
  AuditedDocument,
  AuditResult,
  BaselineSummary,
  ExpectedUnit,
  ExpectedUnits,
  FindingChanges,
  IdleSuppression,
  SuppressedFinding,
} from './record/audit-result.js';
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
export { annotate } from './report/annotate/annotate.js';
export type { AnnotateOptions } from './report/annotate/annotation.js';
export type { AnnotateOutcome, AnnotateRefusal } from './report/annotate/outcome.js';
export type { CutOut, CutOuts } from './report/cut-outs.js';
export type { ReportFormat } from './report/formats.js';
export { NoteWriter, type Templates } from './report/note/note-writer.js';
export type { Office } from './report/note/office.js';
export { TemplateError } from './report/note/template-error.js';
export { writeReports } from './report/write-reports.js';
export { audit } from './run/audit.js';
export type { AuditOptions } from './run/audit-options.js';
export { makeCutOuts } from './run/cut-outs/make-cut-outs.js';
export type { AuditEvent, AuditHooks } from './run/events.js';
export { BaselineError, loadBaseline } from './run/load-baseline.js';
export { loadSuppressions } from './run/load-suppressions.js';
export { loadUnits, type UnitList } from './run/load-units.js';
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

import type { Generated, Selectable } from 'kysely';

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;

interface MentionColumns {
  document_id: number;
  ordinal: number;
  raw: string;
  span_start: number;
  span_end: number;
  /** The first page it stands on; null for sources without pages. */
  page: number | null;
  confidence: number;
}

interface Runs {
  id: string;
  version: string;
  pipeline_version: string;
  as_of: string | null;
  started_at: string;
  finished_at: string | null;
  state: 'running' | 'finished' | 'interrupted' | 'abandoned';
  host: string;
  pid: number;
  checked: number | null;
  unchanged: number | null;
  failed: number | null;
}

interface Documents {
  id: Generated<number>;
  sha256: string;
  media_type: string;
  pages: number | null;
  method: string;
  is_plan: Flag;
  parent_agency: string | null;
  issuing_agency: string | null;
  document_type: string | null;
  number: string | null;
  symbol: string | null;
  subject: string | null;
  place: string | null;
  issued_on: string | null;
  plan_year: number | null;
  pipeline_version: string;
  check_key: string;
  run_id: string;
  read_at: string;
  record: string;
}

interface Files {
  id: Generated<number>;
  path: string;
  version: number;
  file: string;
  sha256: string;
  state: 'current' | 'superseded';
  run_id: string;
  named_at: string;
}

interface Failures {
  path: string;
  file: string;
  sha256: string | null;
  reason: string;
  detail: string;
  pipeline_version: string;
  attempts: number;
  run_id: string;
  failed_at: string;
}

interface Citations extends MentionColumns {
  type: string | null;
  number: string | null;
  short: Flag;
  issuer: string | null;
  issued_on: string | null;
  title: string | null;
  locators: string;
  role: string;
  within_ordinal: number | null;
}

interface Standards extends MentionColumns {
  designation: string;
  version: number | null;
  in_title_of: string | null;
}

interface Tasks extends MentionColumns {
  number: string | null;
  content: string;
  section: string | null;
  outputs: string;
  origin: string;
  table_number: number | null;
}

interface Assignments extends MentionColumns {
  task_ordinal: number;
  unit: string;
  role: string;
  resolved: string | null;
}

interface Timings extends MentionColumns {
  task_ordinal: number | null;
  label: string | null;
  start: string | null;
  end: string | null;
  frequency: string | null;
  times: number | null;
  conditional: Flag;
  invalid: string | null;
}

interface Amounts extends MentionColumns {
  value: number;
  per: string;
  in_words: number | null;
}

interface BudgetLines extends MentionColumns {
  number: string | null;
  content: string;
  unit: string | null;
  quantity: number | null;
  unit_price: number | null;
  amount: number | null;
  level: string;
  table_number: number;
}

interface Findings extends MentionColumns {
  origin: 'document' | 'set';
  rule_id: string;
  severity: string;
  message: string;
  message_en: string;
  suggestion: string | null;
  evidence: string | null;
  evidence_en: string | null;
  fingerprint: string;
  location: string;
}

interface Decisions {
  id: Generated<number>;
  sha256: string;
  by: string;
  at: string;
  batch: string | null;
  action: string;
  evidence: string | null;
}

interface Reviews {
  sha256: string;
  state: 'to-review' | 'in-review' | 'done';
  confirmed: number;
  corrected: number;
  dismissed: number;
  last_by: string;
  last_at: string;
}

interface Users {
  name: string;
  role: 'reader' | 'reviewer' | 'administrator';
  password_hash: string;
  disabled: Flag;
  created_at: string;
}

interface Sessions {
  token_hash: string;
  user: string;
  csrf: string;
  created_at: string;
  last_seen_at: string;
}

interface Log {
  id: Generated<number>;
  at: string;
  by: string;
  what: string;
  subject: string | null;
  detail: string | null;
}

/** What lists are sorted and filtered by: current files, and failures (whose document_id is null). Triggers keep it. */
interface Listing {
  id: Generated<number>;
  path: string;
  document_id: number | null;
  sha256: string | null;
  file: string;
  unit: string | null;
  number: string | null;
  issued_on: string | null;
  plan_year: number | null;
  state: 'to-review' | 'in-review' | 'done' | 'failed';
  errors: number;
  warnings: number;
  notices: number;
  read_at: string;
  run_id: string;
  named_run_id: string;
}

/** The full-text index; its rowid is documents.id. Contentless: it can be searched, not read. */
interface TextIndex {
  rowid: number;
  written: string;
  folded: string;
}

/** The tables as the migrations leave them. */
export interface Schema {
  runs: Runs;
  documents: Documents;
  files: Files;
  failures: Failures;
  citations: Citations;
  standards: Standards;
  tasks: Tasks;
  assignments: Assignments;
  timings: Timings;
  amounts: Amounts;
  budget_lines: BudgetLines;
  findings: Findings;
  text_index: TextIndex;
  decisions: Decisions;
  reviews: Reviews;
  users: Users;
  sessions: Sessions;
  log: Log;
  listing: Listing;
}

/** A row as it is read from, and written whole into, one of the tables without generated columns. */
export type Row<Name extends keyof Schema> = Selectable<Schema[Name]>;

import type { RuleFile } from '../check/cases/rule-file.js';
import type { AuditResult } from '../record/audit-result.js';
import { findingRows, findingRowsApart } from './finding-row.js';
import type { Language } from './language.js';
import { messages } from './messages/messages.js';
import { artifactLocation } from './sarif/artifact-location.js';
import { LEVELS, sarifResult } from './sarif/sarif-result.js';

/** Where the schema of SARIF 2.1.0 is published. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const asMessage = (text: { readonly vi: string; readonly en: string }, language: Language) => ({
  text: text[language],
});

/**
 * The audit as SARIF 2.1.0 (OASIS), indented: every rule with its help, every finding as a result with its place as
 * offsets into the record's text and, where there are pages, page and box; suppressed findings with their
 * reason, and where there is an older version what is new, unchanged or absent. Messages are in `language`; the
 * properties of results and rules have both languages.
 */
export function renderSarif(result: AuditResult, rules: readonly RuleFile[], language: Language): string {
  const artifacts = result.documents.map((document) => ({
    location: artifactLocation(document.path),
    roles: ['analysisTarget'],
    ...(document.sha256 === null ? {} : { hashes: { 'sha-256': document.sha256 } }),
    ...(document.kind === 'checked' ? { mimeType: document.record.source.mediaType } : {}),
    ...(document.kind === 'checked' && document.record.review !== undefined
      ? {
          properties: {
            fieldsConfirmed: document.record.review.confirmed,
            fieldsCorrected: document.record.review.corrected,
          },
        }
      : {}),
  }));
  const artifactIndex = new Map(result.documents.map(({ path }, index) => [path, index]));
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const rows = [...findingRows(result), ...findingRowsApart(result)];
  const unread = result.documents.flatMap((document) => {
    if (document.kind !== 'failed') return [];
    const { reason, remedy } = messages(language).failure[document.failure.reason];
    return [
      {
        level: 'error',
        message: { text: `${reason}. ${remedy}` },
        descriptor: { id: `file/${document.failure.reason}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: artifactLocation(document.path, artifactIndex.get(document.path)),
            },
          },
        ],
      },
    ];
  });
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Rasoat',
            semanticVersion: result.version,
            language,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: asMessage(rule.title, language),
              fullDescription: asMessage(rule.explanation, language),
              help: { text: `${rule.explanation[language]}\n\n${rule.source}` },
              defaultConfiguration: { level: LEVELS[rule.severity] },
              properties: { title: rule.title, explanation: rule.explanation, tags: [rule.id.split('/')[0]] },
            })),
          },
        },
        automationDetails: {
          id: `rasoat/${result.runId}`,
          ...(isGuid(result.runId) ? { guid: result.runId } : {}),
        },
        ...(result.baseline === undefined || !isGuid(result.baseline.name)
          ? {}
          : { baselineGuid: result.baseline.name }),
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            startTimeUtc: result.startedAt,
            endTimeUtc: result.finishedAt,
            ...(unread.length > 0 ? { toolExecutionNotifications: unread } : {}),
          },
        ],
        originalUriBaseIds: { ROOT: { description: { text: messages(language).sarif.root } } },
        artifacts,
        columnKind: 'utf16CodeUnits',
        results: rows.map((row) =>
          sarifResult(row, {
            language,
            location: artifactLocation(row.path, artifactIndex.get(row.path)),
            rule: ruleIndex.get(row.finding.ruleId) ?? null,
          }),
        ),
        properties: { asOf: result.asOf },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu.test(text);

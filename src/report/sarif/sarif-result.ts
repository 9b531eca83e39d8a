import type { Severity } from '../../record/finding.js';
import type { FindingRow } from '../finding-row.js';
import type { FindingState } from '../finding-state.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import type { ArtifactLocation } from './artifact-location.js';

/** SARIF's levels for the severities. */
export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

const BASELINE_STATES: Readonly<Record<FindingState, 'new' | 'unchanged' | 'absent'>> = {
  new: 'new',
  stayed: 'unchanged',
  mended: 'absent',
};

/** What a result needs to know of the run. */
export interface ResultContext {
  readonly language: Language;
  readonly location: ArtifactLocation;
  /** Index of the rule in the run's rules; null for one without description. */
  readonly rule: number | null;
}

/**
 * A finding as a SARIF result. The region is one of the record's text, not of the file's bytes: `charOffset` and
 * `charLength` count UTF-16 units of it; a thing that is absent has no region. Page and box are properties,
 * since SARIF knows no pages.
 */
export function sarifResult(row: FindingRow, { language, location, rule }: ResultContext) {
  const { finding, state, suppressed } = row;
  const { message, evidence } = findingText(finding, language);
  const { start, end } = finding.span;
  const isHere = end > start && state !== 'mended';
  return {
    ruleId: finding.ruleId,
    ...(rule === null ? {} : { ruleIndex: rule }),
    level: LEVELS[finding.severity],
    message: {
      text: [message, evidence].filter((part) => part !== null).join(' '),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location,
          ...(isHere
            ? {
                region: {
                  charOffset: start,
                  charLength: end - start,
                  ...(row.line === null ? {} : { startLine: row.line, startColumn: row.column ?? 1 }),
                  snippet: { text: finding.raw },
                  properties: { page: row.page, boxes: finding.location },
                },
              }
            : {}),
        },
      },
    ],
    partialFingerprints: { 'rasoat/v1': finding.fingerprint },
    ...(state === null ? {} : { baselineState: BASELINE_STATES[state] }),
    // An empty list says that suppressions were looked at and none holds.
    suppressions:
      suppressed === null
        ? []
        : [
            {
              kind: 'external',
              status: 'accepted',
              justification: suppressed.reason,
              properties: { by: suppressed.by, when: suppressed.when, until: suppressed.until },
            },
          ],
    properties: {
      file: row.file,
      issuingAgency: row.issuingAgency,
      planYear: row.planYear,
      page: row.page,
      confidence: finding.confidence,
      suggestion: finding.suggestion,
      message: { vi: finding.message, en: finding.english.message },
      evidence: { vi: finding.evidence, en: finding.english.evidence },
    },
  };
}

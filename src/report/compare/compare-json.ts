import type { PlanComparison } from '../../check/compare/plan-comparison.js';
import type { PlanRecord } from '../../record/plan-record.js';

const ofPlan = ({ source, header }: PlanRecord) => ({
  file: source.file,
  sha256: source.sha256,
  issuingAgency: header.issuingAgency,
  parentAgency: header.parentAgency,
  number: header.number,
  issuedOn: header.issuedOn,
  planYear: header.planYear,
});

/** The comparison as JSON, indented: the two plans by name and head, and everything that differs with its places. */
export function renderComparisonJson({ older, newer, ...rest }: PlanComparison): string {
  return `${JSON.stringify({ older: ofPlan(older), newer: ofPlan(newer), ...rest }, null, 2)}\n`;
}

import { check } from '../../src/check/check.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { readDocument } from '../../src/ingest/read-document.js';
import type { Finding } from '../../src/record/finding.js';
import type { Specimen } from './plant.js';
import { toDocx } from './to-docx.js';

const encoder = new TextEncoder();

/** All that the program finds in a generated plan, from its bytes on. Throws where it cannot be read. */
export async function findingsIn(specimen: Specimen, form: 'txt' | 'docx'): Promise<readonly Finding[]> {
  const bytes = form === 'txt' ? encoder.encode(specimen.text) : await toDocx(specimen.text);
  const outcome = await readDocument({ file: `${specimen.name}.${form}`, bytes });
  if (outcome.kind === 'failed') throw new Error(`${specimen.name}: ${outcome.detail}`);
  return check(extractPlan(outcome.document), loadRegisters());
}

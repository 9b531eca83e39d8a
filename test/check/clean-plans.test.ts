import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { readDocument } from '../../src/ingest/read-document.js';

const folder = new URL('clean-plans/', import.meta.url);
const registers = loadRegisters();

/** Short plans of many years and agencies without a fault, full of wording that looks like one. */
describe('plans without a fault', () => {
  it.each(readdirSync(fileURLToPath(folder)).sort())('%s gets no error and no warning', async (file) => {
    const read = await readDocument({ file, bytes: new Uint8Array(readFileSync(new URL(file, folder))) });
    if (read.kind === 'failed') throw new Error(`${file} was not read`);
    const record = extractPlan(read.document);
    expect(record.isPlan).toBe(true);
    const found = check(record, registers).filter((finding) => finding.severity !== 'notice');
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});

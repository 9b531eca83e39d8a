import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import { check } from '../../src/check/check.js';
import { documentIdentity, fingerprintOf, shortFingerprint } from '../../src/check/fingerprint.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';

const registers = loadRegisters();
const found = (part: Parameters<typeof buildRecord>[0]) => check(buildRecord(part), registers);
const only = (part: Parameters<typeof buildRecord>[0]): string => {
  const [finding] = found(part).filter(({ ruleId }) => ruleId === 'text/misspelling');
  return finding?.fingerprint ?? '';
};

describe('a fingerprint', () => {
  it('stays when lines move, and when the draft gets its number and date', () => {
    const before = only({ text: 'Theo quy đinh.', header: { number: null, issuedOn: null } });
    const after = only({
      text: 'Một dòng mới.\n\nTheo quy đinh.',
      header: { number: '12/KH-SKHCN', issuedOn: '2026-02-01' },
    });
    expect(after).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('differs between plans of two units, years or subjects', () => {
    const fingerprints = [
      only({ text: 'Theo quy đinh.' }),
      only({ text: 'Theo quy đinh.', header: { issuingAgency: 'SỞ NỘI VỤ' } }),
      only({ text: 'Theo quy đinh.', header: { planYear: 2025 } }),
      only({ text: 'Theo quy đinh.', header: { subject: 'Cải cách hành chính' } }),
    ];
    expect(new Set(fingerprints).size).toBe(4);
  });

  it('is that of the same plan in another file', () => {
    const source = { file: 'khac.pdf', sha256: 'f'.repeat(64) };
    expect(only({ text: 'Theo quy đinh.', source })).toBe(only({ text: 'Theo quy đinh.' }));
  });

  it('tells occurrences apart', () => {
    const [first, second] = found({ text: 'Theo quy đinh. Và quy đinh.' });
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });
});

describe('what a document is known by', () => {
  it('is its head without case, marks and punctuation', () => {
    const one = buildRecord({ header: { subject: 'Duy trì hệ thống, năm 2026' } });
    const other = buildRecord({ header: { subject: 'DUY TRÌ HỆ THỐNG năm 2026' } });
    expect(documentIdentity(one)).toBe(documentIdentity(other));
  });

  it('is its bytes where the head says nothing', () => {
    const record = buildRecord({ header: { subject: null, issuingAgency: null } });
    expect(documentIdentity(record)).toBe(record.source.sha256);
  });
});

it('the beginning that people see is part of the whole', () => {
  const fingerprint = fingerprintOf('d', 'r', 'q', [], 0);
  expect(fingerprint.startsWith(shortFingerprint(fingerprint))).toBe(true);
  expect(shortFingerprint(fingerprint)).toHaveLength(10);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaselineDocument } from '../../src/check/baseline/baseline.js';
import { compareWithBaseline } from '../../src/check/baseline/compare-with-baseline.js';
import { findingChanges } from '../../src/check/baseline/finding-changes.js';
import { pairDocuments } from '../../src/check/baseline/pair-documents.js';
import type { Finding } from '../../src/record/finding.js';
import { checkedOf, findingOf, recordOf } from '../report/sample-audit.js';

const finding = (fingerprint: string, raw = fingerprint): Finding => ({
  ...findingOf({ ruleId: 'text/misspelling', severity: 'error', message: raw, english: raw, at: null }),
  raw,
  fingerprint,
});
const older = (fields: Partial<BaselineDocument>): BaselineDocument => ({
  file: 'kh.docx',
  path: null,
  sha256: null,
  issuingAgency: null,
  planYear: null,
  findings: [],
  ...fields,
});

describe('what became of findings', () => {
  it('goes by the fingerprint, else by rule and quote', () => {
    const changes = findingChanges(
      [finding('same'), finding('moved-head-now', 'quy  đinh'), finding('brand-new')],
      older({ findings: [finding('same'), finding('moved-head', 'Quy đinh'), finding('gone')] }),
    );
    expect(changes.fresh).toEqual(['brand-new']);
    expect(changes.mended.map(({ fingerprint }) => fingerprint)).toEqual(['gone']);
  });

  it('counts repetitions of one quote one by one', () => {
    const changes = findingChanges(
      [finding('n1', 'q')],
      older({ findings: [finding('o1', 'q'), finding('o2', 'q'), finding('o3', 'q')] }),
    );
    expect(changes.fresh).toEqual([]);
    expect(changes.mended).toHaveLength(2);
  });

  it('accounts for every finding of both sides', () => {
    const side = fc.uniqueArray(fc.tuple(fc.nat(9), fc.constantFrom('a', 'b', 'c')), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(side, side, (before, after) => {
        const was = before.map(([id, raw]) => finding(`f${id}`, raw));
        const is = after.map(([id, raw]) => finding(`f${id}`, raw));
        const { fresh, mended } = findingChanges(is, older({ findings: was }));
        expect(is.length - fresh.length).toBe(was.length - mended.length);
      }),
    );
  });
});

describe('the former version of a document', () => {
  const now = (fields: object) => ({
    file: 'kh.docx',
    path: 'in/kh.docx',
    sha256: 'a',
    issuingAgency: null,
    planYear: null,
    ...fields,
  });

  it('is the one under its path, its bytes, its name, or of its unit and year, in this order', () => {
    const [byPath, byBytes, byName, byUnit] = [
      now({}),
      now({ path: 'x', sha256: 'b', file: 'x.docx' }),
      now({ path: 'y', sha256: 'c', file: 'KH2.docx' }),
      now({ path: 'z', sha256: 'd', file: 'z.docx', issuingAgency: 'SỞ Y TẾ', planYear: 2026 }),
    ];
    const was = [
      older({ path: 'in/kh.docx', file: 'other' }),
      older({ sha256: 'b', file: 'o' }),
      older({ file: 'kh2.docx' }),
      older({ file: 'p', issuingAgency: 'Sở Y tế', planYear: 2026 }),
    ];
    const pairs = pairDocuments([byPath, byBytes, byName, byUnit], was);
    expect([byPath, byBytes, byName, byUnit].map((one) => pairs.get(one))).toEqual(was);
  });

  it('stays open where two fit', () => {
    const two = [older({ path: 'a/kh.docx' }), older({ path: 'b/kh.docx' })];
    expect(pairDocuments([now({ path: 'c/kh.docx' })], two).size).toBe(0);
  });
});

it('an audit against a baseline says what is gone as a whole and leaves unknown documents alone', () => {
  const record = recordOf('kh.docx', 'KẾ HOẠCH', { findings: [finding('new')] });
  const { documents, summary } = compareWithBaseline(
    [checkedOf(record, 'in/kh.docx'), checkedOf(recordOf('khac.docx', 'x'), 'in/khac.docx')],
    {
      name: 'lần 1',
      documents: [
        older({ path: 'in/kh.docx', findings: [finding('old')] }),
        older({ file: 'mat.docx', findings: [finding('a'), finding('b')] }),
      ],
    },
  );
  expect(documents[0]).toMatchObject({ changes: { fresh: ['new'], mended: [{ fingerprint: 'old' }] } });
  expect(documents[1]).not.toHaveProperty('changes');
  expect(summary).toEqual({ name: 'lần 1', gone: [{ file: 'mat.docx', findings: 2 }] });
});

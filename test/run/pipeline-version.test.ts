import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/ingest/read-outcome.js';
import { PIPELINE_VERSION, pipelineVersionFor } from '../../src/run/pipeline-version.js';

const limits = DEFAULT_LIMITS;

it('is the pipeline’s own with the usual settings', () => {
  expect(pipelineVersionFor({ limits, ocr: 'auto' })).toBe(PIPELINE_VERSION);
  expect(pipelineVersionFor({ limits, ocr: 'auto', recognize: 'auto' })).toBe(PIPELINE_VERSION);
});

it('is another where pages are recognized otherwise', () => {
  const forced = pipelineVersionFor({ limits, ocr: 'auto', recognize: 'force' });
  const never = pipelineVersionFor({ limits, ocr: 'auto', recognize: 'never' });
  const native = pipelineVersionFor({ limits, ocr: 'native' });
  expect(new Set([PIPELINE_VERSION, forced, never, native]).size).toBe(4);
});

it('is the same for two ways of recognizing nothing', () => {
  const off = pipelineVersionFor({ limits, ocr: 'off' });
  expect(pipelineVersionFor({ limits, ocr: 'native', recognize: 'never' })).toBe(off);
  expect(pipelineVersionFor({ limits, ocr: 'off', recognize: 'force' })).toBe(off);
});

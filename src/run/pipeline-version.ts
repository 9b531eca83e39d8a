import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_LIMITS } from '../ingest/read-outcome.js';
import type { ReadSettings } from './protocol.js';

/**
 * Stands for everything that decides what record a file's bytes become: reading, recognizing, extracting. Raise it
 * with any change to those; stored documents of another version are then read again.
 */
export const PIPELINE_VERSION = '3';

/**
 * The version under which what is read with these settings is stored: the pipeline's own with the usual settings,
 * one of their own with others, since other limits, another engine or none make other records.
 */
export function pipelineVersionFor(settings: Pick<ReadSettings, 'limits' | 'ocr' | 'recognize'>): string {
  const { limits, recognize = 'auto' } = settings;
  const ocr = recognize === 'never' ? 'off' : settings.ocr;
  const isForced = recognize === 'force' && ocr !== 'off';
  const usual = ocr === 'auto' && !isForced && isDeepStrictEqual(limits, DEFAULT_LIMITS);
  if (usual) return PIPELINE_VERSION;
  const values = Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify([ocr, values, ...(isForced ? ['force'] : [])]));
  return `${PIPELINE_VERSION}+${hash.digest('hex').slice(0, 12)}`;
}

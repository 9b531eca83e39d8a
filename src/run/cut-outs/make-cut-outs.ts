import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { AuditResult } from '../../record/audit-result.js';
import type { CutOut, CutOuts } from '../../report/cut-outs.js';
import { PictureProcess } from '../pictures/picture-process.js';
import { CutOutCache, type DrawnRegion } from './cut-out-cache.js';
import { drawRegions } from './draw-regions.js';
import { type WantedCutOut, wantedCutOuts } from './want-regions.js';

/** Bounds that keep the report a file that opens fast and can be sent by mail. */
export interface CutOutLimits {
  /** Of all pictures together, as they stand in the report (base64). */
  readonly totalBytes: number;
  /** Pictures at most. */
  readonly count: number;
}

export const DEFAULT_CUT_OUT_LIMITS: CutOutLimits = { totalBytes: 9_000_000, count: 1500 };

const DPI = 120;
/** CSS pixels an inch. */
const CSS_DPI = 96;

export interface MakeCutOutsOptions {
  /** Where relative paths of documents begin. */
  readonly cwd: string;
  /** Folder that keeps pictures for the next report. */
  readonly cache: string;
  /** A process that was started for it; is closed at the end. */
  readonly process?: PictureProcess | null;
  /** Files drawn at the same time. */
  readonly jobs?: number;
  readonly limits?: Partial<CutOutLimits>;
  readonly signal?: AbortSignal;
  /** Told after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Cuts the place of every finding out of its page, for PDF and picture files, each page drawn once, in a process of its
 * own. What the bounds leave no room for goes without; findings that were read with the least confidence come
 * first. Never rejects: a file that can't be drawn is named.
 */
export async function makeCutOuts(
  result: AuditResult,
  { cwd, cache, process: started = null, jobs = 2, limits, signal, onProgress }: MakeCutOutsOptions,
): Promise<CutOuts> {
  const { totalBytes, count } = { ...DEFAULT_CUT_OUT_LIMITS, ...limits };
  const wanted = wantedCutOuts(result);
  const chosen = wanted.slice(0, count);
  const byDocument = new Map<WantedCutOut['document'], WantedCutOut[]>();
  for (const one of chosen) {
    const same = byDocument.get(one.document) ?? [];
    same.push(one);
    byDocument.set(one.document, same);
  }
  const kept = new CutOutCache(cache, DPI);
  const drawn = new Map<WantedCutOut['document'], ReadonlyMap<string, DrawnRegion>>();
  const failed: string[] = [];
  const queue = new PQueue({ concurrency: Math.max(1, jobs) });
  const idle: PictureProcess[] = started === null ? [] : [started];
  let done = 0;
  await Promise.all(
    [...byDocument].map(([document, places]) =>
      queue.add(async () => {
        const before = new Map(await kept.read(document.sha256));
        const missing = places.filter(({ region }) => !before.has(region.key));
        if (missing.length > 0 && signal?.aborted !== true) {
          const regions = new Map(missing.map(({ region }) => [region.key, region]));
          const inOrder = [...regions.values()].sort((a, b) => a.page - b.page || a.box[1] - b.box[1]);
          const process = idle.pop() ?? new PictureProcess();
          const file = { path: resolve(cwd, document.path), sha256: document.sha256, dpi: DPI };
          const { drawn: pictures, whole } = await drawRegions(process, file, inOrder);
          idle.push(process);
          for (const [key, picture] of pictures) before.set(key, picture);
          if (!whole) failed.push(document.file);
          else await kept.write(document.sha256, before);
        }
        drawn.set(document, before);
        done += 1;
        onProgress?.(done, byDocument.size);
      }),
    ),
  );
  await Promise.all(idle.map((process) => process.close()));
  await kept.keepOnly(new Set(result.documents.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))));
  return within({ totalBytes, count }, wanted, drawn, failed.sort());
}

/** Takes pictures in the order of need as long as there is room; a picture that two findings share counts twice. */
function within(
  { totalBytes, count }: CutOutLimits,
  wanted: readonly WantedCutOut[],
  drawn: ReadonlyMap<WantedCutOut['document'], ReadonlyMap<string, DrawnRegion>>,
  failed: readonly string[],
): CutOuts {
  const shown = new Map<string, CutOut>();
  let bytes = 0;
  let left = 0;
  for (const { document, finding, region, marks } of wanted) {
    const picture = drawn.get(document)?.get(region.key);
    if (picture === null) continue;
    if (picture === undefined || shown.size >= count || bytes + picture.base64.length > totalBytes) {
      if (!failed.includes(document.file)) left += 1;
      continue;
    }
    bytes += picture.base64.length;
    const { mediaType, base64, width, height, box } = picture;
    const across = width / (box[2] - box[0]);
    const down = height / (box[3] - box[1]);
    shown.set(keyOf(document.path, finding), {
      mediaType,
      base64,
      width,
      height,
      shownWidth: Math.round(((box[2] - box[0]) * CSS_DPI) / 72),
      page: region.page,
      marks: marks.map((mark) => ({
        x: (mark[0] - box[0]) * across,
        y: (mark[1] - box[1]) * down,
        width: (mark[2] - mark[0]) * across,
        height: (mark[3] - mark[1]) * down,
      })),
    });
  }
  return {
    of: (path, finding) => shown.get(keyOf(path, finding)) ?? null,
    shown: shown.size,
    left,
    failed,
  };
}

const keyOf = (path: string, { fingerprint }: { readonly fingerprint: string }): string =>
  `${path}\u0000${fingerprint}`;

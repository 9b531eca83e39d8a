import type { AuditEvent } from '../../run/events.js';

type Stage = Extract<AuditEvent, { kind: 'stage' }>['stage'];

/** A file that is being worked on. `page` of `pages` are done; both 0 while unknown. */
export interface FileProgress {
  readonly file: string;
  readonly stage: Stage | null;
  readonly page: number;
  readonly pages: number;
}

/** How far a run is: what a progress bar shows. */
export interface ProgressState {
  readonly phase: 'collecting' | 'files' | 'set';
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** By path, the one touched last at the end. */
  readonly open: ReadonlyMap<string, FileProgress>;
}

export const NOTHING_DONE: ProgressState = {
  phase: 'collecting',
  done: 0,
  total: 0,
  failed: 0,
  open: new Map(),
};

function touched(state: ProgressState, path: string, file: FileProgress): ProgressState {
  const open = new Map(state.open);
  open.delete(path);
  open.set(path, file);
  return { ...state, phase: 'files', open };
}

/** The state after an event. */
export function progressAfter(state: ProgressState, event: AuditEvent): ProgressState {
  switch (event.kind) {
    case 'collected':
      return { ...state, phase: 'files', total: event.files };
    case 'file-started':
      return touched(state, event.path, { file: event.file, stage: null, page: 0, pages: 0 });
    case 'stage': {
      const before = state.open.get(event.path);
      return touched(state, event.path, {
        page: 0,
        pages: 0,
        ...before,
        file: event.file,
        stage: event.stage,
      });
    }
    case 'page':
      return touched(state, event.path, event);
    case 'file-done': {
      const open = new Map(state.open);
      open.delete(event.path);
      const failed = state.failed + (event.outcome === 'failed' ? 1 : 0);
      return { ...state, phase: 'files', done: event.done, total: event.total, failed, open };
    }
    case 'checking-set':
      return { ...state, phase: 'set', open: new Map() };
    case 'interrupted':
      return state;
  }
}

/** Files done, with the parts of those that are open: 3.5 for three files and half the pages of a fourth. */
export function filesDone(state: ProgressState): number {
  let done = state.done;
  for (const { page, pages } of state.open.values()) if (pages > 0) done += Math.min(0.95, page / pages);
  return Math.min(done, state.total);
}

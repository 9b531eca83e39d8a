import type { Registers } from '../../check/registers/load-registers.js';
import type { PictureSource } from '../../run/pictures/picture-cache.js';
import type { Store } from '../../store/store.js';
import type { Assets } from './assets.js';
import type { Authority, Person } from './authority.js';
import type { Batches } from './batches.js';
import type { Changes } from './changes.js';
import type { Originals } from './originals.js';
import type { ReviewDesk } from './review-desk.js';

/** What the server works with. All that opens files or listens stands outside of it. */
export interface AppContext {
  readonly version: string;
  readonly store: Store;
  readonly desk: ReviewDesk;
  readonly pictures: PictureSource;
  readonly originals: Originals;
  readonly batches: Batches;
  readonly changes: Changes;
  readonly authority: Authority;
  readonly registers: Registers;
  /** Folder of the registers and rules. */
  readonly rules: string;
  readonly assets: Assets;
  /** The address that the server listens on. */
  readonly host: string;
  /** Names besides that address under which people reach it. */
  readonly names: readonly string[];
  /** Name of the cookie that carries the session; tells servers on one machine apart. */
  readonly cookie: string;
  /** Notes an error that nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

/** What the handlers find out about a request before a route sees it. */
export interface AppEnv {
  Variables: { person: Person };
}

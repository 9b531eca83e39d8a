import type { LayoutPage } from './layout/layout-page.js';
import type { OnPage } from './read-outcome.js';

/**
 * Pages of one file that are still being recognized while the next ones are opened. Holds back the reader when more
 * are under way than can be worked on, so that no pile of pictures grows.
 */
export class PagesInFlight {
  readonly #pages: Promise<LayoutPage>[] = [];
  readonly #underWay = new Set<Promise<LayoutPage>>();
  readonly #total: number;
  readonly #onPage: OnPage;
  #done = 0;

  /** `total` pages will be added; `onPage` is told of each that is done. */
  constructor(total: number, onPage: OnPage) {
    this.#total = total;
    this.#onPage = onPage;
  }

  /** Takes the next page in order; settles when at most `most` pages are under way. `page` must not reject. */
  async add(page: Promise<LayoutPage>, most: number): Promise<void> {
    const counted = page.finally(() => {
      this.#underWay.delete(counted);
      this.#onPage(++this.#done, this.#total);
    });
    this.#pages.push(counted);
    this.#underWay.add(counted);
    while (this.#underWay.size > most) await Promise.race(this.#underWay);
  }

  /** All pages in order, when the last is done. */
  all(): Promise<readonly LayoutPage[]> {
    return Promise.all(this.#pages);
  }

  /** Settles when nothing is under way any more, whatever became of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#pages);
  }
}

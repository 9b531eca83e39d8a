import { ActionSchema, type Decision, EvidenceSchema } from '../../review/decision.js';
import type { AddedDecisions, DecisionsToAdd, ReviewStore } from '../review-store.js';
import type { Connection } from './connection.js';
import type { Row } from './schema.js';

const decisionOf = (row: Row<'decisions'>): Decision => ({
  id: row.id,
  sha256: row.sha256,
  by: row.by,
  at: row.at,
  batch: row.batch,
  action: ActionSchema.parse(JSON.parse(row.action)),
  evidence: row.evidence === null ? null : EvidenceSchema.parse(JSON.parse(row.evidence)),
});

/** What persons decided, on one SQLite file. */
export class SqliteReviews implements ReviewStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async addDecisions(toAdd: DecisionsToAdd): Promise<AddedDecisions> {
    const { sha256, by, batch } = toAdd;
    const { build } = this.#connection;
    const at = new Date().toISOString();
    return this.#connection.transaction((): AddedDecisions => {
      const kept = this.#of(sha256);
      const inTheWay = toAdd.conflict(kept);
      if (inTheWay !== null) return { kind: 'conflict', with: inTheWay };
      const decisions = toAdd.decisions.map(({ action, evidence }): Decision => {
        const row = this.#connection.first(
          build
            .insertInto('decisions')
            .values({
              sha256,
              by,
              at,
              batch,
              action: JSON.stringify(action),
              evidence: evidence === null ? null : JSON.stringify(evidence),
            })
            .returning('id'),
        );
        if (row === undefined) throw new Error('an insert returned no row');
        return { id: row.id, sha256, by, at, batch, action, evidence };
      });
      const columns = { ...toAdd.summary([...kept, ...decisions]), last_by: by, last_at: at };
      this.#connection.run(
        build
          .insertInto('reviews')
          .values({ sha256, ...columns })
          .onConflict((conflict) => conflict.column('sha256').doUpdateSet(columns)),
      );
      return { kind: 'added', decisions };
    });
  }

  async decisionsOf(sha256: string): Promise<readonly Decision[]> {
    return this.#connection.guarded(() => this.#of(sha256));
  }

  async lastDecision(sha256: string): Promise<number> {
    const row = this.#connection.guarded(() =>
      this.#connection.first(
        this.#connection.build
          .selectFrom('decisions')
          .select('id')
          .where('sha256', '=', sha256)
          .orderBy('id', 'desc')
          .limit(1),
      ),
    );
    return row?.id ?? 0;
  }

  #of(sha256: string): readonly Decision[] {
    const { build } = this.#connection;
    return this.#connection
      .all(build.selectFrom('decisions').selectAll().where('sha256', '=', sha256).orderBy('id'))
      .map(decisionOf);
  }
}

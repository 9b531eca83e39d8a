/**
 * Why the database refused. "newer-version": written by a later program. "foreign": a database of another program.
 * "not-a-database": the file is something else. "not-found": asked to open, not to create, and it is not there.
 * "unusable": cannot be opened, read or written here. "invalid-record": the record breaks its own schema.
 */
export type StoreErrorCode =
  | 'newer-version'
  | 'foreign'
  | 'not-a-database'
  | 'not-found'
  | 'unusable'
  | 'invalid-record';

/** What the store throws; `message` is one English sentence for the log, `code` is what to tell a user by. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What went wrong with a request, in a word that programs and both languages know. */
export type WebErrorCode =
  | 'bad-request'
  | 'not-logged-in'
  | 'wrong-link'
  | 'forbidden'
  | 'foreign-request'
  | 'not-found'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'blocked'
  | 'wrong-password'
  | 'name-taken'
  | 'own-account'
  | 'no-picture'
  | 'conflict'
  | 'failed';

const STATUS: Readonly<Record<WebErrorCode, 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500>> = {
  'bad-request': 400,
  'not-logged-in': 401,
  'wrong-link': 401,
  'wrong-password': 401,
  forbidden: 403,
  'foreign-request': 403,
  'not-found': 404,
  'name-taken': 409,
  'own-account': 400,
  'no-picture': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 413,
  unsupported: 415,
  blocked: 429,
  failed: 500,
};

/** Ends a request with an error answer. `detail` is for the log and, where it is about the request, for its sender. */
export class WebError extends Error {
  override readonly name = 'WebError';
  readonly code: WebErrorCode;

  constructor(code: WebErrorCode, detail = '') {
    super(detail);
    this.code = code;
  }

  get status() {
    return STATUS[this.code];
  }
}

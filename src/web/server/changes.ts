import { EventEmitter } from 'node:events';

/** Tells those who look at a document that somebody decided about it. */
export class Changes {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** `last` is the number of the newest decision. */
  tell(sha256: string, last: number): void {
    this.#emitter.emit(sha256, last);
  }

  /** Calls `onChange` at every decision about the document until the returned function is called. */
  watch(sha256: string, onChange: (last: number) => void): () => void {
    this.#emitter.on(sha256, onChange);
    return () => this.#emitter.off(sha256, onChange);
  }
}

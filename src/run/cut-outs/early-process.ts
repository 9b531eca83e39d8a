import type { AuditEvent } from '../events.js';
import { PictureProcess } from '../pictures/picture-process.js';

const IS_PDF = /\.pdf$/iu;

/**
 * Starts the process that will draw cut-outs while the last file of an audit, a PDF, is extracted and checked, which
 * keeps one processor busy; else it would start only then. To be told the audit's events, and closed at the end.
 */
export class EarlyProcess {
  #process: PictureProcess | null = null;
  #files = 0;
  #done = 0;

  onEvent(event: AuditEvent): void {
    if (event.kind === 'collected') this.#files = event.files;
    else if (event.kind === 'file-done') this.#done = event.done;
    else if (event.kind === 'stage' && event.stage === 'extracting' && IS_PDF.test(event.path)) {
      if (this.#done + 1 < this.#files || this.#process !== null) return;
      this.#process = new PictureProcess();
      this.#process.start();
    }
  }

  /** The process, if it was started; whoever takes it closes it. */
  take(): PictureProcess | null {
    const started = this.#process;
    this.#process = null;
    return started;
  }

  async close(): Promise<void> {
    await this.take()?.close();
  }
}

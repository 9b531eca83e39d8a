import { UndecodedJpeg } from './jpeg-as-it-is.js';

/** A piece of a page's operator list as pdf.js's parser sends it. */
interface Chunk {
  readonly fnArray: readonly unknown[];
  readonly argsArray: readonly unknown[];
}

/** What pdf.js's two halves send each other: only what is looked at here. */
interface Message {
  readonly sourceName?: unknown;
  readonly targetName?: unknown;
  readonly action?: unknown;
  readonly callbackId?: unknown;
  readonly stream?: unknown;
  readonly chunk?: Partial<Chunk> | null;
  readonly data?: unknown;
}

type Listener = (event: { readonly data: unknown }) => void;

const CALLBACK_DATA = 1;
const STREAM_ENQUEUE = 4;

/** What a form costs beside its own operations. */
const FORM = 20;

/** pdf.js's numbers of the operations that count for more than one. */
export interface OperationCodes {
  readonly showText: number;
  readonly paintFormXObjectBegin: number;
}

const glyphsIn = (args: unknown): number =>
  Array.isArray(args) && Array.isArray(args[0]) ? args[0].length : 0;

/** A picture's message without its bitmap and with its JPEG, which needs no end of its own as bitmaps do. */
function withJpeg(message: Message, jpeg: UndecodedJpeg): Message {
  const parts: readonly unknown[] = Array.isArray(message.data) ? message.data : [];
  const data = parts.map((part) => {
    if (typeof part !== 'object' || part === null || !('bitmap' in part)) return part;
    const { bitmap: _, ...picture } = part;
    return { ...picture, jpeg: jpeg.bytes };
  });
  return { ...message, data };
}

const buffersOf = (transfer: readonly (ArrayBuffer | UndecodedJpeg)[] = []): ArrayBuffer[] =>
  transfer.filter((one): one is ArrayBuffer => one instanceof ArrayBuffer);

const isChunk = (message: Message): message is Message & { readonly chunk: Chunk } =>
  message.stream === STREAM_ENQUEUE && Array.isArray(message.chunk?.fnArray);

/**
 * Joins the two halves of pdf.js on one thread, as its own loopback does, for pages that are read and not drawn:
 * operator lists go over as they are, not cloned; the outlines of glyphs, which only drawing needs, are never asked
 * for; and operations are counted, so that a page that paints without end is noticed while it does.
 */
export class ReadingPort {
  readonly #listeners = new Set<Listener>();
  readonly #turn = Promise.resolve();
  readonly #codes: OperationCodes;
  readonly #mostOperations: number;
  readonly #onOverrun: () => void;
  #operations = 0;

  /** `onOverrun` is called once, when more than `mostOperations` have come since the last `restart`. */
  constructor(codes: OperationCodes, mostOperations: number, onOverrun: () => void) {
    this.#codes = codes;
    this.#mostOperations = mostOperations;
    this.#onOverrun = onOverrun;
  }

  /** Counts from nought for the next page. */
  restart(): void {
    this.#operations = 0;
  }

  postMessage(message: Message, transfer?: (ArrayBuffer | UndecodedJpeg)[]): void {
    if (message.action === 'FontFallback' && message.callbackId !== undefined) {
      this.#deliver({
        sourceName: message.targetName,
        targetName: message.sourceName,
        callback: CALLBACK_DATA,
        callbackId: message.callbackId,
        data: null,
      });
      return;
    }
    if (!isChunk(message)) {
      const [jpeg] = transfer ?? [];
      if (jpeg instanceof UndecodedJpeg) this.#deliver(withJpeg(message, jpeg));
      else this.#deliver(structuredClone(message, { transfer: buffersOf(transfer) }));
      return;
    }
    const { chunk } = message;
    const before = this.#operations;
    this.#operations += this.#weigh(chunk);
    if (before <= this.#mostOperations && this.#operations > this.#mostOperations) this.#onOverrun();
    // The parser empties its two lists as soon as they are sent, and keeps nothing that is in them.
    const [fnArray, argsArray] = [[...chunk.fnArray], [...chunk.argsArray]];
    this.#deliver({ ...message, chunk: { ...chunk, fnArray, argsArray } });
  }

  /** Operations of the chunk; a text counts as its glyphs, a form as the many steps that it costs to begin one. */
  #weigh({ fnArray, argsArray }: Chunk): number {
    let weight = fnArray.length;
    for (const [i, code] of fnArray.entries())
      if (code === this.#codes.showText) weight += glyphsIn(argsArray[i]);
      else if (code === this.#codes.paintFormXObjectBegin) weight += FORM;
    return weight;
  }

  #deliver(data: unknown): void {
    void this.#turn.then(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_: 'message', listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** Ends all talk. */
  terminate(): void {
    this.#listeners.clear();
  }
}

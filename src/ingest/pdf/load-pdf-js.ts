import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { installJpegDecoder } from './jpeg-as-it-is.js';

/** Both halves of pdf.js: the one that is called and the one that parses. */
export interface LoadedPdfJs {
  readonly api: typeof PdfJs;
  /** Connects a parser to the port. */
  readonly parse: (port: unknown) => void;
}

async function load(): Promise<LoadedPdfJs> {
  installJpegDecoder();
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const api = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // The legacy build puts a push of its own, some ten times slower, on every array of the process, for the sake of
  // arrays of 2^32 entries and read-only lengths. Neither occurs here.
  if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push);
  return { api, parse: (port) => WorkerMessageHandler.initializeFromPort(port) };
}

let loaded: Promise<LoadedPdfJs> | null = null;

/** Loads pdf.js at the first call. */
export function loadPdfJs(): Promise<LoadedPdfJs> {
  loaded ??= load();
  return loaded;
}

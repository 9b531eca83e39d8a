import type { Span } from '../../document/span.js';
import type { ReadLimits } from '../read-outcome.js';
import { readParts } from './package-parts.js';
import { nothingMet } from './story.js';
import { type Stretch, TracingBuilder } from './tracing-builder.js';
import { writeParts } from './write-parts.js';
import { type IndexedElement, indexXml } from './xml-index.js';
import { XmlTrace } from './xml-trace.js';
import { openPackage } from './zip-package.js';

/** Text of the document that one element of the package gave. */
export interface MappedPiece {
  /** In the document's text. */
  readonly span: Span;
  readonly part: string;
  /** Index in the part's elements: a `w:t`, or a sign such as `w:sym`. */
  readonly element: number;
  /** Offsets in the element's own text; the whole of it where `exact` is false. */
  readonly from: number;
  readonly to: number;
  /** False where the text was converted (old fonts, signs): characters have no place of their own then. */
  readonly exact: boolean;
}

/** A part's source with its elements in document order. */
export interface MappedPart {
  readonly source: string;
  readonly elements: readonly IndexedElement[];
}

/** A DOCX's text with the way back into the package. */
export interface DocxTextMap {
  /** The same text as the reader gives. */
  readonly text: string;
  readonly mainPart: string;
  /** The parts that were read, by name. */
  readonly parts: ReadonlyMap<string, MappedPart>;
  /** Where `span` stands in the package, in text order; [] where no element gave it (automatic numbers, tabs). */
  pieces(span: Span): readonly MappedPiece[];
}

/** A character with what joins it; a run of white space, which the text folds to one space. */
const CLUSTER = /\s+|[^\s]\p{M}*/uy;

/** By character of the text: where it stood in the raw text; -1 for what the reader put there. */
function rawStarts(builder: TracingBuilder): Int32Array {
  const starts = new Int32Array(builder.text.length).fill(-1);
  for (const { clean, raw, length } of builder.segments)
    for (let i = 0; i < length; i++) starts[clean + i] = raw + i;
  return starts;
}

/** The stretch that holds `raw`; undefined between stretches. */
function stretchAt(stretches: readonly Stretch[], raw: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, length } = stretches[middle] as Stretch;
    if (start + length <= raw) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.start <= raw ? found : undefined;
}

function rawEnd(raw: string, start: number): number {
  CLUSTER.lastIndex = start;
  return start + (CLUSTER.exec(raw)?.[0].length ?? 1);
}

/**
 * Reads a DOCX as `readDocx` does and keeps where each character came from. Takes about twice the reader's time and
 * memory. Throws a DocxProblem where the file can't be read.
 */
export async function mapDocxText(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'maxInflatedBytes' | 'maxDepth'>,
): Promise<DocxTextMap> {
  const trace = new XmlTrace();
  const read = await readParts(await openPackage(bytes, limits), limits.maxDepth, trace);
  const builder = new TracingBuilder();
  const { text } = await writeParts(read, nothingMet(), builder);
  const starts = rawStarts(builder);
  const parts = new Map<string, MappedPart>();
  for (const [name, { source, names }] of trace.parts)
    parts.set(name, { source, elements: indexXml(source, names) });

  const pieces = (span: Span): readonly MappedPiece[] => {
    const found: { span: Span; stretch: Stretch; from: number; to: number }[] = [];
    for (let at = Math.max(0, span.start); at < Math.min(span.end, text.length); at++) {
      const raw = starts[at] ?? -1;
      const stretch = raw < 0 ? undefined : stretchAt(builder.stretches, raw);
      if (stretch === undefined) continue;
      const from = raw - stretch.start;
      const to = Math.min(stretch.length, rawEnd(builder.raw, raw) - stretch.start);
      const last = found.at(-1);
      if (last?.stretch === stretch) {
        last.span = { start: last.span.start, end: at + 1 };
        last.to = Math.max(last.to, to);
      } else found.push({ span: { start: at, end: at + 1 }, stretch, from, to });
    }
    return found.flatMap(({ span: own, stretch, from, to }): readonly MappedPiece[] => {
      const place = trace.placeOf(stretch.source);
      if (place === undefined) return [];
      const { exact } = stretch;
      return [
        {
          span: own,
          part: place.part,
          element: place.order,
          from: exact ? from : 0,
          to: exact ? to : stretch.source.text.length,
          exact,
        },
      ];
    });
  };
  return { text, mainPart: read.mainPart, parts, pieces };
}

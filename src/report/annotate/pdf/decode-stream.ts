import { constants, inflateSync } from 'node:zlib';
import { PdfError } from './pdf-error.js';
import { integerIn, type PdfDictionary, type PdfValue } from './syntax.js';

/** Cross-reference and object streams of honest files inflate to a few megabytes. */
const MAX_BYTES = 200_000_000;

const only = (value: PdfValue | undefined): PdfValue | undefined =>
  value?.kind === 'array' ? (value.items.length > 1 ? undefined : value.items[0]) : value;

/** Undoes the PNG predictors (ISO 32000-1, 7.4.4.4): each row begins with the number of its filter. */
function unpredict(data: Buffer, columns: number, pixelBytes: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)] ?? 0;
    for (let i = 0; i < columns; i++) {
      const here = row * columns + i;
      const left = i < pixelBytes ? 0 : (out[here - pixelBytes] ?? 0);
      const up = row === 0 ? 0 : (out[here - columns] ?? 0);
      const corner = row === 0 || i < pixelBytes ? 0 : (out[here - columns - pixelBytes] ?? 0);
      const raw = data[row * (columns + 1) + 1 + i] ?? 0;
      out[here] = raw + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
      const [toLeft = 0, toUp = 0, toCorner = 0] = [a, b, c];
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

/** A stream's data as cross-reference and object streams are packed: not at all, or by Flate. Throws a PdfError. */
export function decodeStream(dictionary: PdfDictionary, packed: Buffer): Buffer {
  const filter = dictionary.entries.get('Filter');
  if (filter === undefined || (filter.kind === 'array' && filter.items.length === 0)) return packed;
  const name = only(filter);
  if (name?.kind !== 'name' || (name.value !== 'FlateDecode' && name.value !== 'Fl'))
    throw new PdfError('a structural stream is packed in an unusual way');
  let data: Buffer;
  try {
    data = inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES });
  } catch {
    throw new PdfError('a structural stream can not be inflated');
  }
  const parameters = only(dictionary.entries.get('DecodeParms'));
  if (parameters?.kind !== 'dictionary') return data;
  const predictor = integerIn(parameters, 'Predictor') ?? 1;
  if (predictor === 1) return data;
  if (predictor < 10) throw new PdfError('a structural stream is packed in an unusual way');
  const bits = (integerIn(parameters, 'Colors') ?? 1) * (integerIn(parameters, 'BitsPerComponent') ?? 8);
  const columns = Math.ceil(((integerIn(parameters, 'Columns') ?? 1) * bits) / 8);
  if (columns < 1 || columns > 1_000_000)
    throw new PdfError('a structural stream is packed in an unusual way');
  return unpredict(data, columns, Math.max(1, bits >> 3));
}

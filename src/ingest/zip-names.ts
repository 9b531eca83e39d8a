const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const END_REACH = 22 + 0xffff;
const MAX_NAMES = 20_000;

function findEndRecord(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_REACH);
  for (let at = view.byteLength - 22; at >= least; at--)
    if (view.getUint32(at, true) === END_RECORD) return at;
  return -1;
}

/** Names by the local headers of the entries from the start on, as far as their sizes lead. */
function localNames(view: DataView, text: (at: number, length: number) => string): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 30 <= view.byteLength && view.getUint32(at, true) === LOCAL_ENTRY; ) {
    const nameLength = view.getUint16(at + 26, true);
    const behindName = at + 30 + nameLength + view.getUint16(at + 28, true);
    names.push(text(at + 30, nameLength));
    const packed = view.getUint32(at + 18, true);
    const sizeFollows = (view.getUint16(at + 6, true) & 8) !== 0 && packed === 0;
    if (sizeFollows || names.length >= MAX_NAMES) break;
    at = behindName + packed;
  }
  return names;
}

/**
 * The entry names of a ZIP file, by its directory; by the entries themselves where the directory is missing (a
 * truncated file). Nothing is inflated or checked. [] for other bytes. Never throws.
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 30) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const text = (at: number, length: number): string =>
    decoder.decode(bytes.subarray(at, at + length)).replaceAll('\\', '/');
  const end = findEndRecord(view);
  if (end < 0) return localNames(view, text);
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (names.length < MAX_NAMES && at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const nameLength = view.getUint16(at + 28, true);
    names.push(text(at + 46, nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names.length > 0 ? names : localNames(view, text);
}

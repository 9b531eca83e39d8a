import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP archive that is to be written anew, added, or (null) left out. */
export type EntryChanges = ReadonlyMap<string, Uint8Array | null>;

/** Thrown for archives that can't be edited entry by entry: ZIP64, several disks, a broken directory. */
export class ZipEditError extends Error {
  override readonly name = 'ZipEditError';
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const NEEDS_ZIP64 = 0xffffffff;
/** Names are UTF-8; no data descriptor behind the data. */
const UTF8_FLAG = 0x0800;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  /** The central record's bytes. */
  readonly record: Buffer;
  readonly offset: number;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MAX_COMMENT); at--)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new ZipEditError('the archive has no end record');
}

function readDirectory(bytes: Buffer, end: number): readonly Entry[] {
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || start === NEEDS_ZIP64 || bytes.readUInt16LE(end + 4) !== 0)
    throw new ZipEditError('the archive is of the ZIP64 form or in several parts');
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL)
      throw new ZipEditError('the archive directory is broken');
    const name = bytes.readUInt16LE(at + 28);
    const length = CENTRAL_BYTES + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const record = bytes.subarray(at, at + length);
    const offset = record.readUInt32LE(42);
    if (offset === NEEDS_ZIP64 || offset + LOCAL_BYTES > start || bytes.readUInt32LE(offset) !== LOCAL)
      throw new ZipEditError('an entry of the archive is not where its directory says');
    entries.push({
      name: record.toString('utf8', CENTRAL_BYTES, CENTRAL_BYTES + name),
      record: Buffer.from(record),
      offset,
    });
    at += length;
  }
  return entries;
}

interface Written {
  readonly local: Buffer;
  readonly record: Buffer;
}

/** A deflated entry with the time and date of `like`, so that the same input gives the same bytes. */
function writeEntry(name: string, data: Uint8Array, like: Buffer | undefined): Written {
  const packed = deflateRawSync(data, { level: 9 });
  const named = Buffer.from(name, 'utf8');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_FLAG, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt32LE(like?.readUInt32LE(12) ?? 0x00210000, 6);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(named.length, 22);
  const local = Buffer.alloc(4);
  local.writeUInt32LE(LOCAL, 0);
  const head = Buffer.alloc(6);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(20, 4);
  return {
    local: Buffer.concat([local, fields, named, packed]),
    record: Buffer.concat([head, fields, Buffer.alloc(14), named]),
  };
}

/**
 * Writes an archive in which only `changes` differ: every other entry is copied byte for byte, header, data and order.
 * New entries come last. Throws a ZipEditError.
 */
export function editZip(archive: Uint8Array, changes: EntryChanges): Uint8Array {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(bytes);
  const entries = readDirectory(bytes, end);
  const directory = bytes.readUInt32LE(end + 16);
  const byOffset = entries.map(({ offset }) => offset).sort((a, b) => a - b);
  const next = new Map(byOffset.map((offset, i) => [offset, byOffset[i + 1] ?? directory]));
  const locals: Buffer[] = [bytes.subarray(0, byOffset[0] ?? 0)];
  let length = locals[0]?.length ?? 0;
  const records = new Map<Entry, Buffer>();
  const put = (entry: Entry | null, local: Buffer, record: Buffer): Buffer => {
    record.writeUInt32LE(length, 42);
    locals.push(local);
    length += local.length;
    if (entry !== null) records.set(entry, record);
    return record;
  };
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    const change = changes.get(entry.name);
    if (change === null) continue;
    if (change === undefined)
      put(entry, bytes.subarray(entry.offset, next.get(entry.offset)), Buffer.from(entry.record));
    else {
      const written = writeEntry(entry.name, change, entry.record);
      put(entry, written.local, written.record);
    }
  }
  const known = new Set(entries.map(({ name }) => name));
  const like = entries[0]?.record;
  const added = [...changes]
    .filter(([name, data]) => data !== null && !known.has(name))
    .map(([name, data]) => {
      const written = writeEntry(name, data ?? new Uint8Array(), like);
      return put(null, written.local, written.record);
    });
  const central = [...entries.flatMap((entry) => records.get(entry) ?? []), ...added];
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(central.length, 8);
  tail.writeUInt16LE(central.length, 10);
  tail.writeUInt32LE(
    central.reduce((sum, record) => sum + record.length, 0),
    12,
  );
  tail.writeUInt32LE(length, 16);
  return new Uint8Array(Buffer.concat([...locals, ...central, tail]));
}

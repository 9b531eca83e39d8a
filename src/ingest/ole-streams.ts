const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** What an OLE container (MS-CFB) holds, by the names in its directory. */
export type OleContent = 'encrypted-ooxml' | 'word' | 'excel' | 'powerpoint' | 'unknown';

/** Names are stored in UTF-16, little-endian. The first that is found decides. */
const STREAMS: readonly (readonly [string, OleContent])[] = [
  ['EncryptedPackage', 'encrypted-ooxml'],
  ['EncryptionInfo', 'encrypted-ooxml'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'powerpoint'],
  ['Workbook', 'excel'],
];

/** What the container holds; null for bytes that are no OLE container. */
export function oleContent(bytes: Uint8Array): OleContent | null {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = STREAMS.find(([name]) => buffer.includes(Buffer.from(name, 'utf16le')));
  return found?.[1] ?? 'unknown';
}

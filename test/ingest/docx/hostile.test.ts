import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxOf, entriesOf, NAMESPACES, outcomeOf, p } from './docx-xml.js';
import { type ZipEntry, zipOf } from './zip-writer.js';

const honest = entriesOf({ body: p('Kế hoạch') });
/** The package with its main part replaced. */
const withMain = (data: string): Uint8Array =>
  zipOf(honest.map((entry) => (entry.name === 'word/document.xml' ? { ...entry, data } : entry)));
const failure = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await outcomeOf(bytes);
  return outcome.kind === 'failed' ? `${outcome.reason}: ${outcome.detail}` : outcome.document.text;
};

describe('a hostile or damaged DOCX', () => {
  it('that is a zip bomb is too large', async () => {
    const bomb: ZipEntry = { name: 'word/media/a.xml', data: Buffer.alloc(30_000_000) };
    expect(await failure(zipOf([...honest, bomb]))).toMatch(/^too-large: .*inflates more than 100 times/u);
  });

  it('is too large when its parts inflate to more than allowed in all', async () => {
    const bytes = docxOf({ body: p('x'.repeat(5_000)) });
    expect(await outcomeOf(bytes, { maxInflatedBytes: 5_000 })).toMatchObject({ reason: 'too-large' });
  });

  it('that lies about a size is stopped while inflating', async () => {
    const lying = honest.map((entry) =>
      entry.name === 'word/document.xml' ? { ...entry, claimedSize: 100 } : entry,
    );
    expect(await failure(zipOf(lying))).toMatch(/^broken: .*word\/document\.xml/u);
  });

  it('with a DOCTYPE is broken', async () => {
    const xml = `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${NAMESPACES}><w:body/></w:document>`;
    expect(await failure(withMain(xml))).toMatch(/^broken: .*DOCTYPE/u);
  });

  it('with 20,000 nested elements is broken, in whatever part', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`;
    expect(await failure(docxOf({ body: deep }))).toMatch(/^broken: .*deeper than 200 levels/u);
    expect(await failure(docxOf({ body: p('x'), styles: deep }))).toMatch(/^broken: .*styles\.xml.*deeper/u);
    expect(await outcomeOf(docxOf({ body: deep }), { maxDepth: 1_000_000 })).toMatchObject({
      reason: 'broken',
    });
  });

  it('as deep as allowed is read', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(450)}${p('đáy')}${'</w:sdtContent></w:sdt>'.repeat(450)}`;
    const outcome = await outcomeOf(docxOf({ body: deep }), { maxDepth: 1_000 });
    expect(outcome).toMatchObject({ kind: 'read', document: { text: 'đáy' } });
  });

  it('with names that leave the package is broken', async () => {
    expect(await failure(zipOf([...honest, { name: '../../evil.xml', data: 'x' }]))).toMatch(/^broken: /u);
  });

  it('with the same part twice is broken', async () => {
    expect(await failure(zipOf([...honest, ...honest.slice(2, 3)]))).toMatch(/^broken: .*twice/u);
  });

  it('with encrypted parts or in an OLE container is encrypted', async () => {
    const locked = honest.map((entry) => ({ ...entry, flags: 1 }));
    expect(await failure(zipOf(locked))).toMatch(/^encrypted: /u);
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await failure(ole)).toMatch(/^encrypted: /u);
  });

  it('that is truncated is broken wherever it was cut', async () => {
    const whole = docxOf({ body: p('Kế hoạch') });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
        expect(await failure(whole.slice(0, length))).toMatch(/^broken: /u);
      }),
      { numRuns: 30 },
    );
  });

  it('with a byte changed ends as a document or a named failure', async () => {
    const whole = docxOf({ body: p('Kế hoạch') });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        expect(['read', 'failed']).toContain((await outcomeOf(bytes)).kind);
      }),
      { numRuns: 100 },
    );
  });

  it('whose XML is malformed, not UTF-8 or of another kind is broken', async () => {
    expect(await failure(withMain(`<w:document ${NAMESPACES}><w:body></w:document>`))).toMatch(
      /^broken: .*not well-formed/u,
    );
    expect(await failure(withMain('<a/>'))).toMatch(/^broken: .*no word-processing document/u);
    expect(await failure(withMain(`<w:document ${NAMESPACES}/>`))).toMatch(/^broken: .*no body/u);
    const notText = honest.map((entry) =>
      entry.name === 'word/document.xml'
        ? { ...entry, data: new Uint8Array([0x3c, 0xff, 0xfe, 0xfd]) }
        : entry,
    );
    expect(await failure(zipOf(notText))).toMatch(/^broken: .*UTF-8/u);
    expect(await failure(zipOf([{ name: 'a.txt', data: 'a' }]))).toMatch(/^broken: .*no word-processing/u);
  });

  it('without text is empty', async () => {
    expect(await failure(docxOf({ body: p('') + p(' \t ') }))).toMatch(/^empty: /u);
  });
});

describe('an honest DOCX', () => {
  it('made by a library is read', async () => {
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('Kế hoạch năm 2031'), new Paragraph('Hết')] }] }),
    );
    expect(await failure(new Uint8Array(bytes))).toBe('Kế hoạch năm 2031\nHết');
  });

  it('in UTF-16 and in the strict dialect is read', async () => {
    const strict = NAMESPACES.replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    const xml = `<w:document ${strict}><w:body>${p('Kế hoạch')}</w:body></w:document>`;
    expect(await failure(withMain(xml))).toBe('Kế hoạch');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const bytes = zipOf(
      honest.map((entry) => (entry.name === 'word/document.xml' ? { ...entry, data: utf16 } : entry)),
    );
    expect(await failure(bytes)).toBe('Kế hoạch');
  });

  it('with drawings described in long attributes is read', async () => {
    const body = `<w:p><w:r><w:pict><v:shape w:gfx="${'A'.repeat(400_000)}"/></w:pict><w:t>sau hình</w:t></w:r></w:p>`;
    const bytes = docxOf({ body });
    expect(await failure(bytes)).toBe('sau hình');
  });
});

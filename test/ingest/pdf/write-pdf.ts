/** An object of a PDF: its body without "obj" and "endobj"; streams carry their bytes apart. */
interface PdfObject {
  readonly body: string;
  readonly stream?: Uint8Array;
}

export interface TestPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** A picture named /Im0: grey samples. `declared` is what its dictionary says its size is. */
  readonly image?: { readonly width: number; readonly height: number; readonly grey: number };
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Writes a small PDF with the standard font Times-Roman as /F0 and `fontName` as /F1, one content stream a page. */
export function writePdf(pages: readonly TestPage[], fontName = 'Helvetica-Bold'): Uint8Array {
  const objects: PdfObject[] = [];
  const add = (body: string, stream?: Uint8Array): number => {
    objects.push(stream === undefined ? { body } : { body, stream });
    return objects.length;
  };
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const encoding = '/Encoding /WinAnsiEncoding';
  const f0 = add(`<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman ${encoding} >>`);
  const f1 = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${fontName} ${encoding} >>`);
  const kids: number[] = [];
  for (const page of pages) {
    let xobject = '';
    if (page.image !== undefined) {
      const { width, height, grey } = page.image;
      const samples = new Uint8Array(Math.min(width * height, 4_000_000)).fill(grey);
      const image = add(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${samples.length} >>`,
        samples,
      );
      xobject = `/XObject << /Im0 ${image} 0 R >>`;
    }
    const content = latin1(page.content);
    const stream = add(`<< /Length ${content.length} >>`, content);
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Rotate ${page.rotate ?? 0} ` +
          `/Resources << /Font << /F0 ${f0} 0 R /F1 ${f1} 0 R >> ${xobject} >> /Contents ${stream} 0 R >>`,
      ),
    );
  }
  objects[1] = {
    body: `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  };
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n')];
  let at = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    push(latin1(`${index + 1} 0 obj\n${object.body}\n`));
    if (object.stream !== undefined) {
      push(latin1('stream\n'));
      push(object.stream);
      push(latin1('\nendstream\n'));
    }
    push(latin1('endobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Uint8Array.from(Buffer.concat(parts));
}

/** A line of text at (x, y) from the bottom left corner. */
export const show = (x: number, y: number, text: string, size = 12, font = 'F0'): string =>
  `BT /${font} ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/gu, '\\$&')}) Tj ET\n`;

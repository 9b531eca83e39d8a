import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** The same plan as a Word file: rows of cells parted by tabs become tables, all else paragraphs. */
export async function toDocx(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) children.push(tableOf(rows));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'));
      continue;
    }
    close();
    children.push(new Paragraph({ children: [new TextRun(line)] }));
  }
  close();
  const file = new Document({ sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(file));
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: Array.from(
            { length: columns },
            (_, i) => new TableCell({ children: [new Paragraph(row[i] ?? '')] }),
          ),
        }),
    ),
  });
}

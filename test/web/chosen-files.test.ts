import { expect, it } from 'vitest';
import { type ChosenFile, meantFiles, namesOf } from '../../src/web/pages/upload/chosen-files.js';

const chosen = (path: string, text = 'x'): ChosenFile => ({
  file: new File([text], path.split('/').at(-1) ?? '', { lastModified: 1 }),
  path,
});

it('passes over what nobody meant and what was chosen already', () => {
  const one = chosen('a/kh.docx');
  const found = meantFiles(
    ['a/kh.docx', 'a/~$kh.docx', 'a/.DS_Store', 'Thumbs.db', 'b/kh.docx'].map((path) => chosen(path)),
    [one],
  );
  expect(found.map(({ path }) => path)).toEqual(['b/kh.docx']);
});

it('calls files by their names, with their folders where several bear the same', () => {
  expect(
    namesOf(
      ['Sở Y tế/kh.docx', 'Sở Nội vụ/kh.docx', 'Sở Nội vụ/pl.docx', 'kh.docx'].map((path) => chosen(path)),
    ),
  ).toEqual(['Sở Y tế - kh.docx', 'Sở Nội vụ - kh.docx', 'pl.docx', 'kh.docx']);
});

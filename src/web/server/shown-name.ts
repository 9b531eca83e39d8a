/** Marks that turn the direction of what follows: with them "kh-fdp.exe" looks like "kh-exe.pdf". */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name as it may be shown: what would make it look like another one is seen as a mark of its own. */
export const shownName = (file: string): string => file.replace(DIRECTION, '\ufffd');

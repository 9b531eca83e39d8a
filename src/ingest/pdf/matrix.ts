/** An affine map [a, b, c, d, e, f] as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` after it. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** Where `matrix` takes the point. */
export const apply = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** The matrix in a list of six numbers as the operator list gives it; null where it is none. */
export function toMatrix(values: unknown): Matrix | null {
  if (typeof values !== 'object' || values === null) return null;
  const list = Array.from(values as ArrayLike<unknown>).slice(0, 6);
  if (list.length !== 6 || !list.every((v) => typeof v === 'number' && Number.isFinite(v))) return null;
  return list as unknown as Matrix;
}

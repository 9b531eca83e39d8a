/** A picture's size in points and how it was got. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A4 in points. */
const SHORT = 595.28;
const LONG = 841.89;
/** Resolutions below this are what programs write when they do not know (72, 96), not what scanners make. */
const LEAST_DENSITY = 100;
/** Inches that the short side of a scanned page may have: A6 up to A2. */
const SHORT_SIDE = [3.9, 17] as const;

/**
 * The size of the page that a picture of `width` x `height` pixels shows, in points. The resolution that the file
 * states (dots an inch) is taken where it makes a page of usual size; else the picture is taken for a page of A4 width
 * (of A4 height where it is wider than high).
 */
export function pictureSize(width: number, height: number, density: number | undefined): PictureSize {
  if (density !== undefined && density >= LEAST_DENSITY) {
    const short = Math.min(width, height) / density;
    if (short >= SHORT_SIDE[0] && short <= SHORT_SIDE[1])
      return { width: (width * 72) / density, height: (height * 72) / density };
  }
  const across = width > height ? LONG : SHORT;
  return { width: across, height: (across * height) / width };
}

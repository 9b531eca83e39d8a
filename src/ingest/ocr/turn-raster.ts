import type { Raster } from './recognizer.js';

/** `raster` turned clockwise by whole quarters. */
export function turnRaster(raster: Raster, quarters: 0 | 1 | 2 | 3): Raster {
  if (quarters === 0) return raster;
  const { width, height, channels, data } = raster;
  const out = new Uint8Array(data.length);
  const [across, down] = quarters === 2 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to =
        quarters === 1
          ? x * across + (height - 1 - y)
          : quarters === 2
            ? (height - 1 - y) * across + (width - 1 - x)
            : (width - 1 - x) * across + y;
      const from = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) out[to * channels + c] = data[from + c] as number;
    }
  return { width: across, height: down, channels, data: out };
}

import { inflateSync } from 'node:zlib';

/** Reads back a PNG of indexed colours as src/render/chart/indexedPng.ts writes it; `colour` is the red of a pixel. */
export function decoded(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunk = (name: string) => {
    const at = bytes.indexOf(name, 0, 'latin1');
    return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  };
  const [header, palette, rows] = [chunk('IHDR'), chunk('PLTE'), inflateSync(chunk('IDAT'))];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const colour = (x: number, y: number) => palette[3 * (rows[y * (width + 1) + 1 + x] ?? 0)] ?? 0;
  return { width, height, colour };
}

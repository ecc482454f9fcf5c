import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
const INDEXED = 3;

/**
 * A PNG of at most 256 opaque colours, a byte a pixel: a third of the time and of the bytes of resvg's own encoder.
 * Of more colours the rarest, which smooth an edge here or there, become the nearest of the others. By hand: fast-png,
 * the encoder that writes palettes, takes twice the time for files 5 % larger, and leaves the palette to be made here.
 */
export function indexedPng(rgba: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  const runs = runsOf(pixels, width);
  const { colours, places } = paletteOf(runs);
  const rows = Buffer.alloc((width + 1) * height);
  for (const { colour, at, length } of runs) {
    const start = at + Math.floor(at / width) + 1;
    rows.fill(places.get(colour) ?? 0, start, start + length);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  const parts = [chunk('IHDR', header), chunk('PLTE', Buffer.from(colours.flatMap(channels)))];
  const body = [...parts, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...body]));
}

/** Pixels of one colour side by side in one row: a chart has a few thousand of them, not a million. */
type Run = { readonly colour: number; readonly at: number; readonly length: number };

function runsOf(pixels: Uint32Array, width: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0, end = 0; at < pixels.length; at = end) {
    const colour = pixels[at] ?? 0;
    const edge = at - (at % width) + width;
    for (end = at + 1; end < edge && pixels[end] === colour; ) end += 1;
    runs.push({ colour, at, length: end - at });
  }
  return runs;
}

/** The commonest colours, and for every colour the place of the one that stands for it. */
function paletteOf(runs: readonly Run[]) {
  const counts = new Map<number, number>();
  for (const { colour, length } of runs) counts.set(colour, (counts.get(colour) ?? 0) + length);
  const sorted = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const colours = sorted.slice(0, COLOURS);
  const places = new Map(sorted.map((colour, at) => [colour, at < COLOURS ? at : nearest(colour, colours)]));
  return { colours, places };
}

function nearest(colour: number, colours: readonly number[]): number {
  const from = channels(colour);
  const far = (other: number) =>
    channels(other).reduce((sum, channel, at) => sum + (channel - (from[at] ?? 0)) ** 2, 0);
  let best = 0;
  for (const [at, other] of colours.entries()) if (far(other) < far(colours[best] ?? 0)) best = at;
  return best;
}

/** Pixels are read as little-endian words: red is the lowest byte. */
function channels(colour: number): number[] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

function chunk(name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** Of Inter, which comes in two files a weight: the latin one is enough for most names. */
export type Weight = 400 | 600;
export type Subset = 'latin' | 'latin-ext';

const require = createRequire(import.meta.url);
const widths = new Map<string, ReadonlyMap<number, number>>();

/** `woff2` is what resvg draws with, `woff` is what the widths are read from. */
export function fontFile(subset: Subset, weight: Weight, format: 'woff' | 'woff2'): Buffer {
  return readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.${format}`));
}

/**
 * The advance widths of a file in ems by code point, read on first use (https://www.w3.org/TR/WOFF, OpenType cmap
 * format 4). By hand: fontkitten takes seven times as long, a second of the first picture on a busy machine, and files
 * in TTF would spare no more than the inflating.
 */
export function advanceWidths(subset: Subset, weight: Weight): ReadonlyMap<number, number> {
  const key = `${subset}${weight}`;
  const found = widths.get(key) ?? widthsIn(fontFile(subset, weight, 'woff'));
  widths.set(key, found);
  return found;
}

function widthsIn(file: Buffer): ReadonlyMap<number, number> {
  const unitsPerEm = table(file, 'head').readUInt16BE(18);
  const longMetrics = table(file, 'hhea').readUInt16BE(34);
  const hmtx = table(file, 'hmtx');
  const advance = (glyph: number) => hmtx.readUInt16BE(Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
  return new Map([...glyphs(table(file, 'cmap'))].map(([code, glyph]) => [code, advance(glyph)]));
}

function table(file: Buffer, name: string): Buffer {
  const count = file.readUInt16BE(12);
  for (let at = 44; at < 44 + count * 20; at += 20) {
    if (file.toString('latin1', at, at + 4) !== name) continue;
    const [offset = 0, stored = 0, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field));
    const bytes = file.subarray(offset, offset + stored);
    return stored === length ? bytes : inflateSync(bytes);
  }
  throw new Error(`the font has no table ${name}`);
}

/** From the first subtable, which in these files is that of the Basic Multilingual Plane. */
function* glyphs(cmap: Buffer): Generator<readonly [code: number, glyph: number]> {
  const at = cmap.readUInt32BE(8);
  if (cmap.readUInt16BE(at) !== 4) throw new Error('the font begins with no cmap of format 4');
  const bytes = cmap.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + bytes];
  const [deltas, ranges] = [starts + bytes, starts + 2 * bytes];
  for (let i = 0; i < bytes; i += 2) {
    const [start, end] = [cmap.readUInt16BE(starts + i), cmap.readUInt16BE(ends + i)];
    const [delta, range] = [cmap.readUInt16BE(deltas + i), cmap.readUInt16BE(ranges + i)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.readUInt16BE(ranges + i + range + 2 * (code - start));
      if (glyph !== 0) yield [code, (glyph + delta) & 0xffff];
    }
  }
}

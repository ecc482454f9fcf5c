import { inflateSync } from 'node:zlib';

/**
 * The advance widths of a WOFF 1 font, in ems by code point. Font libraries take 0.2 s of a cold start to read what
 * these four tables say (https://www.w3.org/TR/WOFF, OpenType cmap format 4).
 */
export function advanceWidths(file: Buffer): ReadonlyMap<number, number> {
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
    const [offset, stored, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field));
    const bytes = file.subarray(offset, (offset ?? 0) + (stored ?? 0));
    return stored === length ? bytes : inflateSync(bytes);
  }
  throw new Error(`the font has no table ${name}`);
}

function* glyphs(cmap: Buffer): Generator<readonly [code: number, glyph: number]> {
  const at = subtable(cmap);
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

/** Where the table of the Basic Multilingual Plane begins. */
function subtable(cmap: Buffer): number {
  const count = cmap.readUInt16BE(2);
  for (let at = 4; at < 4 + count * 8; at += 8) {
    const offset = cmap.readUInt32BE(at + 4);
    if (cmap.readUInt16BE(offset) === 4) return offset;
  }
  throw new Error('the font has no cmap of format 4');
}

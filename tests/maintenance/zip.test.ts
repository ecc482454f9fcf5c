import { describe, expect, test } from 'vitest';
import { entriesOf, isZip, type ZipLimits } from '../../src/maintenance/zip.ts';
import { type Packed, zipped } from './zipped.ts';

const LIMITS: ZipLimits = { entries: 10, unpacked: 1024 ** 2 };
const good: Packed = { name: 'data/programme.json', bytes: '{"axes": []}' };

async function refusalOf(bytes: Uint8Array, limits = LIMITS) {
  const unzipped = await entriesOf(bytes, limits);
  return unzipped.ok ? null : unzipped;
}

test('a ZIP gives its files in their order, without folders and what systems add', async () => {
  const junk = ['data/', '__MACOSX/data/._programme.json', 'data/.DS_Store', 'Thumbs.db', 'data/._x'];
  const bytes = zipped([...junk.map((name) => ({ name })), good, { name: 'scheda è.csv', bytes: 'a;b' }]);
  expect(isZip(bytes)).toBe(true);
  const unzipped = await entriesOf(bytes, LIMITS);
  expect(unzipped.ok && unzipped.entries.map(({ name, bytes: own }) => [name, String(own)])).toEqual([
    ['data/programme.json', '{"axes": []}'],
    ['scheda è.csv', 'a;b'],
  ]);
});

describe('a ZIP is refused whole', () => {
  const refused: readonly [string, readonly Packed[], string][] = [
    ['with a name that leads upwards', [good, { name: '../../etc/passwd', bytes: 'x' }], 'path'],
    ['with an absolute name', [{ name: '/etc/passwd', bytes: 'x' }], 'path'],
    ['with a name of a Windows drive', [{ name: 'C:/x', bytes: 'x' }], 'path'],
    ['with a backslash in a name', [{ name: 'data\\..\\x.json', bytes: 'x' }], 'path'],
    ['with a folder outside', [{ name: '../x/' }, good], 'path'],
    ['with a link', [good, { name: 'snapshot.json', bytes: '/etc/passwd', mode: 0o120777 }], 'link'],
    ['with a pipe', [{ name: 'pipe', mode: 0o010644 }], 'link'],
    ['with a password', [{ ...good, encrypted: true }], 'encrypted'],
    ['with a ZIP in it', [good, { name: 'x.json', bytes: zipped([good]) }], 'nested'],
    ['with too many entries', Array.from({ length: 11 }, (_, at) => ({ ...good, name: `${at}` })), 'entries'],
    ['with a file that is too large', [{ name: 'a', bytes: Buffer.alloc(1024 ** 2 + 1) }], 'size'],
    [
      'with files that are too large together',
      ['a', 'b', 'c'].map((name) => ({ name, bytes: Buffer.alloc(400_000, name) })),
      'size',
    ],
    [
      'with a file that is larger than the ZIP says',
      [{ name: 'a', bytes: Buffer.alloc(64 * 1024 ** 2), stated: { size: 10 } }],
      'damaged',
    ],
    ['with other bytes than the ZIP says', [{ ...good, stated: { crc: 1 } }], 'damaged'],
    ['without a file', [{ name: 'data/' }, { name: '.DS_Store' }], 'empty'],
    ['without an entry', [], 'empty'],
  ];
  test.each(refused)('%s', async (_, files, reason) => {
    expect((await refusalOf(zipped(files)))?.reason).toBe(reason);
  });

  test('wherever it is cut off', async () => {
    const whole = zipped([good, { ...good, name: 'b.json' }]);
    for (let length = 4; length < whole.length; length += 7) {
      expect((await refusalOf(whole.subarray(0, length)))?.reason).toBe('damaged');
    }
  });
});

test('what is wrong is said in both languages, with the name as one can read it', async () => {
  const refusal = await refusalOf(zipped([{ name: `a\u202e${'x'.repeat(200)}/../b`, bytes: 'x' }]));
  const shown = `a<U+202E>${'x'.repeat(78)}…`;
  expect(refusal?.message).toEqual({
    it: `"${shown}" porta fuori dalla cartella dello ZIP.`,
    en: `"${shown}" leads out of the ZIP's folder.`,
  });
});

test('only what is wanted is unpacked: the rest may be large, or a ZIP', async () => {
  const bytes = zipped([
    { name: 'ppt/slides/slide1.xml', bytes: '<a/>' },
    { name: 'ppt/media/film.mp4', bytes: Buffer.alloc(2 * 1024 ** 2) },
    { name: 'ppt/embeddings/table.xlsx', bytes: zipped([good]) },
  ]);
  const unzipped = await entriesOf(bytes, { ...LIMITS, wanted: (name) => name.startsWith('ppt/slides/') });
  expect(unzipped.ok && unzipped.entries.map(({ name }) => name)).toEqual(['ppt/slides/slide1.xml']);
});

test('what is no ZIP is not taken for one', () => {
  expect(['', 'PK', '{"date": "2020-12-31"}'].map((text) => isZip(Buffer.from(text)))).toEqual([
    false,
    false,
    false,
  ]);
});

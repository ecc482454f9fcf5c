import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A way to spoil the folder of a dataset, and the file that a finding must name. */
export type Damage = {
  readonly name: string;
  readonly file: string;
  readonly spoil: (dir: string) => Promise<unknown>;
};

const PROGRAMME = 'programme.json';
const SNAPSHOT = 'snapshots/2020-12-31.json';

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Text = (text: string, random: () => number) => string | Uint8Array;

/** The file rewritten, with numbers of its own for each damage. */
function rewriting(name: string, file: string, change: Text, seed = 0): Damage {
  return {
    name: `${name} in ${file}${seed > 0 ? `, ${seed}` : ''}`,
    file,
    async spoil(dir) {
      const text = await readFile(join(dir, file), 'utf8');
      const spoilt = change(text, seeded(seed));
      if (spoilt === text) throw new Error(`${name} changes nothing`);
      await writeFile(join(dir, file), spoilt);
    },
  };
}

const times = <T>(count: number, make: (seed: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at + 1));
const pick = <T>(list: readonly T[], random: () => number): T => {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

/** A row of figures spoilt: each stands on a line of its own. */
function inRow(change: (row: string, random: () => number) => string, fits = (_: string) => true): Text {
  return (text, random) => {
    const rows = text.split('\n').filter((line) => /^ *\{ "subject".*"printed"/.test(line) && fits(line));
    const row = pick(rows, random);
    return text.replace(row, () => change(row, random));
  };
}

const inValue = (value: string | ((now: string) => string)) =>
  inRow((row) =>
    row.replace(
      /"value": ([\d.]+)/,
      (_, now) => `"value": ${typeof value === 'string' ? value : value(now)}`,
    ),
  );

const numberIn = (row: string) => /"value": ([\d.]+)/.exec(row)?.[1] ?? '';

/** Bytes that end too early: whoever cuts off only the last line end cuts off nothing. */
const cut: Text = (text, random) => {
  const bytes = Buffer.from(text.trimEnd());
  return bytes.subarray(0, Math.floor(random() * bytes.length));
};

const withoutOne = (sign: string) =>
  inRow((row, random) => {
    const places = [...row.matchAll(/"(?=subject|measure|value|unit|page|printed)/g)].map(
      ({ index }) => index,
    );
    const at = row.indexOf(sign, pick(places.slice(0, -1), random));
    return row.slice(0, at) + row.slice(at + 1);
  });

/** The value of one row in another, both printed as before. */
const swappedValues: Text = (text, random) => {
  const rows = text.split('\n').filter((line) => /^ *\{ "subject".*"printed"/.test(line));
  const first = pick(rows, random);
  const second = pick(
    rows.filter((row) => Number(numberIn(row)) !== Number(numberIn(first))),
    random,
  );
  const taking = (row: string, value: string) => row.replace(/"value": [\d.]+/, `"value": ${value}`);
  return text
    .replace(first, () => taking(first, numberIn(second)))
    .replace(second, () => taking(second, numberIn(first)));
};

/** Two whole figures, value and print and words, change places: only a sum that they are part of knows. */
const swappedFigures = (subjects: readonly [string, string], measure: string): Text => {
  const figure = (subject: string) =>
    new RegExp(`("subject": "${subject}", "measure": "${measure}", )("value": [^}]*?"printed": "[^"]*")`);
  return (text) => {
    const [first, second] = subjects.map((subject) => figure(subject).exec(text)?.[2] ?? '');
    if (!first || !second) throw new Error(`no ${measure} of ${subjects}`);
    return text.replace(figure(subjects[0]), `$1${second}`).replace(figure(subjects[1]), `$1${first}`);
  };
};

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const replacing =
  (pattern: RegExp, text: string): Text =>
  (all) =>
    all.replace(pattern, text);

const NUMBERS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '-5',
  '0x1F',
  '1e400',
  '1e13',
  '01',
  '1.',
  '.5',
  '123456789012345678901234567890',
  '1,5',
  '--1',
];
const TYPES = ['"109.8"', 'null', 'true', '[109.8]', '{ "is": 109.8 }', '""'];

const TEXTS: readonly Damage[] = [
  ...times(15, (seed) => rewriting('bytes cut off', PROGRAMME, cut, seed)),
  ...times(20, (seed) => rewriting('bytes cut off', SNAPSHOT, cut, 100 + seed)),
  ...times(5, (seed) => rewriting('bytes cut off', 'snapshots/2014-12-31.json', cut, 200 + seed)),
  ...['"', ':', ',', '"'].flatMap((sign, at) =>
    times(3, (seed) => rewriting(`a ${sign} lost`, SNAPSHOT, withoutOne(sign), 10 * at + seed)),
  ),
  ...times(10, (seed) => rewriting('values swapped', SNAPSHOT, swappedValues, seed)),
  rewriting('figures swapped', SNAPSHOT, swappedFigures(['axis-1', 'axis-2'], 'certified')),
  rewriting('figures swapped', SNAPSHOT, swappedFigures(['axis-1', 'axis-3'], 'participants')),
  rewriting('figures swapped', SNAPSHOT, swappedFigures(['programme', 'axis-2'], 'committed')),
  rewriting('figures swapped', SNAPSHOT, swappedFigures(['eu', 'state'], 'allocation')),
  ...times(6, (seed) =>
    rewriting(
      'a key twice',
      SNAPSHOT,
      inRow((row) => row.replace(/("value": [\d.]+)/, '$1, $1')),
      seed,
    ),
  ),
  ...times(3, (seed) =>
    rewriting(
      'a row twice',
      SNAPSHOT,
      inRow((row) => `${row.replace(/,?$/, ',')}\n${row}`),
      seed,
    ),
  ),
  rewriting('a key twice', PROGRAMME, replacing(/"cci":/, '"cci": null, "cci":')),
  ...NUMBERS.map((number, at) => rewriting(`the number ${number}`, SNAPSHOT, inValue(number), at + 1)),
  rewriting(
    'a figure a thousand times as large',
    SNAPSHOT,
    inValue((now) => `${now}000`.replace(/(\.\d+)000$/, '000$1')),
    1,
  ),
  ...TYPES.map((type, at) => rewriting(`the value ${type}`, SNAPSHOT, inValue(type), at + 1)),
  rewriting(
    'a subject that is a number',
    SNAPSHOT,
    inRow((row) => row.replace(/"subject": "[^"]+"/, '"subject": 1')),
    1,
  ),
  rewriting(
    'a subject that nobody knows',
    SNAPSHOT,
    inRow((row) => row.replace(/"subject": "[^"]+"/, '"subject": "axis-9"')),
    2,
  ),
  rewriting(
    'a measure that nobody knows',
    SNAPSHOT,
    inRow((row) => row.replace(/"measure": "[^"]+"/, '"measure": "speso"')),
    3,
  ),
  rewriting(
    'a unit that nobody knows',
    SNAPSHOT,
    inRow((row) => row.replace(/"unit": "[^"]+"/, '"unit": "USD"')),
    4,
  ),
  rewriting(
    'a key that nobody knows',
    SNAPSHOT,
    inRow((row) => row.replace('"page":', '"pagina":')),
    5,
  ),
  rewriting(
    'a prototype as a key',
    SNAPSHOT,
    inRow((row) => row.replace('"page":', '"__proto__": { "page": 1 }, "page":')),
    6,
  ),
  rewriting(
    'page 0',
    SNAPSHOT,
    inRow((row) => row.replace(/"page": \d+/, '"page": 0')),
    7,
  ),
  rewriting('a list of sources that is none', SNAPSHOT, replacing(/"sources": \[/, '"sources": {"0":')),
  rewriting('a list in the place of everything', PROGRAMME, () => '[]'),
  rewriting('a string in the place of everything', SNAPSHOT, (text) => JSON.stringify(text)),
  rewriting('another file', SNAPSHOT, () => '{"name":"package"}'),
  ...[
    '2020-13-45',
    '2020-02-30',
    '31/12/2020',
    '2020',
    '',
    '2021-06-30',
    '20201231',
    '2020-12-31T00:00:00Z',
  ].map((date) =>
    rewriting(`the date ${date}`, SNAPSHOT, replacing(/"date": "2020-12-31"/, `"date": "${date}"`)),
  ),
  ...[PROGRAMME, SNAPSHOT].flatMap((file) => [
    rewriting('UTF-16', file, (text) => utf16(text, false)),
    rewriting('UTF-16, big end first', file, (text) => utf16(text, true)),
    rewriting('UTF-16 without a mark', file, (text) => utf16(text, false).subarray(2)),
    rewriting('Latin-1', file, (text) => Buffer.from(text, 'latin1')),
    rewriting('a stray byte', file, (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc3])])),
    rewriting('an overlong form', file, (text) =>
      Buffer.concat([Buffer.from([0xc0, 0xaf]), Buffer.from(text)]),
    ),
    rewriting('nothing', file, () => ''),
    rewriting('blanks', file, () => ' \n\t\n'),
    rewriting('a byte order mark alone', file, () => '\ufeff'),
    rewriting('zeros', file, () => Buffer.alloc(4096)),
    rewriting('deep nesting', file, () => '['.repeat(200_000) + ']'.repeat(200_000)),
    rewriting('deep nesting that is never closed', file, () => '{"a":'.repeat(100_000)),
    rewriting('a conflict of git', file, (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`),
    rewriting('itself once more', file, (text) => text + text),
    rewriting('a web page', file, () => '<!doctype html><title>Sign in</title>'),
  ]),
  rewriting('7 MB of figures that mean nothing', SNAPSHOT, () => `[${'0,'.repeat(3_500_000)}0]`),
];

const FILES: readonly Damage[] = [
  ...[PROGRAMME, SNAPSHOT].flatMap((file): readonly Damage[] => [
    { name: `200 MB in ${file}`, file, spoil: (dir) => truncate(join(dir, file), 200 * 2 ** 20) },
    {
      name: `a link to itself in the place of ${file}`,
      file,
      spoil: (dir) => linked(dir, file, file.split('/').at(-1) ?? ''),
    },
    { name: `a link to nowhere in the place of ${file}`, file, spoil: (dir) => linked(dir, file, 'nowhere') },
    {
      name: `a link without end in the place of ${file}`,
      file,
      spoil: (dir) => linked(dir, file, '/dev/zero'),
    },
    {
      name: `a folder in the place of ${file}`,
      file,
      spoil: (dir) => replaced(dir, file, (path) => mkdir(path)),
    },
    {
      name: `a pipe in the place of ${file}`,
      file,
      spoil: (dir) => replaced(dir, file, async (path) => execFileSync('mkfifo', [path])),
    },
  ]),
  { name: 'no programme.json', file: PROGRAMME, spoil: (dir) => rm(join(dir, PROGRAMME)) },
  {
    name: 'no snapshots',
    file: 'snapshots',
    spoil: (dir) => rm(join(dir, 'snapshots'), { recursive: true }),
  },
  {
    name: 'an empty folder of snapshots',
    file: 'snapshots',
    spoil: (dir) => replaced(dir, 'snapshots', (path) => mkdir(path)),
  },
  {
    name: 'a file in the place of the snapshots',
    file: 'snapshots',
    spoil: (dir) => replaced(dir, 'snapshots', (path) => writeFile(path, '')),
  },
  {
    name: 'snapshots that are a link to themselves',
    file: 'snapshots',
    spoil: (dir) => linked(dir, 'snapshots', 'snapshots'),
  },
  {
    name: 'snapshots that are a link to their parent',
    file: 'snapshots',
    spoil: (dir) => linked(dir, 'snapshots', '.'),
  },
  { name: 'no folder', file: PROGRAMME, spoil: (dir) => rm(dir, { recursive: true }) },
  {
    name: 'a snapshot whose name is no date',
    file: 'snapshots/dicembre.json',
    spoil: (dir) => rename(join(dir, SNAPSHOT), join(dir, 'snapshots/dicembre.json')),
  },
  {
    name: 'a snapshot under the name of another date',
    file: 'snapshots/2020-12-30.json',
    spoil: (dir) => rename(join(dir, SNAPSHOT), join(dir, 'snapshots/2020-12-30.json')),
  },
  {
    name: 'a file that is being written',
    file: SNAPSHOT,
    async spoil(dir) {
      const bytes = await readFile(join(dir, SNAPSHOT));
      const handle = await open(join(dir, SNAPSHOT), 'w');
      await handle.write(bytes.subarray(0, 9000));
      await handle.close();
    },
  },
];

export const DAMAGES: readonly Damage[] = [...TEXTS, ...FILES];

async function replaced(dir: string, file: string, make: (path: string) => Promise<unknown>): Promise<void> {
  await rm(join(dir, file), { recursive: true });
  await make(join(dir, file));
}

const linked = (dir: string, file: string, target: string) =>
  replaced(dir, file, (path) => symlink(target, path));

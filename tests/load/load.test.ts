import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Loaded, loadDataset } from '../../src/load/load.ts';
import { DATA, loadRewritten, PROGRAMME, places, SNAPSHOT, withCopy } from '../check/copy.ts';

const refused = (loaded: Loaded): readonly string[] => (loaded.ok ? ['accepted'] : places(loaded.findings));

/** An odd folder, made from a copy of the real one. */
function loadAfter(change: (dir: string) => Promise<void>): Promise<Loaded> {
  return withCopy(async (dir) => {
    await change(dir);
    return loadDataset(dir);
  });
}

describe('a folder that is not a dataset', () => {
  it('is refused where it does not exist', async () => {
    expect(refused(await loadDataset(join(DATA, 'nowhere')))).toEqual([
      'error programme.json  readable',
      'error snapshots  readable',
    ]);
  });

  it.each([
    ['no programme.json', (dir: string) => rm(join(dir, PROGRAMME)), 'error programme.json  readable'],
    [
      'no snapshots folder',
      (dir: string) => rm(join(dir, 'snapshots'), { recursive: true }),
      'error snapshots  readable',
    ],
    [
      'no snapshot',
      async (dir: string) => {
        await rm(join(dir, 'snapshots'), { recursive: true });
        await mkdir(join(dir, 'snapshots'));
      },
      'error snapshots  readable',
    ],
    [
      'a folder in the place of a snapshot',
      (dir: string) => mkdir(join(dir, 'snapshots/2023-12-31.json')),
      'error snapshots/2023-12-31.json  readable',
    ],
    [
      'a snapshot whose name is no date',
      (dir: string) => writeFile(join(dir, 'snapshots/dicembre 2021.json'), '{}'),
      'error snapshots/dicembre 2021.json  file-name',
    ],
    [
      'a file larger than 8 MB',
      (dir: string) => writeFile(join(dir, PROGRAMME), ' '.repeat(8 * 1024 * 1024 + 1)),
      'error programme.json  readable',
    ],
  ])('is refused with %s', async (_, change, place) => {
    expect(refused(await loadAfter(async (dir) => void (await change(dir))))).toContain(place);
  });

  it('may hold other files, with a word about those in snapshots/', async () => {
    const loaded = await loadAfter(async (dir) => {
      await writeFile(join(dir, 'snapshots/2020-12-31.json.bak'), '');
      await writeFile(join(dir, 'snapshots/.DS_Store'), '');
      await writeFile(join(dir, 'appunti.txt'), '');
    });
    expect(loaded.ok).toBe(true);
    expect(places(loaded.findings)).toEqual(['warning snapshots/2020-12-31.json.bak  file-name']);
  });
});

describe('a snapshot under another name', () => {
  const snapshot = (dir: string, name: string) => join(dir, 'snapshots', name);

  it.each(['2020-12-31.json.txt', '2020-12-31.JSON', '2020-12-31.json.json'])(
    'is the one thing that is said where its own name is free: %s',
    async (name) => {
      const loaded = await loadAfter((dir) => rename(join(dir, SNAPSHOT), snapshot(dir, name)));
      expect(refused(loaded)).toEqual([`error snapshots/${name}  file-name`]);
      expect(loaded.findings[0]?.advice.it).toBe('Chiamarlo snapshots/2020-12-31.json.');
    },
  );

  it('is only ignored where its own name is taken, or where it says that it is old', async () => {
    const loaded = await loadAfter(async (dir) => {
      await writeFile(snapshot(dir, '2020-12-31.json.txt'), '{}');
      await writeFile(snapshot(dir, '2013-12-31.json.bak'), '{}');
    });
    expect(loaded.ok).toBe(true);
    expect(places(loaded.findings)).toEqual([
      'warning snapshots/2013-12-31.json.bak  file-name',
      'warning snapshots/2020-12-31.json.txt  file-name',
    ]);
  });

  it('is named where it is a link to nothing', async () => {
    const loaded = await loadAfter((dir) => symlink(join(dir, 'nowhere'), snapshot(dir, '2023-12-31.json')));
    expect(refused(loaded)).toEqual(['error snapshots/2023-12-31.json  readable']);
    expect(loaded.findings[0]?.message.en).toBe(
      'snapshots/2023-12-31.json is a link to a file that is no longer there.',
    );
    expect(loaded.findings[0]?.advice.it).not.toContain('DATA_DIR');
  });
});

describe('a file that is not the JSON it should be', () => {
  it.each([PROGRAMME, SNAPSHOT])('is refused: %s', async (file) => {
    const json = `error ${file}  json`;
    const encoding = `error ${file}  encoding`;
    const spoilt: readonly (readonly [string, (text: string) => string | Uint8Array, string | RegExp])[] = [
      ['empty', () => '', json],
      ['blank', () => ' \n ', json],
      ['truncated', (text) => text.slice(0, -20), json],
      ['a comma too many', (text) => text.replace(/\n\}\s*$/, ',\n}'), json],
      ['a comment left open', (text) => text.replace('{', '{ /* dati'), json],
      ['a comment of another language', (text) => text.replace('{', '{ # dati'), json],
      ['single quotes', (text) => text.replaceAll('"', "'"), json],
      ['NaN', (text) => text.replace(/"(?:number|value)": [\d.]+/, '"value": NaN'), json],
      ['a decimal comma', (text) => text.replace(/"(?:number|value)": \d+(?:\.\d+)?/, '"value": 1,5'), json],
      ['two documents', (text) => text + text, json],
      ['deep nesting', () => '['.repeat(100_000) + ']'.repeat(100_000), json],
      ['a list', () => '[]', `error ${file}  structure`],
      ['null', () => 'null', `error ${file}  structure`],
      ['Latin-1', (text) => Buffer.from(text.replaceAll(/[^\0-\xff]/g, ''), 'latin1'), encoding],
      ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), encoding],
      [
        'a lone continuation byte',
        (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x80])]),
        encoding,
      ],
    ];
    for (const [name, spoil, place] of spoilt) {
      expect([name, ...refused(await loadRewritten(file, spoil))]).toContain(place);
    }
  });

  it('is refused with a key that stands twice', async () => {
    const loaded = await loadRewritten(SNAPSHOT, (text) =>
      text.replace('"value": 109.8,', '"value": 109.8, "value": 109.9,'),
    );
    expect(refused(loaded)).toEqual([
      expect.stringMatching(/snapshots\/2020-12-31.json sources\[0\]\.figures\[\d+\]\.value json/),
    ]);
  });

  it('is refused with a number beyond what JSON can hold', async () => {
    for (const number of ['1e400', '123456789012345678901234567890', '109.80000000000000071']) {
      const loaded = await loadRewritten(SNAPSHOT, (text) =>
        text.replace('"value": 109.8,', `"value": ${number},`).replace('"109,8"', '"109,9"'),
      );
      expect(refused(loaded)).toContainEqual(expect.stringMatching(/\(axis-2 certified\)/));
    }
  });

  it('may start with a byte order mark, with a warning', async () => {
    const loaded = await loadRewritten(SNAPSHOT, (text) => `\ufeff${text}`);
    expect(loaded.ok).toBe(true);
    expect(places(loaded.findings)).toEqual([`warning ${SNAPSHOT}  encoding`]);
  });

  it('may have comments anywhere, which change nothing', async () => {
    const plain = await loadDataset(DATA);
    const { ok, findings, dataset } = await withCopy(async (dir) => {
      for (const file of [PROGRAMME, SNAPSHOT]) {
        const text = await readFile(join(dir, file), 'utf8');
        const noted = text
          .replace(/^ *"(?:number|subject|it)": .*/gm, (line) => `${line} // "vedi" { [`)
          .replace(
            /^( *)\{ "subject"/gm,
            '$1// riga da verificare\n$1/* due\n righe */ { "comment": "una nota", "subject"',
          );
        expect(noted).not.toBe(text);
        await writeFile(join(dir, file), `// https://example.org/"\n${noted}/* fine */`);
      }
      const loaded = await loadDataset(dir);
      return { dataset: null, ...loaded };
    });
    expect([ok, findings]).toEqual([true, []]);
    const { version: _, ...rest } = dataset ?? { version: '' };
    const { version: __, ...expected } = plain.ok ? plain.dataset : { version: '' };
    expect(rest).toEqual(expected);
  });

  it('keeps the line of what is wrong below a comment', async () => {
    const text = await readFile(join(DATA, SNAPSHOT), 'utf8');
    const line = text.split('\n').findIndex((line) => line.includes('"109,8"')) + 1;
    const loaded = await loadRewritten(
      SNAPSHOT,
      () => `/* uno\n due */ ${text.replace('"109,8"', '"109,9"')}`,
    );
    expect(loaded.findings).toContainEqual(expect.objectContaining({ rule: 'printed-form', line: line + 1 }));
  });

  it('may have the line ends of Windows', async () => {
    expect((await loadRewritten(SNAPSHOT, (text) => text.replaceAll('\n', '\r\n'))).ok).toBe(true);
  });

  it('never makes the loader throw, whatever stands in it', async () => {
    await withCopy(async (dir) => {
      const bytes = await readFile(join(dir, SNAPSHOT));
      const edit = fc.record({
        at: fc.nat(bytes.length - 1),
        cut: fc.nat(40),
        put: fc.uint8Array({ maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(edit, async ({ at, cut, put }) => {
          const spoilt = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
          await writeFile(join(dir, SNAPSHOT), spoilt);
          const loaded = await loadDataset(dir);
          if (!loaded.ok) expect(loaded.findings.some(({ severity }) => severity === 'error')).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  });

  it('never makes the loader throw, whatever JSON stands in it', async () => {
    await withCopy(async (dir) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(PROGRAMME, SNAPSHOT), fc.json(), async (file, json) => {
          const good = await readFile(join(dir, file));
          await writeFile(join(dir, file), json);
          const loaded = await loadDataset(dir);
          await writeFile(join(dir, file), good);
          expect(refused(loaded)).toContainEqual(expect.stringContaining(file));
        }),
        { numRuns: 40 },
      );
    });
  });
});

describe('a finding', () => {
  it('names the line that holds what is wrong', async () => {
    const text = await readFile(join(DATA, SNAPSHOT), 'utf8');
    const line = text.split('\n').findIndex((row) => row.includes('109.8')) + 1;
    const loaded = await loadRewritten(SNAPSHOT, (good) =>
      good.replace('"value": 109.8,', '"value": 109.9,'),
    );
    expect(loaded.findings.find(({ rule }) => rule === 'printed-form')?.line).toBe(line);
  });

  it.each([
    [
      'a comma lost',
      '"value": 109.8,',
      '"value": 109.8',
      'Da qui il testo non è più JSON: "unit":',
      '"unit"',
    ],
    [
      'a decimal comma',
      '"value": 109.8,',
      '"value": 109,8,',
      '109,8 non è un numero che si possa leggere: ha una virgola.',
      '109,8, "',
    ],
    ['a quote over two lines', '"109,8 MLN€ DI', '"109,8 MLN€\nDI', 'Un testo fra virgolette va a capo', ''],
    ['a tab in a quote', '"109,8 MLN€ DI', '"109,8\tMLN€ DI', 'o contiene un tabulatore', '\tMLN€'],
  ])(
    'names the line and the column at which a file stops being JSON: %s',
    async (_, good, bad, says, there) => {
      const text = (await readFile(join(DATA, SNAPSHOT), 'utf8')).replace(good, bad);
      const { findings } = await loadRewritten(SNAPSHOT, () => text);
      const [finding] = findings;
      expect([findings.length, finding?.rule, finding?.message.it]).toEqual([
        1,
        'json',
        expect.stringContaining(says),
      ]);
      const line = text.split('\n')[(finding?.line ?? 0) - 1] ?? '';
      const column = (finding?.column ?? 0) - 1;
      expect(line.slice(column, column + there.length)).toBe(there);
      if (there === '') expect(line.slice(0, column)).toMatch(/109,8 MLN€$/);
    },
  );

  it.each(['"notes": {', '{ "subject": "axis-2", "measure": "certified",'])(
    'takes no key "__proto__": after %s',
    async (before) => {
      const { ok, findings } = await loadRewritten(SNAPSHOT, (good) =>
        good.replace(before, `${before} "__proto__": { "it": "a", "en": "b" },`),
      );
      expect([ok, findings]).toMatchObject([
        false,
        [{ rule: 'json', path: expect.stringMatching(/__proto__$/), line: expect.any(Number) }],
      ]);
    },
  );

  it('names the line at which a file stops being JSON', async () => {
    const loaded = await loadRewritten(SNAPSHOT, (good) => good.replace('"value": 109.8,', '"value": 109.8'));
    const text = await readFile(join(DATA, SNAPSHOT), 'utf8');
    const line = text.split('\n').findIndex((row) => row.includes('109.8')) + 1;
    expect(loaded.findings[0]?.line).toBe(line);
    const column = text.split('\n')[line - 1]?.replace('109.8,', '109.8').indexOf('"unit"') ?? -2;
    expect(loaded.findings[0]?.column).toBe(column + 1);
  });

  it('names the record as people know it, even where programme.json is wrong itself', async () => {
    const named = (loaded: Loaded) => loaded.findings.map(({ record }) => record?.en);
    const wrong = (text: string) => text.replace('"value": 109.8,', '"value": "109.8",');
    expect(named(await loadRewritten(SNAPSHOT, wrong))).toEqual([
      'Axis II – Social inclusion, certified spend',
    ]);
    const both = await loadAfter(async (dir) => {
      for (const [file, change] of [
        [SNAPSHOT, wrong],
        [PROGRAMME, (text: string) => text.replace('"region"', '"regoin"')],
      ] as const) {
        await writeFile(join(dir, file), change(await readFile(join(dir, file), 'utf8')));
      }
    });
    expect(named(both)).toContain('Axis II – Social inclusion, certified spend');
    const none = await loadAfter(async (dir) => {
      await writeFile(join(dir, SNAPSHOT), wrong(await readFile(join(dir, SNAPSHOT), 'utf8')));
      await writeFile(join(dir, PROGRAMME), '{');
    });
    expect(named(none)).toContain('axis-2, certified spend');
  });
});

describe('the version of a dataset', () => {
  it('changes with any change of its files', async () => {
    const [same, other] = await Promise.all([
      loadRewritten(SNAPSHOT, (text) => text),
      loadRewritten(PROGRAMME, (text) => `${text}\n`),
    ]);
    const real = await loadDataset(DATA);
    if (!same.ok || !other.ok || !real.ok) throw new Error('refused');
    expect(same.dataset.version).toBe(real.dataset.version);
    expect(other.dataset.version).not.toBe(real.dataset.version);
  });
});

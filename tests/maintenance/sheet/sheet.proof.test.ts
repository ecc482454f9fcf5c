import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/load/load.ts';
import { parsedFile } from '../../../src/load/parsed.ts';
import { newSnapshot } from '../../../src/maintenance/form/newSnapshot.ts';
import { harmless, unguarded } from '../../../src/maintenance/sheet/columns.ts';
import { exportSheet } from '../../../src/maintenance/sheet/exportSheet.ts';
import { sheetPlan } from '../../../src/maintenance/sheet/plan.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import { DATA, PROGRAMME, readFiles, SNAPSHOT, withCopy, writeJson } from '../../check/copy.ts';
import {
  at,
  cellsOf,
  changesOf,
  exported,
  imported,
  NOTHING,
  older,
  opened,
  rowOf,
  SAME,
  tableOf,
} from './table.ts';

const DRAFT = '2023-12-31';
const HEADS = 'soggetto nome misura descrizione valore unità documento pagina stampato citazione nota'.split(
  ' ',
);

const CERTIFIED = ['axis-2', 'certified'] as const;

function set(rows: string[][], [subject, measure]: readonly [string, string], cells: Record<string, string>) {
  const row = rowOf(rows, subject, measure);
  for (const [head, cell] of Object.entries(cells)) row[at(rows, head)] = cell;
  return row;
}

const corrected = { valore: '108,9', stampato: '108,9', citazione: '108,9 MLN€ DI SPESA CERTIFICATA' };

describe('export:csv', () => {
  it('is a table for Excel in Italy: byte order mark, semicolons, decimal commas, CRLF', async () => {
    const text = await exported(DATA);
    const [head, ...rows] = text.split('\r\n');
    expect(head).toBe(
      `\ufeff${HEADS.join(';')};da confermare;data;testo (it);testo (en);breve (it);breve (en);solo fonti;asse;priorità;nome (en);alias;tipo`,
    );
    expect(rows.pop()).toBe('');
    const { snapshot } = await readFiles(DATA);
    const figures = snapshot.sources.flatMap((source) => source.figures);
    const printings = figures.flatMap(({ also }) => also ?? []);
    expect(rows).toHaveLength(
      figures.length + printings.length + snapshot.remarks.length + Object.keys(snapshot.notes).length,
    );
    expect(rows.find((row) => row.startsWith('axis-2;') && row.includes(';certified;'))).toBe(
      'axis-2;Asse II – Inclusione sociale;certified;spesa certificata;109,8;MEUR;slides-2020;6;109,8;109,8 MLN€ DI SPESA CERTIFICATA;target-2020;;2020-12-31;;;;;;;;;;cifra',
    );
  });

  it('writes a file, never over one that is there, and knows its dates', async () => {
    await withCopy(async (dir) => {
      const out = join(dir, 'cifre.csv');
      const wish = { out, dir, sourceDir: 'nowhere', locale: 'en' as const };
      expect(await exportSheet({ ...wish, date: '2019-12-31' })).toEqual({
        status: 0,
        lines: [`${out}: 67 figures.`, `After editing: npm run import:csv -- ${out}`],
      });
      const text = await readFile(out, 'utf8');
      expect(await exportSheet({ ...wish, date: undefined })).toEqual({
        status: 1,
        lines: [`${out} is already there: give another name with --out, or remove it.`],
      });
      expect(await readFile(out, 'utf8')).toBe(text);
      expect((await exportSheet({ ...wish, date: '1999-12-31' })).lines).toEqual([
        expect.stringMatching(/^There is no snapshot of 1999-12-31: there are 2014-12-31, .*2022-06-30\.$/),
      ]);
      expect((await exportSheet({ ...wish, out: join(dir, 'no/such.csv'), date: undefined })).lines).toEqual([
        expect.stringContaining('cannot be written (ENOENT)'),
      ]);
    });
  });
});

describe('a table that comes back as it was', () => {
  it.each([
    ['the programme', DATA],
    ['a second programme', join(DATA, '../tests/secondProgramme/data')],
  ])('changes nothing of %s, whatever the date, as a table of today and as an older one', async (_, from) => {
    const given = await opened(from);
    for (const raw of given.raw.files) {
      const { snapshot } = parsedFile(raw);
      if (!snapshot) continue;
      const text = sheetText(given.programme, snapshot.content);
      for (const table of [text, tableOf(older(cellsOf(text)))]) {
        expect([raw.file, sheetPlan({ ...given, bytes: Buffer.from(table) })]).toEqual([raw.file, SAME]);
      }
    }
  });

  it('changes nothing of a draft', async () => {
    await withCopy(async (dir) => {
      await newSnapshot({ date: DRAFT, dir, sourceDir: 'nowhere', locale: 'en' });
      const given = await opened(dir);
      expect(given.raw.files).toHaveLength(11);
      for (const raw of given.raw.files) {
        const { snapshot } = parsedFile(raw);
        if (!snapshot) continue;
        const bytes = Buffer.from(sheetText(given.programme, snapshot.content));
        expect([raw.file, sheetPlan({ ...given, bytes })]).toEqual([raw.file, SAME]);
      }
    });
  });

  /** What Excel makes of a cell by itself when it opens and saves a table. */
  function throughExcel(cell: string, twoPlaces: boolean): string {
    if (/^\d{4}-\d\d-\d\d$/.test(cell)) return cell.split('-').reverse().join('/');
    if (twoPlaces && /^[\d.]+(,\d)?( ?%)?$/.test(cell) && !/^\d{4}-|\.\d{1,2}$/.test(cell)) {
      const [number = '', sign = ''] = cell.split(/(?= ?%)/);
      const [whole = '', decimals = ''] = number.split(',');
      return `${whole},${decimals.padEnd(2, '0')}${sign.trim()}`;
    }
    if (/^\d+ ?%$/.test(cell)) return cell.replace(' ', '');
    if (/^\d{1,3}(\.\d{3})+$/.test(cell)) return cell.replaceAll('.', '');
    if (/^[\d.]+,\d+€$/.test(cell)) return cell.replace('€', '\u00a0€');
    return /^\d+,\d*0$/.test(cell) ? cell.replace(/,?0+$/, '') : cell;
  }

  const encodings: Record<string, (text: string) => Uint8Array> = {
    'UTF-8': (text) => Buffer.from(text, 'utf8'),
    'UTF-8 with a BOM': (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
    'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'windows-1252': (text) => iconv.encode(text, 'windows-1252'),
    MacRoman: (text) => iconv.encode(text.replaceAll('€', '¤'), 'macintosh'),
    'code page 850': (text) => iconv.encode(text, 'cp850'),
  };

  it('changes nothing however a spreadsheet has saved it', async () => {
    const given = await opened(DATA);
    const rows = cellsOf(await exported(DATA));
    const seed = fc.record({
      encoding: fc.constantFrom(...Object.keys(encodings)),
      delimiter: fc.constantFrom(';', ',', '\t'),
      newline: fc.constantFrom('\r\n', '\n'),
      columns: fc.shuffledSubarray([...(rows[0] ?? []).keys()], { minLength: rows[0]?.length ?? 0 }),
      blankRows: fc.nat(3),
      blankColumns: fc.nat(3),
      sorted: fc.boolean(),
      mangled: fc.boolean(),
      twoPlaces: fc.boolean(),
      upper: fc.boolean(),
      sep: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(seed, async (how) => {
        const [head = [], ...body] = rows;
        const heads = how.upper ? head.map((name) => name.toUpperCase()) : head;
        const lines = how.sorted ? body.toSorted((a, b) => String(a[3]).localeCompare(String(b[3]))) : body;
        const table = [heads, ...lines].map((row) => [
          ...how.columns.map((column) =>
            how.mangled ? throughExcel(row[column] ?? '', how.twoPlaces) : (row[column] ?? ''),
          ),
          ...Array.from({ length: how.blankColumns }, () => ''),
        ]);
        const blank = Array.from({ length: how.blankRows }, () => head.map(() => ''));
        const text = tableOf([...table, ...blank], how.delimiter, how.newline);
        const made = encodings[how.encoding]?.(how.sep ? `sep=${how.delimiter}\r\n${text}` : text);
        expect(changesOf({ ...given, bytes: Buffer.from(made ?? '') })).toEqual(SAME);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what it has no column for: other printings, comments, columns taken away', async () => {
    await withCopy(async (dir) => {
      const path = join(dir, SNAPSHOT);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('"measure": "certified", "value": 109.8', '/* visto */ $&'));
      const rows = cellsOf(await exported(dir));
      set(rows, CERTIFIED, corrected);
      const kept = (rows[0] ?? []).map((head) => !['nome', 'valore', 'citazione', 'nota'].includes(head));
      const narrow = rows.map((row) => row.filter((_, index) => kept[index]));
      const { status, lines } = await imported(dir, tableOf(narrow));
      expect([status, lines.at(-2)]).toEqual([1, expect.stringContaining('Errors: 1; warnings: 0.')]);
      expect(lines.join()).toContain('quote-holds-figure');
      expect(await imported(dir, tableOf(rows))).toMatchObject({ status: 0 });
      expect(await readFile(path, 'utf8')).toBe(
        text.replace(/.*"109,8".*/, (line) =>
          line.replaceAll('109,8', '108,9').replace('109.8', '108.9').replace(' }', ', "comment": "visto" }'),
        ),
      );
    });
  });
});

describe('a cell that a spreadsheet would run', () => {
  it('is made harmless and taken back exactly, whatever it is', () => {
    const risky = fc.tuple(
      fc.stringMatching(/^'{0,3}[=+\-@\t\r\n]?'{0,2}$/),
      fc.oneof(fc.string(), fc.constantFrom('1+1', '5,3', 'SUM(A1)', '12.345,6')),
    );
    fc.assert(
      fc.property(risky, ([start, rest]) => {
        const cell = harmless(start + rest);
        expect(unguarded(cell)).toBe(start + rest);
        expect(/^[=+\-@\t\r\n]/.test(cell) && !/^-[\d.,]+$/.test(cell)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('goes there and back', async () => {
    await withCopy(async (dir) => {
      const quote = '=HYPERLINK("https://example.org";"109,8")';
      const { snapshot } = await readFiles(dir);
      for (const row of snapshot.sources.flatMap(({ figures }) => figures))
        if (row.subject === 'axis-2' && row.measure === 'certified') row.quote = quote;
      await writeJson(dir, SNAPSHOT, snapshot);
      const table = await exported(dir);
      expect(table).toContain(`"'=HYPERLINK(""https://example.org"";""109,8"")"`);
      expect(await imported(dir, table)).toEqual(NOTHING);
    });
  });
});

describe('an edited table', () => {
  it('shows what changes, and writes just that', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir));
      set(rows, CERTIFIED, corrected);
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      expect(await imported(dir, tableOf(rows))).toEqual({
        status: 0,
        lines: [
          'What changes at 31 Dec 2020:',
          '~ Asse II – Inclusione sociale, certified spend: 109,8 Mln € → 108,9 Mln €; quote «109,8 MLN€ DI SPESA CERTIFICATA» → «108,9 MLN€ DI SPESA CERTIFICATA»',
          `${SNAPSHOT}: written. Look at it with git diff and npm run check:data.`,
        ],
      });
      const after = await readFile(join(dir, SNAPSHOT), 'utf8');
      const other = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
      expect(other).toEqual([
        expect.stringContaining('"value": 108.9, "unit": "MEUR", "page": 6, "printed": "108,9"'),
      ]);
      expect(await imported(dir, tableOf(rows))).toEqual(NOTHING);
    });
  });

  it.each([
    ['nobody can be asked', null, 'Nothing was written: repeat with --yes to write.', 0],
    ['the person says no', false, 'Nothing was written.', 0],
  ])('is only shown where %s', async (_, agrees, last, code) => {
    await withCopy(async (dir) => {
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const rows = cellsOf(await exported(dir));
      set(rows, CERTIFIED, corrected);
      const { status, lines } = await imported(dir, tableOf(rows), agrees);
      expect([status, lines.length, lines.at(-1)]).toEqual([code, 3, last]);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(before);
    });
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir));
      set(rows, CERTIFIED, corrected);
      const meanwhile = async () => {
        await writeFile(join(dir, SNAPSHOT), '{}');
        return true;
      };
      const { status, lines } = await imported(dir, tableOf(rows), meanwhile);
      expect([status, lines.at(-2)]).toEqual([1, `${SNAPSHOT} has changed in the meantime: repeat.`]);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe('{}');
    });
  });

  it('never makes a draft of a date that is published', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir));
      const at = rows.indexOf(set(rows, CERTIFIED, { 'da confermare': 'x' })) + 1;
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const { status, lines } = await imported(dir, tableOf(rows));
      expect([status, lines.join('\n')]).toEqual([
        1,
        expect.stringMatching(new RegExp(`row ${at}, column [A-Z] «da confermare»: 2020-12-31 is published`)),
      ]);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(before);
    });
  });

  it('may add figures, take some away, and confirm some', async () => {
    await withCopy(async (dir) => {
      await newSnapshot({ date: DRAFT, dir, sourceDir: 'nowhere', locale: 'en' });
      const rows = cellsOf(await exported(dir, DRAFT));
      const here = rows.indexOf(set(rows, CERTIFIED, { 'da confermare': '' }));
      set(rows, ['axis-2', 'paid'], { valore: '', stampato: '150,25' });
      const fresh = set([rows[0] ?? [], [...(rows[here] ?? [])]], CERTIFIED, {
        misura: 'share',
        unità: 'percent',
        valore: '',
        stampato: '39,50%',
        citazione: '',
        nota: '',
        'da confermare': 'x',
      });
      set(rows, ['axis-2', 'share'], { unità: 'percent' });
      const share = rows.indexOf(rowOf(rows, 'axis-2', 'share'));
      rows.splice(here + 1, 0, [...fresh.slice(0, 7), '6', ...fresh.slice(8)]);
      rows.splice(share, 1);
      const { status, lines } = await imported(dir, tableOf(rows));
      expect([status, ...lines.slice(1, 5)]).toEqual([
        0,
        '~ Asse II – Inclusione sociale, paid: 140,6 Mln € → 150,25 Mln €; confirmed',
        '~ Asse II – Inclusione sociale, certified spend: confirmed',
        expect.stringMatching(
          /^~ Asse II – Inclusione sociale, share of the allocation: 39% → 39,50%; page 1 → 6;/,
        ),
        expect.stringContaining('warning'),
      ]);
      const text = await readFile(join(dir, `snapshots/${DRAFT}.json`), 'utf8');
      expect(text).toContain('"value": 150.25, "unit": "MEUR", "page": 6, "printed": "150,25"');
      expect(text).toContain('"value": 39.5, "unit": "percent", "page": 6, "printed": "39,50%" }');
      const gone = cellsOf(await exported(dir, DRAFT)).filter((row) => row[0] !== 'cigd');
      expect((await imported(dir, tableOf(gone))).lines.slice(1, 3)).toEqual([
        '- CIGD, activated: 168,5 Mln € (slides-2020, page 6)',
        expect.stringMatching(/^- CIGD, .*: 168\.500\.000,00€ \(slides-2020, page 4\)$/),
      ]);
    });
  });

  it('puts a new figure after the one above it', async () => {
    await withCopy(async (dir) => {
      await newSnapshot({ date: DRAFT, dir, sourceDir: 'nowhere', locale: 'en' });
      const rows = cellsOf(await exported(dir, DRAFT));
      const here = rows.indexOf(rowOf(rows, ...CERTIFIED));
      const cells = { misura: 'projects', unità: 'COUNT', valore: '1.234', stampato: '1.234', citazione: '' };
      const fresh = set([rows[0] ?? [], [...(rows[here] ?? [])]], CERTIFIED, {
        ...cells,
        'da confermare': '',
      });
      rows.splice(here + 1, 0, fresh);
      expect((await imported(dir, tableOf(rows))).lines[1]).toBe(
        '+ Asse II – Inclusione sociale, projects: 1.234 (slides-2020, page 6)',
      );
      const lines = (await readFile(join(dir, `snapshots/${DRAFT}.json`), 'utf8')).split('\n');
      const above = lines.findIndex((line) => line.includes('"axis-2", "measure": "certified"'));
      expect(lines[above + 1]).toContain('"measure": "projects", "value": 1234, "unit": "count", "page": 6');
    });
  });

  it('that brings most of a draft is told by what changed since the date before', async () => {
    await withCopy(async (dir) => {
      await newSnapshot({ date: DRAFT, dir, sourceDir: 'nowhere', locale: 'en' });
      const whole = cellsOf(await exported(dir, DRAFT));
      const isKept = (row: readonly string[], at: number) => at === 0 || row[0] === 'programme';
      await imported(dir, tableOf(whole.filter(isKept)));
      const { status, lines } = await imported(dir, tableOf(whole));
      expect(status).toBe(0);
      expect(lines[1]).toMatch(/^New date: 31 Dec 2023 \(\d+ figures\), against 31 Dec 2020$/);
      expect(lines[2]).toMatch(/^ {2}Only at 31 Dec 2020 \(\d+\):$/);
      expect(lines).toContainEqual(expect.stringMatching(/^ {2}Figures unchanged: \d+$/));
      expect(lines.filter((line) => line.startsWith('+'))).toEqual([]);
    });
  });

  it('may cite a new document throughout, and its remarks follow', async () => {
    await withCopy(async (dir) => {
      const { programme } = await readFiles(dir);
      const [first] = programme.documents;
      const documents = [...programme.documents, { ...first, id: 'slides-2023' }];
      await writeJson(dir, PROGRAMME, { ...programme, documents });
      await newSnapshot({ date: DRAFT, dir, sourceDir: 'nowhere', locale: 'en' });
      const table = (await exported(dir, DRAFT)).replaceAll('slides-2020', 'slides-2023');
      const { lines } = await imported(dir, table);
      expect(lines.slice(0, 3)).toEqual([
        'What changes at 31 Dec 2023:',
        '~ document: slides-2020 → slides-2023',
        expect.stringContaining('written'),
      ]);
      const text = await readFile(join(dir, `snapshots/${DRAFT}.json`), 'utf8');
      expect(text).not.toContain('slides-2020');
      const loaded = await loadDataset(dir);
      const kinds = loaded.ok ? new Set(loaded.drafts[0]?.left.map(({ kind }) => kind)) : null;
      expect(kinds).toEqual(new Set(['figure', 'remark', 'note']));
    });
  });
});

describe('a table that makes no sense', () => {
  it('is refused with every problem at once, by row and column', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir));
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const row = (subject: string, measure: string, cells: Record<string, string>) =>
        rows.indexOf(set(rows, [subject, measure], cells)) + 1;
      const wrong = [
        row('programme', 'allocation', { stampato: 'molto' }),
        row('programme', 'committed', { valore: '1,84E+08' }),
        row('programme', 'paid', { pagina: 'due', unità: 'euri' }),
        row('axis-1', 'committed', { nota: 'no-such-note' }),
        row('axis-1', 'paid', { misura: 'payed', documento: 'slides-1999' }),
        row('axis-2', 'certified', { valore: '109,9' }),
        row('axis-2', 'paid', { soggetto: 'axis-9' }),
      ];
      const { status, lines } = await imported(dir, tableOf(rows));
      expect(status).toBe(1);
      const told = lines.map((line) =>
        /row (\d+), column (\w+ «.*?»): (.{0,30})/.exec(line)?.slice(1).join(' '),
      );
      expect(told.slice(0, -1)).toEqual(
        [
          `${wrong[0]} I «stampato» "molto" is not one number: wri`,
          `${wrong[1]} E «valore» The spreadsheet has abbreviate`,
          `${wrong[2]} F «unità» "euri" does not exist here: wr`,
          `${wrong[3]} K «nota» "no-such-note" does not exist `,
          `${wrong[4]} C «misura» "payed" does not exist here: w`,
          `${wrong[4]} G «documento» "slides-1999" is not a documen`,
          `${wrong[5]} E «valore» “valore” is 109,9, but “stampa`,
          `${wrong[6]} A «soggetto» "axis-9" is not in programme.j`,
        ].toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
      );
      expect(lines.at(-1)).toBe('Nothing was written.');
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(before);
    });
  });

  type Spoil = (rows: string[][]) => string | Uint8Array;
  it.each<readonly [string, Spoil, RegExp]>([
    ['nothing in it', () => '', /No row names the columns: soggetto, nome/],
    ['a workbook', () => Buffer.from('PK\u0003\u0004 and so on'), /This is a workbook/],
    ['other columns', () => 'uno;due\r\n1;2', /No row names the columns/],
    [
      'columns lost',
      (rows) => tableOf(rows.map((row) => row.slice(0, 6))),
      /row 1: Of the names of the columns these are missing: documento, pagina, stampato/,
    ],
    ['a header alone', (rows) => tableOf(rows.slice(0, 1)), /The table has no rows/],
    [
      'a quote left open',
      (rows) => tableOf(rows).replace('DOTAZIONE', '"DOTAZIONE'),
      /Quotes are not closed/,
    ],
    [
      'a row twice',
      (rows) => tableOf([...rows, rows[1] ?? []]),
      /row \d+: slides-2020 programme allocation MEUR: already in row 2/,
    ],
    [
      'a separator too many',
      (rows) => tableOf(rows).replace('spesa certificata;', 'spesa;certificata;'),
      /more cells than the header/,
    ],
    [
      'another date in a row',
      (rows) => tableOf(rows).replace(';2020-12-31', ';31/12/2019'),
      /row 2, column M: "31\/12\/2019" is not the date of the other rows, 2020-12-31/,
    ],
    [
      'a date without a snapshot',
      (rows) => tableOf(rows).replaceAll(';2020-12-31', ';2024-12-31'),
      /snapshots\/2024-12-31.json is missing or broken/,
    ],
    [
      'no date at all',
      (rows) => tableOf(rows.map((row) => row.toSpliced(at(rows, 'data'), 1))),
      /add --date/,
    ],
  ])('is refused with %s, and nothing is written', async (_, spoil, why) => {
    await withCopy(async (dir) => {
      const before = await readFile(join(dir, SNAPSHOT), 'utf8');
      const { status, lines } = await imported(dir, spoil(cellsOf(await exported(dir))));
      expect([status, lines.at(-1)]).toEqual([1, 'Nothing was written.']);
      expect(lines.join('\n')).toMatch(why);
      expect(await readFile(join(dir, SNAPSHOT), 'utf8')).toBe(before);
    });
  });

  it('is refused where --date says another date, and taken where only that says one', async () => {
    await withCopy(async (dir) => {
      const table = await exported(dir);
      expect((await imported(dir, table, true, '2019-12-31')).lines[0]).toContain(
        'is not the date asked for by --date, 2019-12-31.',
      );
      const rows = cellsOf(table);
      const undated = rows.map((row) => row.toSpliced(at(rows, 'data'), 1));
      expect(await imported(dir, tableOf(undated), true, '2020-12-31')).toEqual(NOTHING);
    });
  });

  it('is refused where the dataset would break a rule, or is broken already', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir));
      set(rows, CERTIFIED, { valore: '999,9', stampato: '999,9', citazione: '' });
      const { status, lines } = await imported(dir, tableOf(rows));
      expect([status, lines.join('\n')]).toEqual([1, expect.stringContaining('(axis-2 certified)')]);
      await writeFile(join(dir, PROGRAMME), '{');
      expect((await imported(dir, tableOf(rows))).lines.join('\n')).toContain('programme.json');
    });
  });

  it('says which columns it does not read', async () => {
    await withCopy(async (dir) => {
      const rows = cellsOf(await exported(dir)).map((row, index) => [...row, index === 0 ? 'appunti' : 'x']);
      expect((await imported(dir, tableOf(rows))).lines[0]).toBe('The column “appunti” is not read.');
    });
  });
});

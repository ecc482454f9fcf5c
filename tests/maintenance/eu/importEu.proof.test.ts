import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/load/load.ts';
import { PROGRAMME, places, readFiles, SNAPSHOT, withCopy, writeJson } from '../../check/copy.ts';
import {
  achievementRow,
  csv,
  everyAxis,
  financeRow,
  importFiles,
  importText,
  snapshotAt,
  snapshotsOf,
} from './csv.ts';

describe('a file of finance', () => {
  it('becomes a partial snapshot at its reporting date, one figure a line', async () => {
    await withCopy(async (dir) => {
      const { status, lines } = await importText(dir, csv(everyAxis()));
      expect([status, ...lines]).toEqual([
        0,
        'eu-finance: 15 figures.',
        'snapshots/2023-06-30.json (new): +15 −0 figures.',
        '  New date 30 Jun 2023: 15 figures; since 30 Jun 2022: 15 changed.',
        'Files written: 1. Look at them with git diff and npm run check:data.',
      ]);
      const text = (await snapshotsOf(dir))['2023-06-30.json'] ?? '';
      expect(text.split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
        "{
          "$schema": "../schema/snapshot.schema.json",
          "date": "2023-06-30",
          "partial": true,
          "sources": [
            {
              "document": "eu-finance",
              "figures": [
                { "subject": "axis-1", "measure": "allocation", "value": 358000000, "unit": "EUR", "page": 2, "printed": "358000000.0" },
                { "subject": "axis-1", "measure": "committed", "value": 177966084.16, "unit": "EUR", "page": 2, "printed": "177966084.16" },
                { "subject": "axis-1", "measure": "declared", "value": 163057413.51, "unit": "EUR", "page": 2, "printed": "163057413.51", "note": "declared" },
                { "subject": "axis-2", "measure": "allocation", "value": 358000000, "unit": "EUR", "page": 3, "printed": "358000000.0" },"
      `);
      const loaded = await loadDataset(dir);
      const amountsOf2019 =
        /^warning snapshots\/2023-06-30\.json .* \(axis-[123] (committed|declared)\) falls$/;
      expect(places(loaded.findings)).toEqual([
        ...Array(6).fill(expect.stringMatching(amountsOf2019)),
        expect.stringMatching(/\(axis-4 declared\) jumps$/),
      ]);
      expect(loaded.ok && loaded.dataset.latest.date).toBe('2020-12-31');
      expect(await readdir(join(dir, 'snapshots'))).not.toContainEqual(expect.stringContaining('.tmp'));
    });
  });

  it('changes nothing the second time, whatever the order of its rows', async () => {
    await withCopy(async (dir) => {
      const rows = [...everyAxis(), ...everyAxis({ year: '2024', reference_date: '2024-12-31' })];
      await importText(dir, csv(rows));
      const before = await snapshotsOf(dir);
      expect((await importText(dir, csv(rows))).lines.at(-1)).toBe(
        'Nothing to write: the dataset has these figures already.',
      );
      expect(await snapshotsOf(dir)).toEqual(before);
    });
  });

  it('is merged as a second source; what is there stays, byte for byte', async () => {
    await withCopy(async (dir) => {
      const before = (await snapshotsOf(dir))['2020-12-31.json'] ?? '';
      const rows = everyAxis({ year: '2020', reference_date: '2020-12-31' }).map((row, at) => ({
        ...row,
        total_amount: ['236700000.0', '379000000.0', '301900000.0', '20000000.0', '32874516.0'][at] ?? '',
        total_eligible_cost:
          ['190900000.01', '184300000.0', '226200000.0', '15900000.0', '24208826.25'][at] ?? '',
        ...(at < 3 ? {} : { total_eligible_expenditure: '9000000.0' }),
      }));
      expect((await importText(dir, csv(rows))).status).toBe(1);
      const exact = rows.map((row, at) => (at === 1 ? { ...row, total_eligible_cost: '184312574.33' } : row));
      expect((await importText(dir, csv(exact))).lines).toContain(
        'snapshots/2020-12-31.json: +15 −15 figures.',
      );
      const after = (await snapshotsOf(dir))['2020-12-31.json'] ?? '';
      const [slides = ''] = before.split('"document": "eu-finance"');
      expect(after.startsWith(slides)).toBe(true);
      const { partial, sources } = await snapshotAt(dir, '2020-12-31');
      expect([partial, ...sources.map(({ document }) => document)]).toEqual([
        undefined,
        'slides-2020',
        'eu-finance',
        'eu-achievements',
      ]);
      const committed = sources[1]?.figures.find((f) => f.subject === 'axis-2' && f.measure === 'committed');
      expect(committed).toMatchObject({
        value: 184312574.33,
        printed: '184312574.33',
        note: 'cigd-excluded',
      });
    });
  });

  it('is refused where it contradicts another document, by both their names', async () => {
    await withCopy(async (dir) => {
      const before = await snapshotsOf(dir);
      const rows = everyAxis({ year: '2020', reference_date: '2020-12-31' });
      const { status, lines } = await importText(dir, csv(rows));
      expect(status).toBe(1);
      expect(lines.join('\n')).toContain(
        '"allocation" of "axis-1": slides-2020 236.7 MEUR, but eu-finance 358,000,000 EUR.',
      );
      expect(lines.at(-1)).toBe('Nothing was written.');
      expect(await snapshotsOf(dir)).toEqual(before);
    });
  });

  it('may have commitments beyond an allocation, which it says', async () => {
    await withCopy(async (dir) => {
      await importText(dir, csv(everyAxis({ total_amount: '100000000' })));
      const { exceptions, sources } = await snapshotAt(dir, '2023-06-30');
      expect(exceptions).toHaveLength(5);
      expect(sources[0]?.figures.filter(({ note }) => note === 'overbooking')).toHaveLength(5);
      await importText(dir, csv(everyAxis()));
      expect((await snapshotAt(dir, '2023-06-30')).exceptions).toEqual([]);
      expect(Object.keys((await snapshotAt(dir, '2023-06-30')).notes)).toEqual(['declared']);
    });
  });

  it('may come from the API, with times, or from a spreadsheet, with semicolons and a byte order mark', async () => {
    await withCopy(async (dir) => {
      const rows = everyAxis({ reference_date: '2023-06-30T00:00:00.000' });
      expect((await importText(dir, csv(rows))).status).toBe(0);
      const semicolons = `\ufeff${csv(everyAxis())
        .replace(/"[^"]*"/g, 'x')
        .replaceAll(',', ';')}`;
      expect((await importText(dir, semicolons)).lines.at(-1)).toContain('Nothing to write');
    });
  });
});

describe('a file of achievements', () => {
  it('gives people by priority and counts of result indicators, never a percentage or a target', async () => {
    await withCopy(async (dir) => {
      const rows = [
        achievementRow(),
        achievementRow({ ind_code: 'CR05', investment_priority: '9i', implemented_value: '4866' }),
        achievementRow({ ind_code: 'CR05', investment_priority: '9iv', implemented_value: '1' }),
        achievementRow({ ind_code: 'CO01', priority_code: 'III', investment_priority: '10iv' }),
        achievementRow({ ind_code: 'CO06', implemented_value: '7' }),
        achievementRow({ is_division: 'Y', implemented_value: '7' }),
        achievementRow({ year: '2024', implemented_value: '' }),
      ];
      expect((await importText(dir, csv(rows))).lines[0]).toBe(
        'eu-achievements: 3 figures; 4 rows do not concern the dataset.',
      );
      const { sources } = await snapshotAt(dir, '2023-12-31');
      expect(sources.flatMap(({ figures }) => figures)).toEqual([
        {
          subject: 'priority-9.iv',
          measure: 'participants-disability',
          value: 826,
          unit: 'count',
          page: 2,
          printed: '826',
        },
        {
          subject: 'priority-10.iv',
          measure: 'participants-unemployed',
          value: 826,
          unit: 'count',
          page: 5,
          printed: '826',
        },
        {
          subject: 'cr05',
          measure: 'participants',
          value: 4866,
          unit: 'count',
          page: 3,
          printed: '4866',
          note: 'result-count',
        },
      ]);
    });
  });

  it('may repeat a row, but not with another value', async () => {
    await withCopy(async (dir) => {
      expect((await importText(dir, csv([achievementRow(), achievementRow()]))).status).toBe(0);
      const { lines } = await importText(
        dir,
        csv([achievementRow(), achievementRow({ implemented_value: '9' })]),
      );
      expect(lines[0]).toMatch(
        /row 3: "participants-disability" priority-9.iv 2023-12-31: 9, but row 2 says 826/,
      );
    });
  });
});

describe('a dry run', () => {
  it('shows what changes since the date before, and writes nothing', async () => {
    await withCopy(async (dir) => {
      const before = await snapshotsOf(dir);
      const { status, lines } = await importText(dir, csv(everyAxis()), true);
      expect(status).toBe(0);
      expect(lines.slice(1).join('\n')).toMatchInlineSnapshot(`
        "snapshots/2023-06-30.json (new): +15 −0 figures.
          New date: 30 Jun 2023 (15 figures), against 30 Jun 2022
            Axis I: allocation 236.7 → 358.0 (+121.3) € M
            Axis I: committed 290.131 → 177.966 (−112.165) € M
            Axis I: declared 230.6 → 163.1 (−67.5) € M
            Axis II: allocation 379.0 → 358.0 (−21.0) € M
            Axis II: committed 307.3 → 178.0 (−129.3) € M
            Axis II: declared 266.14 → 163.06 (−103.08) € M
            Axis III: allocation 301.9 → 358.0 (+56.1) € M
            Axis III: committed 250.0 → 178.0 (−72.0) € M
            Axis III: declared 230.24 → 163.06 (−67.18) € M
            Axis IV: allocation 19.1 → 358.0 (+338.9) € M
            Axis IV: committed 19.1 → 178.0 (+158.9) € M
            Axis IV: declared 10.84 → 163.06 (+152.22) € M
            Axis V: allocation 33.8 → 358.0 (+324.2) € M
            Axis V: committed 31.15 → 177.97 (+146.82) € M
            Axis V: declared 23.8 → 163.1 (+139.3) € M
            Figures unchanged: 0
        Dry run: nothing was written."
      `);
      expect(lines.at(-1)).toBe('Dry run: nothing was written.');
      expect(await snapshotsOf(dir)).toEqual(before);
    });
  });
});

describe('a file that cannot be imported', () => {
  const good = csv(everyAxis());
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    [
      'another programme',
      csv([financeRow({ cci: '2014IT16RFOP012' })]),
      /another programme \(2014IT16RFOP012\): this one is 2014IT05SFOP007/,
    ],
    [
      'some rows of another programme',
      csv([financeRow(), financeRow({ cci: 'X' })]),
      /row 3: 1 rows are of another programme/,
    ],
    [
      'an unknown axis',
      csv([financeRow({ priority: 'VI' })]),
      /Axis "VI" \(priority\) is not in programme.json: there are I, II, III, IV, V/,
    ],
    [
      'an unknown priority',
      csv([achievementRow({ investment_priority: '9vi' })]),
      /Priority 9.vi \(CO16\) is not in programme.json for axis-2/,
    ],
    [
      'a priority of another axis',
      csv([achievementRow({ investment_priority: '8i' })]),
      /Priority 8.i \(CO16\) is not in programme.json for axis-2/,
    ],
    [
      'columns lost',
      csv(everyAxis().map(({ reference_date, ...row }) => row)),
      /looks like “finance implementation”, but columns are missing: reference_date/,
    ],
    ['other columns', 'uno,due\n1,2', /not those of a known file.*finance implementation \(cci, priority/],
    ['nothing in it', ' \n', /The file is empty/],
    ['a header alone', good.split('\n').slice(0, 1).join('\n'), /No figure/],
    ['no text', new Uint8Array([0xff, 0xfe, 0x41, 0]), /not UTF-8/],
    ['a quote left open', good.replace('labour mobility"', 'labour mobility'), /Quotes/],
    ['a row cut short', good.slice(0, -30), /row 6: The row has 6 fields, the header 8/],
    [
      'a decimal comma',
      csv([financeRow({ total_amount: '358000000,00' })]),
      /row 2: "358000000,00" \(total_amount\) is not a number/,
    ],
    [
      'an amount left out',
      csv([financeRow({ total_eligible_cost: '' })]),
      /"" \(total_eligible_cost\) is not a number/,
    ],
    ['a negative amount', csv([financeRow({ total_amount: '-1.0' })]), /"-1.0"/],
    [
      'thousandths of a euro',
      csv([financeRow({ total_amount: '1.005' })]),
      /"1.005" \(total_amount\) is not a number of at most 2 decimals/,
    ],
    ['half a person', csv([achievementRow({ implemented_value: '0.5' })]), /at most 0 decimals/],
    [
      'a date of another year',
      csv([financeRow({ year: '2022' })]),
      /"2023-06-30" \(reference_date\) is not a date of the year 2022/,
    ],
    ['a day that does not exist', csv([financeRow({ reference_date: '2023-02-30' })]), /"2023-02-30"/],
    ['percentages', csv([achievementRow({ measurement_unit: 'Ratio' })]), /unit "Ratio"/],
    [
      'an axis given twice',
      csv([financeRow(), financeRow({ total_amount: '1.0' })]),
      /1.0, but row 2 says 358000000.0/,
    ],
  ])('is refused with %s, and nothing is written', async (_, text, why) => {
    await withCopy(async (dir) => {
      const before = await snapshotsOf(dir);
      const { status, lines } = await importText(dir, text);
      expect(status).toBe(1);
      expect(lines.join('\n')).toMatch(why);
      expect(lines.at(-1)).toBe('Nothing was written.');
      expect(await snapshotsOf(dir)).toEqual(before);
    });
  });

  it('keeps the good ones from being written, and is named', async () => {
    await withCopy(async (dir) => {
      const [fine, wrong] = [join(dir, 'fine.csv'), join(dir, 'wrong.csv')];
      await writeFile(fine, good);
      await writeFile(wrong, csv([financeRow({ priority: 'VI' })]));
      const { status, lines } = await importFiles(dir, [fine, wrong, join(dir, 'none.csv')]);
      expect([status, lines.length]).toEqual([1, 3]);
      expect(lines[0]).toContain(`${wrong}, row 2: `);
      expect(lines[1]).toContain('none.csv: The file cannot be read.');
    });
  });

  it('is refused in a dataset that lacks the document, or is broken itself', async () => {
    await withCopy(async (dir) => {
      const { programme, snapshot } = await readFiles(dir);
      for (const name of await readdir(join(dir, 'snapshots'))) await rm(join(dir, 'snapshots', name));
      const sources = snapshot.sources.filter(({ document }) => document === 'slides-2020');
      const { declared, 'result-count': count, ...notes } = snapshot.notes;
      await writeJson(dir, SNAPSHOT, { ...snapshot, sources, notes });
      const documents = programme.documents.filter(({ id }) => id !== 'eu-finance');
      await writeJson(dir, PROGRAMME, { ...programme, documents });
      expect((await importText(dir, good)).lines[0]).toContain('lacks a document with "import": "finance"');
      await writeFile(join(dir, PROGRAMME), '{');
      expect((await importText(dir, good)).lines[0]).toContain('programme.json');
    });
  });
});

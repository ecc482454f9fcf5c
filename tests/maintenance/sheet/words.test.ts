import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { loadFiles } from '../../../src/load/load.ts';
import { readFolder } from '../../../src/load/read.ts';
import type { Outcome } from '../../../src/maintenance/form/edit.ts';
import { importSheet } from '../../../src/maintenance/sheet/importSheet.ts';
import { sheetPlan } from '../../../src/maintenance/sheet/plan.ts';
import { sheetText } from '../../../src/maintenance/sheet/text.ts';
import { DATA, readFiles, withCopy } from '../../check/copy.ts';

let table = '';
beforeAll(async () => {
  const { programme, snapshot } = await readFiles(DATA);
  table = sheetText(programme, snapshot);
});

/** The last row of the table: every row is of a date. */
const LAST = 284;
const CERTIFIED = ';109,8;MEUR;slides-2020;6;109,8;109,8 MLN€';

/** What a person is told of a table, without the last line, that nothing was written. */
async function told(text: string, date?: string): Promise<readonly string[]> {
  return withCopy(async (dir) => {
    const file = join(dir, 'table.csv');
    await writeFile(file, text);
    const wish = {
      file,
      date,
      dir,
      sourceDir: 'nowhere',
      locale: 'it',
      print: () => {},
      agrees: null,
      alone: (write: () => Promise<Outcome>) => write(),
    } as const;
    const { lines } = await importSheet(wish);
    return lines.slice(0, -1).map((line) => line.replace(`${file}, `, '').replace(`${file}: `, ''));
  });
}

/** The value and the printed form of one figure written anew. */
const edited = (value: string, printed: string) =>
  table.replace(CERTIFIED, `;${value};MEUR;slides-2020;6;${printed};109,8 MLN€`);

it('what is wrong alike in many rows is said once, with the rows', async () => {
  expect(await told(table.replaceAll(';2020-12-31', ';ieri'))).toEqual([
    `righe 2–${LAST}, colonna M: "ieri" non è un giorno che esiste: scriverlo come 2020-12-31.`,
  ]);
  expect(await told(table.replaceAll(';2020-12-31', ';31/02/2020'))).toEqual([
    `righe 2–${LAST}, colonna M: "31/02/2020" non è un giorno che esiste: scriverlo come 2020-12-31.`,
  ]);
  expect(await told(table, '2019-12-31')).toEqual([
    `righe 2–${LAST}, colonna M: "2020-12-31" non è la data chiesta con --date, 2019-12-31.`,
  ]);
  expect(await told(table, '31/02/2020')).toEqual([
    '--date 31/02/2020 non è un giorno che esiste: scriverlo come 2020-12-31.',
  ]);
  const [undescribed, ...more] = await told(table.replaceAll(';slides-2020;', ';slides-2021;'));
  expect(more).toEqual([]);
  expect(undescribed).toMatch(
    /^righe [\d–, ]+, colonna G «documento»: "slides-2021" non è un documento di programme\.json: descriverlo lì/,
  );
});

it('the date of most rows is the one that the others are measured by', async () => {
  expect(await told(table.replace(';2020-12-31', ';31/12/2019'))).toEqual([
    'riga 2, colonna M: "31/12/2019" non è la data delle altre righe, 2020-12-31: una tabella è di una data sola.',
  ]);
});

it.each(['31/12/2020', '31/12/20', '31-dic-20', '44196', '31.12.2020', '31/12/2020 00:00'])(
  'a date may be written as spreadsheets do: %s',
  async (date) => {
    const raw = await readFolder(DATA);
    const loaded = await loadFiles(raw);
    if (!loaded.ok) throw new Error('the dataset is broken');
    const given = { raw, programme: loaded.dataset.programme };
    const bytes = Buffer.from(table.replaceAll(';2020-12-31', `;${date}`));
    expect(sheetPlan({ ...given, date: undefined, bytes })).toEqual({ ignored: [], change: null });
    expect(sheetPlan({ ...given, date, bytes })).toMatchObject({ change: null });
  },
);

it.each([
  ['-109,8', '-109,8', 'I «stampato»: Nessuna cifra è negativa: togliere il segno meno.'],
  ['-109,8', '109,8', 'E «valore»: Nessuna cifra è negativa: togliere il segno meno.'],
  ['=E3+1', '109,8', 'E «valore»: C’è una formula: scrivere il numero al suo posto.'],
  ['109,8', '=E3', 'I «stampato»: C’è una formula: scrivere il numero al suo posto.'],
  ['', '99999999999999999', 'I «stampato»: Il numero ha più di 15 cifre: controllarlo.'],
  [
    '',
    '',
    'I «stampato»: «valore» e «stampato» sono vuoti: per togliere la cifra eliminare la sua riga, altrimenti scriverla come è stampata.',
  ],
  [
    '109,8',
    '',
    'I «stampato»: «stampato» è vuoto: scrivere la cifra come è stampata; per toglierla eliminare la riga.',
  ],
  [
    '109,9',
    '109,8',
    'E «valore»: «valore» è 109,9, ma «stampato» è 109,8: correggere quello che sbaglia, o svuotare «valore» per prendere lo stampato.',
  ],
])('a number that is none is told by what it is: %j, %j', async (value, printed, says) => {
  const lines = await told(edited(value, printed));
  expect(lines.map((line) => line.replace(/^riga \d+, colonna /, ''))).toEqual([says]);
});

it('titles may stand above the names of the columns', async () => {
  const titled = table.replace(
    '\ufeff',
    '\ufeffCifre al 31.12.2020;;\r\n\r\nbozza per il comitato;nota;\r\n',
  );
  expect(await told(titled)).toEqual([]);
  expect(await told(titled.replace(/^soggetto;/m, 'oggetto;'))).toEqual([
    'riga 4: Fra i nomi delle colonne mancano: soggetto.',
  ]);
  expect(await told(titled.replace(CERTIFIED, ';109,9;MEUR;slides-2020;6;109,8;109,8 MLN€'))).toEqual([
    expect.stringMatching(/^riga \d+, colonna E «valore»: «valore» è 109,9/),
  ]);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SNAPSHOT, withCopy } from '../../check/copy.ts';
import { at, cellsOf, edit, exported, imported, numberOf, rowWith, tableOf } from './table.ts';

type Rows = string[][];
const kindOf = (kind: string, head: string, text: string) => (cell: (head: string) => string) =>
  cell('tipo') === kind && cell(head) === text;

/** What an import says of a spoilt table, and the number of the row that was spoilt. */
async function told(spoil: (rows: Rows) => string[]) {
  return withCopy(async (dir) => {
    const before = await readFile(join(dir, SNAPSHOT), 'utf8');
    const rows = cellsOf(await exported(dir));
    const row = numberOf(rows, spoil(rows));
    const { status, lines } = await imported(dir, tableOf(rows));
    const same = (await readFile(join(dir, SNAPSHOT), 'utf8')) === before;
    return { status, text: lines.join('\n'), row, same };
  });
}

const LONG = 'Troppo lungo. '.repeat(100);

it.each<readonly [string, (rows: Rows) => string[], string]>([
  [
    'a figure',
    (rows) =>
      edit(rows, (cell) => cell('soggetto') === 'axis-2' && cell('misura') === 'certified', {
        valore: '999,9',
        stampato: '999,9',
        citazione: '',
      }),
    'column I «stampato» error (cascade)',
  ],
  [
    'another printing',
    (rows) => edit(rows, kindOf('altra stampa', 'soggetto', 'axis-2'), { stampato: '380' }),
    'column I «stampato» error (printed-form)',
  ],
  [
    'a remark',
    (rows) => edit(rows, kindOf('osservazione', 'soggetto', 'smartworking'), { pagina: '6' }),
    'column H «pagina» error (page-of-axis)',
  ],
  [
    'a note',
    (rows) => edit(rows, kindOf('nota', 'nota', 'allocated'), { 'testo (en)': LONG }),
    'column O «testo (en)» error',
  ],
  [
    'the brief form of a note',
    (rows) => edit(rows, kindOf('nota', 'nota', 'allocated'), { 'breve (it)': LONG }),
    'column P «breve (it)» error',
  ],
  [
    'a new initiative',
    (rows) => {
      const row = rowWith(rows, {
        soggetto: 'botteghe',
        nome: 'Botteghe di mestiere',
        misura: 'committed',
        valore: '1,5',
        unità: 'MEUR',
        documento: 'slides-2020',
        pagina: '6',
        stampato: '1,5',
        alias: 'x'.repeat(300),
      });
      rows.push(row);
      return row;
    },
    'column V «alias» error',
  ],
])('what the check finds in %s is told by row and column of the table', async (_, spoil, place) => {
  const { status, text, row, same } = await told(spoil);
  expect([status, same]).toEqual([1, true]);
  expect(text).toContain(`table.csv, row ${row}, ${place}`);
  expect(text).not.toMatch(/(?:snapshots\/2020-12-31|programme)\.json:\d|sources\[|remarks\[|initiatives\[/);
});

it('what no row speaks of is told by the name of the record, never by a line of a file that was not written', async () => {
  const { status, text, same } = await told((rows) => {
    const index = rows.findIndex((row) => row[0] === 'cigd' && row[at(rows, 'misura')] === 'activated');
    return rows.splice(index, 1)[0] ?? [];
  });
  expect([status, same]).toEqual([1, true]);
  expect(text).toMatch(/^table\.csv error \(excluded-amounts?\)/m);
  expect(text).not.toMatch(/2020-12-31\.json:\d/);
});

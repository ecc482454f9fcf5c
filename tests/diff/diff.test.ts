import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diff } from '../../src/diff/changes.ts';
import { diffDatasets, diffDates } from '../../src/diff/diff.ts';
import { diffJson } from '../../src/diff/json.ts';
import { diffMarkdown } from '../../src/diff/markdown.ts';
import { diffText } from '../../src/diff/text.ts';
import { type Loaded, loadDataset } from '../../src/load/load.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import {
  byId,
  DATA,
  type Files,
  figure,
  loadSpoilt,
  places,
  SNAPSHOT,
  withCopy,
  writeJson,
} from '../check/copy.ts';

function datasetOf(loaded: Loaded): Dataset {
  if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
  return loaded.dataset;
}

const real = datasetOf(await loadDataset(DATA));
const changedBy = async (change: (files: Files) => void) =>
  diffDatasets(real, datasetOf(await loadSpoilt(change)));

function dates(from: string, to: string): Diff {
  const [was, is] = [from, to].map((day) => real.snapshots.find(({ date }) => date === day));
  if (!was || !is) throw new Error('no such date');
  return diffDates(real, was, real, is);
}

describe('from one date to another', () => {
  it('is told in millions, whichever document prints them', () => {
    const text = diffText(dates('2020-12-31', '2021-12-31'), 'it');
    expect(text.split('\n').slice(0, 6).join('\n')).toMatchInlineSnapshot(`
      "Dal 31.12.2020 al 31.12.2021
        Asse I: impegnato 190,9 → 280,0 (+89,1) Mln €
        Asse I: dichiarato 163,9 → 223,3 (+59,4) Mln €
        Asse II: impegnato 184,3 → 307,1 (+122,8) Mln €
        Asse II: dichiarato 122,98 → 257,53 (+134,55) Mln €
        Asse III: impegnato 226,2 → 246,8 (+20,6) Mln €"
    `);
    expect(diffText(dates('2020-12-31', '2021-12-31'), 'en')).toContain(
      'Axis II: committed 184.3 → 307.1 (+122.8) € M',
    );
  });

  it('tells the reprogramming of 2020, and what only the later date has as new', () => {
    const text = diffText(dates('2019-12-31', '2020-12-31'), 'it');
    for (const line of [
      'Asse I: dotazione 358,0 → 236,7 (−121,3) Mln €',
      'Asse II: dotazione 227,1 → 379,0 (+151,9) Mln €',
      'Asse III: dotazione 332,5 → 301,9 (−30,6) Mln €',
      'Asse II: certificato 109,8 Mln € (nuova)',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('falls back on exact euros where millions do not tell', () => {
    expect(diffText(dates('2021-12-31', '2022-06-30'), 'it')).toContain(
      'Asse IV: impegnato 19.097.553,45 → 19.064.250,70 (−33.302,75) €',
    );
  });

  it('names what only the earlier date has by subject, not as a change', () => {
    const text = diffText(dates('2020-12-31', '2021-12-31'), 'it');
    expect(text).toMatch(/Solo al 31\.12\.2020 \(\d+\):\n/);
    expect(text).toContain('    Asse V: quota della dotazione\n');
    expect(text).toContain('Cifre invariate: 3');
  });

  it('of itself is nothing', () => {
    expect(diffText(dates('2020-12-31', '2020-12-31'), 'it')).toBe('Nessuna differenza.');
    expect(diffText(diffDatasets(real, real), 'en')).toBe('No difference.');
    expect(diffMarkdown(diffDatasets(real, real), 'en')).toBe('No difference.');
  });

  it('is the same backwards, with the other sign', () => {
    const of = (diff: Diff) =>
      diff.dates.flatMap(({ changes }) =>
        changes.flatMap(({ subject, measure, difference }) =>
          difference === null ? [] : [`${subject.id} ${measure} ${difference.units}`],
        ),
      );
    const there = of(dates('2019-12-31', '2020-12-31'));
    expect(there.length).toBeGreaterThan(10);
    const back = of(dates('2020-12-31', '2019-12-31')).map((text) =>
      text.replace(/(-?)(\d+)$/, (_, minus, digits) => (minus === '' ? `-${digits}` : digits)),
    );
    expect(new Set(back)).toEqual(new Set(there));
  });
});

describe('a corrected dataset', () => {
  it('is told to the last decimal, with the words that changed beside the figure', async () => {
    const diff = await changedBy((files) => {
      Object.assign(figure(files, 'axis-2', 'certified'), {
        value: 110.25,
        printed: '110,25',
        quote: '110,25 MLN€ DI SPESA CERTIFICATA',
      });
      figure(files, 'axis-3', 'certified').quote = '192,6 MLN€ DI SPESA';
      delete figure(files, 'axis-1', 'certified').note;
    });
    expect(diffText(diff, 'it')).toMatchInlineSnapshot(`
      "Al 31.12.2020
        Asse I: certificato 120,5 Mln €; nota «target-2020» → –
        Asse II: certificato 109,8 → 110,25 (+0,45) Mln €
        Asse III: certificato 192,6 Mln €; citazione «192,6 MLN€ DI SPESA CERTIFICATA» → «192,6 MLN€ DI SPESA»
        Cifre invariate: 226"
    `);
    expect(diffText(diff, 'en')).toContain('Axis II: certified 109.8 → 110.25 (+0.45) € M');
  });

  it('has new and removed figures', async () => {
    const diff = await changedBy((files) => {
      const [source] = files.snapshot.sources;
      if (!source) throw new Error('no source');
      const { quote: _, ...row } = figure(files, 'siua', 'unspecified');
      source.figures.push({ ...row, measure: 'projects', value: 3, unit: 'count', printed: '3' });
      const gone = figure(files, 'ifts-2019-2020', 'projects');
      source.figures = source.figures.filter((one) => one !== gone);
    });
    const text = diffText(diff, 'it');
    expect(text).toContain('(SIUA): progetti 3 (nuova)');
    expect(text).toContain('PERCORSI IFTS A.F. 2019/2020: progetti 2 (tolta)');
  });

  it('has notes, remarks and exceptions told once', async () => {
    const diff = await changedBy((files) => {
      const note = files.snapshot.notes.allocated;
      if (note) note.it = 'Denaro previsto.';
      files.snapshot.remarks = files.snapshot.remarks.filter(
        ({ note: key }) => key !== 'chart-without-numbers',
      );
      delete files.snapshot.notes['chart-without-numbers'];
    });
    const [date] = diff.dates;
    expect(date?.changes).toEqual([]);
    expect(date?.notes.map(({ key }) => key)).toEqual(['allocated', 'chart-without-numbers']);
    expect(date?.remarks.removed.map(({ subject }) => subject)).toEqual(['programme']);
    expect(diffText(diff, 'it')).toContain('Nota allocated: ');
    expect(diffText(diff, 'en')).toContain('Remark (removed) – ROP ESF 2014-2020: ');
  });

  it('has records told field by field, in the language that changed', async () => {
    const diff = await changedBy(({ programme }) => {
      byId(programme.axes, 'axis-2').name.it = 'Asse II – Inclusione';
      byId(programme.initiatives, 'siua').aliases.push('a | b');
      byId(programme.initiatives, 'siua').aliases.shift();
      const gap = byId(programme.glossary, 'term-gap');
      programme.glossary = programme.glossary.filter((term) => term !== gap);
      programme.glossary.push({ ...gap, id: 'term-new', meaning: { it: 'Nuovo.', en: 'New.' } });
      byId(programme.documents, 'slides-2020').publisher = 'Lombardia';
    });
    expect(diff.dates).toEqual([]);
    expect(diffText(diff, 'it')).toMatchInlineSnapshot(`
      "Programma
        Asse «Asse II – Inclusione» (axis-2): modifica
          nome (it): «Asse II – Inclusione sociale» → «Asse II – Inclusione»
        Iniziativa «Servizio informativo unico accreditamento (SIUA)» (siua): modifica
          alias: +«a | b», −«SIUA»
        Documento «Il POR FSE 2014-2020 di Regione Lombardia: attuazione al 31.12.2020 (slide)» (slides-2020): modifica
          editore: «Regione Lombardia» → «Lombardia»
        Glossario «Scarto dal target» (term-new): aggiunta
        Glossario «Scarto dal target» (term-gap): rimozione"
    `);
    expect(diffMarkdown(diff, 'en')).toContain('a \\| b');
  });

  it('has a date that became partial', async () => {
    const diff = await changedBy((files) => {
      files.snapshot.partial = true;
    });
    expect(diff.dates.map(({ partial }) => partial)).toEqual([true]);
    expect(diffText(diff, 'en')).toContain('The date becomes partial');
  });
});

describe('a new date', () => {
  const snapshot = (figures: readonly object[]) => ({
    date: '2023-12-31',
    partial: true,
    sources: [{ document: 'slides-2020', figures }],
    remarks: [],
    exceptions: [],
    notes: {},
  });
  const row = (subject: string, measure: string, value: number) => ({
    subject,
    measure,
    value,
    unit: 'MEUR',
    page: 1,
    printed: value.toFixed(1).replace('.', ','),
  });

  const grown = () =>
    withCopy(async (dir) => {
      const figures = [
        row('axis-2', 'committed', 310.1),
        row('axis-2', 'paid', 190.1),
        row('siua', 'paid', 0.5),
      ];
      await writeJson(dir, 'snapshots/2023-12-31.json', snapshot(figures));
      return datasetOf(await loadDataset(dir));
    });

  it('stands beside the last date that has each figure', async () => {
    const diff = diffDatasets(real, await grown());
    expect(diffText(diff, 'it')).toMatchInlineSnapshot(`
      "Nuova data: 31.12.2023 (3 cifre), rispetto al 30.06.2022
        Asse II: impegnato 307,3 → 310,1 (+2,8) Mln €
        Asse II: pagato 140,6 → 190,1 (+49,5) Mln €, dal 31.12.2020
        SERVIZIO INFORMATIVO UNICO ACCREDITAMENTO (SIUA): pagato 0,5 Mln € (nuova)
        Cifre invariate: 0"
    `);
    expect(diffMarkdown(diff, 'en')).toMatchInlineSnapshot(`
      "### New date: 31 Dec 2023 (3 figures), against 30 Jun 2022

      |  |  | before | after | difference |
      | --- | --- | ---: | ---: | ---: |
      | **Axis II** | committed | 307.3 € M | 310.1 € M | +2.8 |
      |  | paid | 140.6 € M, since 31 Dec 2020 | 190.1 € M | +49.5 |
      | **Single information service for accreditation (SIUA)** | paid | – | 0.5 € M |  |

      Figures unchanged: 0"
    `);
  });

  it('is a date removed the other way round', async () => {
    expect(diffText(diffDatasets(await grown(), real), 'en')).toBe('Date removed: 31 Dec 2023\n  Figures: 3');
  });

  it('is JSON with ids, numbers and where each figure stands', async () => {
    const json = diffJson(diffDatasets(real, await grown()), 'it');
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const [date] = json.dates;
    expect([date?.kind, date?.from, date?.to]).toEqual(['new', '2022-06-30', '2023-12-31']);
    expect(date?.changes[0]).toMatchObject({
      subject: { kind: 'axis', id: 'axis-2', name: 'Asse II – Inclusione sociale' },
      measure: 'committed',
      before: { value: 307.3, unit: 'MEUR', asOf: '2022-06-30', source: { document: 'eu-finance' } },
      after: { value: 310.1, unit: 'MEUR', source: { document: 'slides-2020', page: 1, printed: '310,1' } },
      difference: 2.8,
    });
  });
});

it('the real dataset read from its text is no difference, whatever the order of its keys', async () => {
  const shuffled = await withCopy(async (dir) => {
    const content: Record<string, unknown> = JSON.parse(await readFile(join(dir, SNAPSHOT), 'utf8'));
    await writeJson(dir, SNAPSHOT, Object.fromEntries(Object.entries(content).toReversed()));
    return datasetOf(await loadDataset(dir));
  });
  expect(shuffled.version).not.toBe(real.version);
  expect(diffText(diffDatasets(real, shuffled), 'it')).toBe('Nessuna differenza.');
});

import { describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { type Loaded, loadDataset } from '../../src/load/load.ts';
import type { Locale } from '../../src/model/locale.ts';
import { toText } from '../../src/render/text.ts';
import { byId, type Files, places, readFiles, withCopy, writeJson } from '../check/copy.ts';
import { plain } from '../desk.ts';

const catalogue = await loadCatalogue();

/** The real dataset with the texts that `spoil` gives it, and with a later report where a date is given. */
function loadedWith(spoil: (files: Files) => void, later?: string): Promise<Loaded> {
  return withCopy(async (dir) => {
    const files = await readFiles(dir);
    spoil(files);
    await writeJson(dir, 'programme.json', files.programme);
    if (later) await writeJson(dir, `snapshots/${later}.json`, { ...files.snapshot, date: later });
    return loadDataset(dir);
  });
}

function answers(loaded: Loaded, question: string, locale: Locale): string {
  if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
  const desk = openDesk(loaded.dataset, catalogue);
  return plain(toText(ask(desk, { command: 'ask', options: { question }, locale }).card));
}

const untouched = () => undefined;
const QUESTIONS = [
  ['siamo a rischio disimpegno per la N+3?', 'are we at risk of decommitment under N+3?'],
  ['ci sono bandi aperti?', 'are there open calls?'],
  ['cos’è TARGET 2020?', 'what is TARGET 2020?'],
] as const;

describe('a text that speaks of a date takes it from the data', () => {
  test.each(QUESTIONS)('%s', async (it, en) => {
    const [now, later] = [await loadedWith(untouched), await loadedWith(untouched, '2023-06-30')];
    expect(answers(now, it, 'it')).toContain('al 31.12.2020');
    expect(answers(now, en, 'en')).toContain('at 31 Dec 2020');
    expect(answers(later, it, 'it')).toContain('al 30.06.2023');
    expect(answers(later, en, 'en')).toContain('at 30 Jun 2023');
    expect(answers(later, en, 'en')).not.toMatch(/31 Dec 2020|31\.12\.2020|[{}]/);
  });

  test('no explanation has a placeholder left, or a date of the data written out', async () => {
    const loaded = await loadedWith(untouched, '2023-06-30');
    if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
    const desk = openDesk(loaded.dataset, catalogue);
    for (const { id } of loaded.dataset.programme.glossary) {
      const { card } = ask(desk, { command: 'glossary', options: { term: id }, locale: 'it' });
      expect(`${id}: ${card.headline}`).not.toMatch(/[{}]|31\.12\.2020/);
    }
  });

  test('the latest date of a document, and a date meant for good', async () => {
    const loaded = await loadedWith(({ programme }) => {
      const [it, en] = [
        'Dati al {date:eu-finance} e al {date: 2018-12-31 }.',
        'Data at {date:eu-finance} and {date:2018-12-31}.',
      ];
      byId(programme.absent, 'absent-calls').answer = { it, en };
    });
    expect(answers(loaded, 'ci sono bandi aperti?', 'it')).toContain('Dati al 30.06.2022 e al 31.12.2018.');
    expect(answers(loaded, 'are there open calls?', 'en')).toContain('Data at 30 Jun 2022 and 31 Dec 2018.');
  });
});

describe('the check', () => {
  const findingsOf = async (it: string, en = it) => {
    const { findings } = await loadedWith(({ programme }) => {
      byId(programme.absent, 'absent-calls').answer = { it, en };
    });
    return findings.filter(({ rule }) => /placeholders|dates-in-words/.test(rule));
  };

  test.each(['{data}', '{date:slides-1999}', '{date:2019-01-01}', '{}', '{date:}'])(
    'refuses %s',
    async (text) => {
      expect(await findingsOf(`Non c’è: ${text}.`)).toMatchObject([
        { rule: 'placeholders', severity: 'error', path: expect.stringMatching(/answer\.it/) },
        { rule: 'placeholders', severity: 'error', path: expect.stringMatching(/answer\.en/) },
      ]);
    },
  );

  test('refuses a placeholder where nothing replaces it', async () => {
    const { findings } = await loadedWith(({ programme }) => {
      byId(programme.axes, 'axis-1').official.it = 'Occupazione al {date}';
    });
    expect(places(findings)).toContain('error programme.json axes[0].official.it (axis-1) placeholders');
  });

  test.each([
    ['al 31.12.2020', 'at 31.12.2020'],
    ['al 31/12/20', 'at 31/12/20'],
    ['al 31 dicembre 2020', 'at December 31, 2020'],
    ['al 31 dic 2020', 'at 31 Dec 2020'],
  ])('warns of %s, and says what to write', async (it, en) => {
    const [finding, ...others] = await findingsOf(it, en);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'dates-in-words', severity: 'warning' });
    expect(finding?.advice.en).toBe(
      'Write one of these in its place, which the bot replaces: "{date}", "{date:slides-2020}", "{date:eu-achievements}", "{date:2020-12-31}".',
    );
  });

  test.each(['al 31.12.2023', 'il target al 2023', 'Decisione C(2020) 7664 del 9/11/20', 'al {date}'])(
    'does not mind %s',
    async (text) => {
      expect(await findingsOf(text)).toEqual([]);
    },
  );
});

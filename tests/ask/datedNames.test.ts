import { describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { diffDates } from '../../src/diff/diff.ts';
import { diffText } from '../../src/diff/text.ts';
import { type Loaded, loadDataset } from '../../src/load/load.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Locale } from '../../src/model/locale.ts';
import { replyJson } from '../../src/render/json.ts';
import { toText } from '../../src/render/text.ts';
import { factLines } from '../../src/terminal/facts.ts';
import { byId, type Files, places, readFiles, withCopy, writeJson } from '../check/copy.ts';
import { plain } from '../desk.ts';

const [OLD, NEW] = ['2020-12-31', '2023-12-31'];
const catalogue = await loadCatalogue();

/** The real dataset with a later report, which renames an initiative, an axis and an indicator. */
function renamed({ programme, snapshot }: Files): Files['snapshot'] {
  const initiative = byId(programme.initiatives, 'nidi-gratis');
  const former = { until: OLD, printed: initiative.printed, name: initiative.name };
  Object.assign(initiative, {
    printed: 'BONUS ASILI',
    name: { it: 'Bonus asili', en: 'Crèche bonus' },
    formerly: [former],
  });
  const axis = byId(programme.axes, 'axis-4');
  Object.assign(axis, {
    formerly: [{ until: OLD, name: axis.name }],
    name: { it: 'Asse IV – Amministrazione digitale', en: 'Axis IV – Digital administration' },
  });
  const indicator = byId(programme.indicators, 'cr06');
  const { printed, name, short } = indicator;
  Object.assign(indicator, {
    formerly: [{ until: OLD, printed, name, short }],
    short: { it: 'CR06 – Occupati dopo il corso', en: 'CR06 – Employed after the course' },
  });
  const later = structuredClone(snapshot);
  const figures = later.sources.flatMap((source) => source.figures);
  for (const figure of figures.filter(({ subject }) => subject === 'nidi-gratis')) {
    Object.assign(figure, { value: 27.5, printed: '27,5', quote: 'BONUS ASILI 22/23: 27,5 MLN€' });
  }
  return Object.assign(later, { date: NEW });
}

async function loadedWith(change: (files: Files) => Files['snapshot']): Promise<Loaded> {
  return withCopy(async (dir) => {
    const files = await readFiles(dir);
    const later = change(files);
    await writeJson(dir, 'programme.json', files.programme);
    await writeJson(dir, `snapshots/${later.date}.json`, later);
    return loadDataset(dir);
  });
}

function datasetOf(loaded: Loaded): Dataset {
  if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
  return loaded.dataset;
}

const loaded = await loadedWith(renamed);
const dataset = datasetOf(loaded);
const desk = openDesk(dataset, catalogue);

function answer(command: string, options: Readonly<Record<string, string>>, locale: Locale = 'it') {
  const reply = ask(desk, { command, options, locale });
  return { ...reply, title: plain(reply.card.title), text: plain(toText(reply.card)) };
}

const NOW = { it: 'Bonus asili', en: 'Crèche bonus' };
const initiative = byId([...dataset.programme.initiatives], 'nidi-gratis');
const oldName = initiative.formerly?.[0]?.name ?? { it: '', en: '' };

describe.each(['it', 'en'] as const)('in %s', (locale) => {
  const now = NOW[locale];
  const old = oldName[locale];
  test('an answer at a date has the name of that date, and says the other one', () => {
    for (const initiative of [old, now, 'bonus asilo', 'nidi gratiss', 'nidi-gratis']) {
      const before = answer('initiative', { initiative, date: OLD }, locale);
      expect(before.title).toContain(old);
      expect(before.title).not.toContain(now);
      expect(before.text).toMatch(/25[,.]5/);
      const after = answer('initiative', { initiative }, locale);
      expect(after.title).toContain(now);
      expect(after.title).not.toContain(old);
      expect(after.text).toMatch(/27[,.]5/);
    }
  });

  test('a question finds it by both names, at both dates', () => {
    for (const name of [old, now]) {
      const on = locale === 'it' ? 'al 31.12.2020' : 'at 31.12.2020';
      const question = (text: string) => answer('ask', { question: text }, locale);
      expect(question(`${name} ${on}`).title).toContain(old);
      expect(question(name).title).toContain(now);
    }
  });

  test('a trend has the name of its last date, and says the one before', () => {
    const trend = answer('trend', { axis: 'axis-4', measure: 'committed' }, locale);
    expect(trend.title).toMatch(/Amministrazione digitale|Digital administration/);
    expect(trend.text).toMatch(/fino al 31\.12\.2020 si chiamava|up to 31 Dec 2020 it was called/);
    for (const span of [{ to: OLD }, { from: OLD, to: '2018-12-31' }]) {
      const upTo = answer('trend', { axis: 'axis-4', measure: 'committed', ...span }, locale);
      expect(upTo.title).toMatch(/Capacità|capacity/);
      expect(upTo.title).not.toMatch(/digital/);
    }
  });

  test('changes between the dates say the new names, and those of an axis its own', () => {
    const all = answer('changes', { from: OLD, to: NEW }, locale).text;
    const [field] = locale === 'it' ? ['Nomi cambiati'] : ['New names'];
    expect(all).toContain(field);
    expect(all).toContain(old);
    expect(all).toContain(now);
    const own = answer('changes', { from: OLD, to: NEW, axis: 'axis-4' }, locale).text;
    expect(own).not.toContain(now);
    expect(own).toMatch(locale === 'it' ? /Amministrazione digitale/ : /Digital administration/);
  });

  test('diff:data says it', () => {
    const [was, is] = [OLD, NEW].map((day) => dataset.snapshots.find(({ date }) => date === day));
    if (!was || !is) throw new Error('no such date');
    const text = diffText(diffDates(dataset, was, dataset, is), locale);
    expect(text).toContain(`«${old}» → «${now}» (nidi-gratis)`);
  });
});

test('the other name is said in words', () => {
  expect(answer('initiative', { initiative: 'nidi-gratis', date: OLD }).text).toContain(
    `«${oldName.it}»: dopo il 31.12.2020 si chiama «Bonus asili».`,
  );
  expect(answer('initiative', { initiative: 'nidi-gratis' }, 'en').text).toContain(
    `“Crèche bonus”: up to 31 Dec 2020 it was called “${oldName.en}”.`,
  );
});

test('axes and indicators have dated names as well, wherever they are named', () => {
  expect(answer('axis', { axis: 'axis-4', date: OLD }).title).toContain('Asse IV – Capacità');
  expect(answer('axis', { axis: 'amministrazione digitale' }).title).toContain('Amministrazione digitale');
  expect(answer('axis', { axis: 'capacità amministrativa' }).title).toContain('Amministrazione digitale');
  expect(answer('indicator', { indicator: 'cr06' }).title).toContain('Occupati dopo il corso');
  expect(answer('indicator', { indicator: 'cr06', date: OLD }).title).not.toContain('dopo il corso');
  expect(answer('briefing', { axis: 'axis-2', date: OLD }).text).not.toContain('Bonus asili');
  expect(answer('initiative', { axis: 'axis-2', date: OLD }).text).toContain(oldName.it);
  expect(answer('initiative', { axis: 'axis-2' }).text).toContain('Bonus asili');
});

test('facts have the name of their date', () => {
  const reply = answer('initiative', { initiative: 'nidi-gratis', date: OLD });
  expect(replyJson(dataset, '', reply, 'it').facts[0]?.subject).toEqual({
    kind: 'initiative',
    id: 'nidi-gratis',
    name: initiative.formerly?.[0]?.printed,
  });
  const lines = (factLines(dataset, { csv: false, locale: 'it' }) ?? []).map((line) => JSON.parse(line));
  const names = lines
    .filter(({ subject }) => subject.id === 'nidi-gratis')
    .map(({ subject, asOf }) => [asOf, subject.name]);
  expect(names).toEqual([
    [OLD, initiative.formerly?.[0]?.printed],
    [NEW, 'BONUS ASILI'],
  ]);
});

describe('the check', () => {
  const findingsOf = async (spoil: (files: Files) => void) => {
    const result = await loadedWith((files) => {
      const later = renamed(files);
      spoil(files);
      return later;
    });
    return places(result.findings).filter((place) => /formerly|quote-names/.test(place));
  };

  test('takes the quotes of each date by the name of that date', async () => {
    expect(places(loaded.findings).filter((place) => /^error|formerly|aliases/.test(place))).toEqual([]);
    const undated = await findingsOf(({ programme }) => {
      delete byId(programme.initiatives, 'nidi-gratis').formerly;
    });
    expect(undated).toEqual([
      expect.stringMatching(/^error snapshots\/2020-12-31\.json .*nidi-gratis.* quote-names-initiative$/),
    ]);
  });

  test('finds former names out of order, that are none, or without data after them', async () => {
    const formerly = (names: readonly { until: string; it: string }[]) =>
      findingsOf(({ programme }) => {
        byId(programme.axes, 'axis-1').formerly = names.map(({ until, it }) => ({
          until,
          name: { it, en: it },
        }));
      });
    const place = (at: number, field = '') =>
      `error programme.json axes[0].formerly[${at}]${field} (axis-1) formerly`;
    expect(
      await formerly([
        { until: '2020-12-31', it: 'Asse I – Lavoro' },
        { until: '2018-12-31', it: 'Asse I – Impiego' },
      ]),
    ).toEqual([place(0, '.until')]);
    expect(
      await formerly([
        { until: '2018-12-31', it: 'Asse I – Lavoro' },
        { until: '2020-12-31', it: 'Asse I – Lavoro' },
      ]),
    ).toEqual([place(0)]);
    expect(await formerly([{ until: NEW, it: 'Asse I – Lavoro' }])).toEqual([
      'warning programme.json axes[0].formerly[0].until (axis-1) formerly',
    ]);
  });
});

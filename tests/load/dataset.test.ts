import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/load/load.ts';
import type { Figure } from '../../src/model/dataset.ts';
import { compare, toPlain } from '../../src/model/decimal.ts';
import { DATA, places } from '../check/copy.ts';

const loaded = await loadDataset(DATA);
if (!loaded.ok) throw new Error(places(loaded.findings).join('\n'));
const { dataset } = loaded;
const { programme, latest } = dataset;
const slides = latest.figures.filter(({ source }) => source.document.id === 'slides-2020');

const of = (subject: string, measure: string, unit?: string): readonly Figure[] =>
  slides.filter(
    (figure) =>
      figure.subject.id === subject &&
      figure.measure === measure &&
      (unit === undefined || figure.unit === unit),
  );
const printed = (subject: string, ...measures: string[]) =>
  measures.map((measure) => of(subject, measure)[0]?.source.printed ?? null);

describe('the real dataset', () => {
  it('has no finding, not even a warning', () => {
    expect(places(loaded.findings)).toEqual([]);
  });

  it('holds what the slides hold', () => {
    expect({
      axes: programme.axes.length,
      priorities: programme.priorities.map(({ code }) => code),
      fundingSources: programme.fundingSources.length,
      results: programme.indicators.filter(({ kind }) => kind === 'result').length,
      outputs: programme.indicators.filter(({ kind }) => kind === 'output').length,
      initiatives: programme.axes.map(
        ({ id }) => programme.initiatives.filter(({ axis }) => axis === id).length,
      ),
    }).toMatchInlineSnapshot(`
      {
        "axes": 5,
        "fundingSources": 3,
        "initiatives": [
          8,
          12,
          6,
          10,
          0,
        ],
        "outputs": 5,
        "priorities": [
          "8.i",
          "8.ii",
          "8.iv",
          "8.v",
          "9.i",
          "9.ii",
          "9.iv",
          "10.i",
          "10.iv",
          "11.i",
        ],
        "results": 6,
      }
    `);
  });

  it('has the totals of slides 1 to 3', () => {
    expect(
      latest.figures
        .filter(({ subject }) => subject.kind === 'programme' || subject.kind === 'funding-source')
        .map(
          ({ subject, measure, source }) =>
            `${subject.id} ${measure} ${source.printed} (slide ${source.page})`,
        ),
    ).toMatchInlineSnapshot(`
      [
        "programme allocation 970,4 (slide 1)",
        "programme activated 961,8 (slide 2)",
        "programme committed 641,6 (slide 2)",
        "programme paid 536,5 (slide 2)",
        "programme certified 442,5 (slide 2)",
        "programme selected-operations 189.082 (slide 2)",
        "programme participants 397.748 (slide 3)",
        "programme participants-male 214.256 (slide 3)",
        "programme participants-female 183.492 (slide 3)",
        "programme participants-male 54% (slide 3)",
        "programme participants-female 46% (slide 3)",
        "programme participants-active-inclusion 32 % (slide 3)",
        "programme participants-labour-policy 53 % (slide 3)",
        "programme participants-skills 16 % (slide 3)",
        "programme participants-vulnerable 22 % (slide 3)",
        "programme participants-disability 5 % (slide 3)",
        "programme participants-migrants 8 % (slide 3)",
        "programme participants-other 9 % (slide 3)",
        "programme vulnerable-active-inclusion 49 % (slide 3)",
        "programme vulnerable-job-placement 40 % (slide 3)",
        "eu allocation 485,2 (slide 1)",
        "eu share 50% (slide 1)",
        "state allocation 339,6 (slide 1)",
        "state share 35% (slide 1)",
        "region allocation 145,6 (slide 1)",
        "region share 15% (slide 1)",
      ]
    `);
  });

  it('has the money and people of every axis', () => {
    const lines = programme.axes.map(({ id }) => {
      const figures = slides.filter(({ subject }) => subject.id === id);
      return `${id}: ${figures.map(({ measure, source }) => `${measure} ${source.printed}`).join(', ')}`;
    });
    expect(lines).toMatchInlineSnapshot(`
      [
        "axis-1: allocation 236,7, share 24%, activated 235,7, committed 190,9, paid 166,6, certified 120,5, participants 209.754, participants-female 97.643, participants-female 47%, participants-male 112.111, participants-male 53%, participants-disability 5.475, participants-disability 3%, participants-migrants 16.964, participants-migrants 8%, participants-other 12.765, participants-other 6%",
        "axis-2: allocation 379,0, share 39%, activated 378,3, committed 184,3, committed 184.312.574,33€, paid 140,6, certified 109,8, participants 125.533, participants-female 59.146, participants-female 47%, participants-male 66.387, participants-male 53%, participants-disability 6.535, participants-disability 5%, participants-migrants 14.047, participants-migrants 11%, participants-other 22.416, participants-other 18%",
        "axis-3: allocation 301,9, share 31%, activated 295,8, committed 226,2, paid 203,1, certified 192,6, participants 58.513, participants-female 25.357, participants-female 43%, participants-male 33.156, participants-male 57%, participants-disability 6.005, participants-disability 10%, participants-migrants 1.512, participants-migrants 3%, participants-other 1.249, participants-other 2%",
        "axis-4: allocation 20,0, share 2%, activated 19,9, committed 15,9, paid 8,4, certified 4,5, participants 3.948, participants-female 1.346, participants-female 34%, participants-male 2.602, participants-male 66%",
        "axis-5: allocation 32,8, share 3%",
      ]
    `);
  });

  it('puts women first on the axis slides', () => {
    expect(printed('axis-2', 'participants-female', 'participants-male')).toEqual(['59.146', '66.387']);
  });

  it('prints nothing of Axis V on the slides but its allocation and share', () => {
    expect(slides.filter(({ subject }) => subject.id === 'axis-5').map((f) => f.measure)).toEqual([
      'allocation',
      'share',
    ]);
  });

  it('keeps the printed decimals', () => {
    expect(of('axis-2', 'allocation').map(({ value }) => toPlain(value))).toEqual(['379.0']);
    expect(of('axis-2', 'committed').map(({ value }) => toPlain(value))).toEqual(['184.3', '184312574.33']);
    expect(of('cigd', 'granted').map(({ value }) => toPlain(value))).toEqual(['168500000.00']);
  });

  it('does not guess what an amount with no verb is', () => {
    const unspecified = new Set(
      latest.figures.filter(({ measure }) => measure === 'unspecified').map(({ subject }) => subject.id),
    );
    const axis4 = programme.initiatives.filter(({ axis }) => axis === 'axis-4').map(({ id }) => id);
    expect(unspecified).toEqual(
      new Set([
        'ppd-2019-2021',
        'oi-milano-bollate-9.i',
        'oi-milano-bollate-9.iv',
        'nidi-gratis',
        'ifts-2019-2020',
        ...axis4,
      ]),
    );
  });

  it('has six result indicators with value and target', () => {
    expect(
      programme.indicators
        .filter(({ kind }) => kind === 'result')
        .map(({ id }) => [id, ...printed(id, 'value', 'target')].join(' ')),
    ).toMatchInlineSnapshot(`
      [
        "cr06 59% 30%",
        "cr05 92% 80%",
        "cr03-10.i 85% 85%",
        "cr03-10.iv 48% 80%",
        "training-completion 98% 90%",
        "it-tools 70% 90%",
      ]
    `);
  });

  it('has every amount of every initiative', () => {
    expect(
      programme.initiatives.map(({ id }) =>
        [
          `${id}:`,
          ...latest.figures
            .filter(({ subject }) => subject.id === id)
            .map(({ measure, source }) => `${measure} ${source.printed}`),
        ].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "formazione-continua-vi: activated 26 admitted 1,97",
        "lombardia-plus-cultura: committed 4,9 projects 20",
        "autoimprenditorialita-cultura: committed 2 projects 6",
        "smartworking: updated_budget 9 committed 5,3",
        "azioni-di-rete-lavoro: activated 5 committed 4,63",
        "its-2020-2021: activated 8,5 committed 8,4",
        "its-2021-2022: programmed 8,5",
        "ifts-2020-2022: allocated 7,5",
        "vita-persone-disabilita: activated 3,5 committed 1,8 paid 0,5",
        "inclusione-giudiziaria: activated 4,8",
        "ppd-2019-2021: unspecified 7",
        "oi-milano-bollate-9.i: unspecified 1,3",
        "giovani-adolescenti: activated 6 paid 3",
        "vita-persone-anziane: activated 4 committed 1 paid 0,5",
        "oi-milano-bollate-9.iv: unspecified 1,2",
        "nidi-gratis: unspecified 25,5",
        "rigenerazione-urbana: activated 6 committed 6",
        "cigd: activated 168,5 granted 168.500.000,00€",
        "modello-marginalita: committed 4,8",
        "inclusione-vulnerabilita: activated 9,6 committed 9,6",
        "iefp-2020-2021: activated 49,4",
        "its-2019-2020: activated 5 committed 5",
        "ifts-2020-2021: activated 8,38",
        "lombardia-plus-smart: projects 29 funded 1,97",
        "iefp-2019-2020: reprogrammed 26,4 paid 9,1",
        "ifts-2019-2020: projects 2 unspecified 0,2",
        "lombardia-europa-2020: unspecified 2",
        "digitalizzazione-patrimoni: unspecified 3,2",
        "coaching-cpi: unspecified 2",
        "siua: unspecified 0,9",
        "antiriciclaggio-corruzione: unspecified 0,5",
        "reclutamento-sociale-comuni: unspecified 1,4",
        "base-dati-geografica: unspecified 0,7",
        "documenti-digitali-biblioteche: unspecified 1,4",
        "aree-interne: unspecified 2,28",
        "database-topografico: unspecified 2,2",
      ]
    `);
  });

  it('says that the commitments of Axis II and of the programme leave CIGD out', () => {
    expect(latest.excluded.map(({ subject, amount }) => [subject.id, amount.source.printed])).toEqual([
      ['axis-2', '168,5'],
      ['programme', '168,5'],
    ]);
    for (const figure of [...of('axis-2', 'committed'), ...of('programme', 'committed')]) {
      expect(figure.note?.it).toContain('CIGD');
    }
  });

  it('tells of every value in a TARGET 2020 box that it was achieved', () => {
    const boxed = latest.figures.filter(
      ({ measure, subject }) => measure === 'output' || (measure === 'certified' && subject.kind === 'axis'),
    );
    expect(boxed).toHaveLength(9);
    for (const { note } of boxed) expect(note?.en).toContain('achieved at 31.12.2020');
  });

  it('keeps what became of an initiative as a remark', () => {
    const remark = latest.remarks.find(({ subject }) => subject.id === 'iefp-2020-2021');
    expect(remark?.text.it).toContain('FSC');
  });

  it('is frozen and of a stable version', async () => {
    expect(Object.isFrozen(dataset) && Object.isFrozen(latest.figures[0])).toBe(true);
    const again = await loadDataset(DATA);
    expect(again.ok && again.dataset.version).toBe(dataset.version);
    expect(dataset.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('has no negative figure', () => {
    const zero = { units: 0n, places: 0 };
    expect(latest.figures.filter(({ value }) => compare(value, zero) < 0)).toEqual([]);
  });

  it('has an answer in both languages for what is not in it', () => {
    const heard = programme.absent.flatMap((topic) => topic.heard.map((words) => words.toLowerCase()));
    expect(new Set(heard).size).toBe(heard.length);
    for (const wanted of ['n+3', 'disimpegno', 'milestone', 'fesr', 'pnrr', 'emilia-romagna', 'per età']) {
      expect(heard).toContain(wanted);
    }
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { BarsSpec, ChartSpec } from '../../src/cards/charts/spec.ts';
import { ask } from '../../src/desk/ask.ts';
import { suggest } from '../../src/desk/suggest.ts';
import { registration } from '../../src/discord/register/registration.ts';
import { LOCALES } from '../../src/model/locale.ts';
import type { Measure } from '../../src/model/measures.ts';
import { sceneOf } from '../../src/render/chart/layout.ts';
import { toPng } from '../../src/render/chart/png.ts';
import { toSvg } from '../../src/render/chart/svg.ts';
import { introduction } from '../../src/start/inBrowser.ts';
import { answering, invocations, pagesOf } from '../discord/answering.ts';
import {
  actionOf,
  buttonsOf,
  type Callback,
  isPage,
  type Message,
  messageOf,
  selectsOf,
} from '../discord/read.ts';
import { pick, press, slash, typing } from '../loopback/interactions.ts';
import { loadSpecification } from '../loopback/openapi.ts';
import { compared, dataset, desk, findings, foreignIn } from './second.ts';

const LANGUAGES = ['it', 'en-US'] as const;
const bot = answering(desk);
const objections = loadSpecification();

/** Answers an interaction; Discord would take the answer, and nothing in it is of the first programme. */
function answered(interaction: object): Callback {
  const { files, ...callback } = bot(interaction);
  expect(objections('POST', '/interactions/1/token/callback', callback)).toEqual([]);
  said.add(JSON.stringify([callback, files]));
  return callback;
}

/** All that was answered, looked through after each test at once. */
const said = new Set<string>();
afterEach(() => {
  expect(foreignIn([...said].join('\n'))).toEqual([]);
  said.clear();
});

describe('the second programme', () => {
  it('is clean, figures and all, against the text of its document', () => {
    expect(findings).toEqual([]);
    expect(compared).toEqual(['report-2024']);
    expect(dataset.snapshots.map(({ date }) => date)).toEqual(['2024-06-30']);
  });

  it('is registered and introduced without a word of the first', () => {
    expect(foreignIn(JSON.stringify(registration(desk.catalogue)))).toEqual([]);
    const welcome = introduction(desk, 'it');
    expect(welcome.title).toEqual(dataset.programme.name);
    expect(welcome.examples).toEqual(desk.examples);
    expect(foreignIn(JSON.stringify(welcome))).toEqual([]);
  });
});

describe.each(LANGUAGES)('in %s', (locale) => {
  it('every command with every option answers, page after page, and so does every button and menu', () => {
    const done = new Set<string>();
    const follow = (message: Message, depth: number): void => {
      expect(message.embeds?.length ?? 1).toBe(1);
      for (const id of buttonsOf(message)) {
        if (done.has(id) || actionOf(id) === 'r' || isPage(id)) continue;
        done.add(id);
        const next = answered(press(id, locale, { flags: 64 }));
        if (next.type === 4 && depth < 2 && actionOf(id) === 'a') follow(messageOf(next), depth + 1);
      }
      for (const value of selectsOf(message)) {
        if (done.has(value)) continue;
        done.add(value);
        const picked = messageOf(answered(pick('2c', value, locale, { flags: 64 })));
        if (depth < 2) follow(picked, depth + 1);
      }
    };
    for (const { name, options } of invocations(desk)) {
      const first = messageOf(answered(slash(name, options, locale)));
      expect(pagesOf(bot, first, locale).length).toBeGreaterThan(0);
      follow(first, 0);
    }
    expect(done.size).toBeGreaterThan(30);
  });

  it('every option suggests what is there, whatever is typed', () => {
    for (const command of desk.catalogue.values()) {
      for (const option of [...Object.keys(command.options), 'date']) {
        for (const text of ['', 'a', 'asse 2', 'ponte', 'cigd', '2024'])
          answered(typing(command.name, option, text, locale));
      }
    }
  });
});

describe.each(LOCALES)('suggestions in %s', (locale) => {
  const names = (command: string, option: string, text = '') =>
    suggest(desk, { command, option, text, locale }).map(({ value }) => value);

  it('are of this programme', () => {
    expect(names('spending', 'axis')).toEqual(['work', 'care', 'places']);
    expect(names('spending', 'axis', '3')).toEqual(['places']);
    expect(names('initiative', 'initiative', 'pon')).toEqual(['ponte']);
    expect(names('initiative', 'priority', '4.k')[0]).toBe('objective-4.k');
    expect(names('allocation', 'source')).toEqual(['union', 'valley']);
    expect(names('glossary', 'term')).toEqual(['term-valley', 'term-committed']);
    expect(names('spending', 'date')).toEqual(['2024-06-30']);
    expect(names('ask', 'question')).toEqual(desk.examples[locale]);
  });

  it('offer no measure with an amount that nothing leaves out', () => {
    expect(names('spending', 'measure')).not.toContain('committed-with-cigd' satisfies Measure);
    expect(names('spending', 'measure')).toContain('committed' satisfies Measure);
  });
});

describe.each(LOCALES)('pictures in %s', (locale) => {
  const chartOf = (command: string, options: Record<string, string>): ChartSpec | null | undefined =>
    ask(desk, { command, options, locale }).chart;

  it('are drawn, in the colours of the axes in their order', async () => {
    const ranking = chartOf('ranking', { measure: 'committed' }) as BarsSpec;
    expect(ranking.rows.map(({ hue }) => hue)).toEqual([1, 0, 2]);
    const initiatives = chartOf('ranking', { measure: 'committed', of: 'initiative' }) as BarsSpec;
    expect(new Set(initiatives.rows.map(({ hue }) => hue))).toEqual(new Set(['plain']));
    const briefing = chartOf('briefing', { axis: 'care' });
    const comparison = chartOf('compare', { first: 'work', second: 'care' });
    for (const spec of [ranking, initiatives, briefing, comparison]) {
      expect(spec).toBeTruthy();
      if (!spec) continue;
      expect(foreignIn(JSON.stringify(spec))).toEqual([]);
      const svg = toSvg(sceneOf(spec));
      expect((await toPng(svg)).byteLength).toBeGreaterThan(5_000);
    }
  });

  it('of a trend there is none with a single date', () => {
    expect(chartOf('trend', { axis: 'care', measure: 'committed' })).toBeNull();
  });
});

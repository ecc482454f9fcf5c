import { describe, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { Condition } from '../../src/model/condition.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { realDesk } from '../discord/realDesk.ts';

const condition = (now: string): Condition => ({
  now: new Date(now),
  loadedAt: new Date('2026-01-01'),
  last: { at: new Date(now), outcome: 'good', findings: [] },
  drafts: [],
  uncompared: [],
});

describe('an answer that is kept', () => {
  it('is given again, and names the request in the words of neither person', async () => {
    const desk = await realDesk();
    const [one, other] = ['nidi gratis', 'Nidi gratsi'].map((initiative) =>
      ask(desk, { command: 'initiative', options: { initiative }, locale: 'it' }),
    );
    expect(one?.card).toBe(other?.card);
    expect(one?.request).toEqual(other?.request);
  });

  it('is of one language, date and dataset', async () => {
    const desk = await realDesk();
    const newer = openDesk({ ...desk.dataset, version: 'newer' }, desk.catalogue);
    const cards = [
      ask(desk, { command: 'spending', options: { axis: '2' }, locale: 'it' }),
      ask(desk, { command: 'spending', options: { axis: '2' }, locale: 'en' }),
      ask(desk, { command: 'spending', options: { axis: '2', date: '2019-12-31' }, locale: 'it' }),
      ask(newer, { command: 'spending', options: { axis: '2' }, locale: 'it' }),
    ].map(({ card }) => card);
    expect(new Set(cards).size).toBe(4);
  });

  it('is of one amount, with its unit and as it was written', async () => {
    const [cold, warm] = [await realDesk(), await realDesk()];
    for (const above of [
      '100',
      '100 persone',
      '100',
      '100 Mln',
      '100%',
      '20,000',
      '20.000',
      '20.0000',
      '20',
    ]) {
      for (const command of ['ranking', 'spending', 'initiative']) {
        for (const locale of LOCALES) {
          const request = { command, options: { measure: 'committed', above }, locale };
          // Another lexicon is another desk, which has kept nothing.
          const fresh = { ...cold, lexicon: { ...cold.lexicon } };
          expect(ask(warm, request), `${command} ${above} ${locale}`).toEqual(ask(fresh, request));
        }
      }
    }
  });

  it('says nothing of the moment: what does is worked out each time', async () => {
    const desk = await realDesk();
    for (const command of desk.catalogue.values()) {
      for (const locale of LOCALES) {
        const [before, after] = ['2026-02-01', '2027-03-04'].map(
          (now) =>
            ask({ ...desk, condition: condition(now) }, { command: command.name, options: {}, locale }).card,
        );
        if (command.ofTheMoment) expect(before).not.toEqual(after);
        else expect(before).toEqual(after);
      }
    }
  });
});

import { describe, expect, it, test } from 'vitest';
import { dress, footer } from '../../src/cards/dress.ts';
import { capitalised } from '../../src/cards/words/names.ts';
import { lookup } from '../../src/figures/lookup.ts';
import { everyFigure } from '../../src/figures/printed.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { toText } from '../../src/render/text.ts';
import { dataset, plain, reply, SLIDES, shown } from '../desk.ts';

const shelf = { dataset, snapshot: SLIDES };
const subject = (id: string) => {
  const found = dataset.subjects.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const BODY = { tone: 'plain', title: 'T', headline: 'H', fields: [], notes: [] } as const;

describe('the footer', () => {
  it('names document, pages in order and date, once each', () => {
    const facts = [...everyFigure(shelf, subject('axis-2')), ...everyFigure(shelf, subject('axis-2'))];
    expect(footer(facts, 'it')).toMatchInlineSnapshot(
      `"Fonte: Regione Lombardia, slide 1, 4, 6; Commissione europea, dati finanziari, riga 32 · al 31.12.2020"`,
    );
    expect(footer(facts, 'en')).toMatchInlineSnapshot(
      `"Source: Regione Lombardia, slide 1, 4, 6; European Commission, finance data, row 32 · at 31 Dec 2020"`,
    );
  });

  it('of a computed figure names the pages of the printed ones it rests on', () => {
    expect(footer(lookup(shelf, subject('axis-5'), 'certified'), 'it')).toContain('slide 2, 5, 6, 7, 8 ·');
  });

  it('is empty where no figure is said', () => {
    expect(footer([], 'it')).toBe('');
    expect(reply('glossary', { term: 'term-fsc' }).card.footer).toBe('');
  });
});

describe('notes', () => {
  it('of facts follow those of the command, each once', () => {
    const facts = lookup(shelf, subject('axis-2'), 'committed');
    const [own] = facts.flatMap((fact) => fact.notes.map((note) => note.it));
    const { notes } = dress({ ...BODY, notes: ['first', own ?? ''] }, facts, 'it');
    expect(notes[0]).toBe('first');
    expect(notes.filter((note) => note === own)).toHaveLength(1);
  });

  it('are in the language of the card', () => {
    const facts = lookup(shelf, subject('axis-2'), 'committed');
    expect(plain(dress(BODY, facts, 'it').notes.join())).toContain('Esclude 168,5 Mln €');
    expect(plain(dress(BODY, facts, 'en').notes.join())).toContain('Excludes €168.5 M');
  });
});

describe('a title', () => {
  it.each([
    [
      'spending',
      { axis: 'axis-2', measure: 'certified' },
      'Asse II – Inclusione sociale – spesa certificata al 31.12.2020',
    ],
    ['spending', { axis: 'axis-1,axis-2', measure: 'paid' }, 'Asse I e Asse II – pagamenti al 31.12.2020'],
    ['spending', { measure: 'paid' }, 'POR FSE 2014-2020 – pagamenti al 31.12.2020'],
    ['axis', { axis: 'axis-4' }, 'Asse IV – Capacità amministrativa al 31.12.2020'],
    ['initiative', { axis: 'axis-1' }, 'Iniziative – Asse I al 31.12.2020'],
    ['initiative', { priority: 'priority-9.i' }, null],
  ])('%s %o restates the question with its date', (command, options, title) => {
    const given = reply(command, options).card.title;
    if (title === null) expect(given).toMatch(/ al 31\.12\.2020$/);
    else expect(given).toBe(title);
  });

  it('begins with a capital', () => {
    for (const locale of LOCALES) expect(reply('allocation', {}, locale).card.title).toMatch(/^\p{Lu}/u);
  });
});

describe('a card as text', () => {
  it('has no empty lines, whatever is empty on the card', () => {
    expect(toText({ ...BODY, notes: [], fields: [], footer: '' })).toBe('T\nH');
    expect(
      toText({ ...BODY, fields: [{ name: 'F', lines: ['a', 'b'], short: true }], notes: ['n'], footer: 'S' }),
    ).toBe('T\nH\nF\n  a\n  b\n* n\nS');
  });

  it('leads with the figure asked for, then its exact form and the figures beside it', () => {
    expect(
      shown(reply('spending', { axis: 'axis-2', measure: 'committed' }))
        .split('\n')
        .slice(1, 4),
    ).toEqual(['184,3 Mln €', '184.312.574,33 €', 'Risorse impegnate con la CIGD: 352,8 Mln € (calcolato)']);
  });

  it('puts no brackets within brackets', () => {
    expect(shown(reply('participants'))).not.toMatch(/\([^)]*\(/);
  });
});

test.each([
  ['spesa certificata', 'Spesa certificata'],
  ['è così', 'È così'],
  ['', ''],
])('a heading begins with a capital: %s', (text, heading) => expect(capitalised(text)).toBe(heading));

import { describe, expect, it, test } from 'vitest';
import type { Reply } from '../../src/desk/reply.ts';
import { isReading } from '../../src/figures/inMillions.ts';
import { amount, day, signed } from '../../src/locale/format.ts';
import { phrases } from '../../src/locale/phrases.ts';
import type { Figure } from '../../src/model/dataset.ts';
import type { DerivedFact, Fact, PublishedFact } from '../../src/model/facts.ts';
import { printedInputs } from '../../src/model/facts.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { toText } from '../../src/render/text.ts';
import { dataset, desk, reply, shown } from '../desk.ts';
import { EVERY_REQUEST, named, REQUIRED } from './everyRequest.ts';

const SAYS_NO = {
  it: /non present[ei] nella fonte/i,
  en: /not in the source/i,
};
const OF_COMMITMENTS = /^(?:committed|rate-commitment|remaining-to-commit|rate-paid-on-committed)/;

describe.each(LOCALES)('in %s, every command with every value of every option', (locale) => {
  const answered = EVERY_REQUEST.map((asked) => ({
    asked,
    name: named(asked),
    given: reply(asked.command, asked.options, locale),
  }));
  const withFacts = answered.filter(({ given }) => given.facts.length > 0);
  const wrong = (says: (given: Reply) => boolean, among = answered) =>
    among.filter(({ given }) => !says(given)).map(({ name }) => name);

  it('is a great many requests, of every command but /ask', () => {
    expect(answered.length).toBeGreaterThan(800);
    expect(new Set(answered.map(({ asked }) => asked.command))).toEqual(
      new Set([...desk.catalogue.keys()].filter((name) => name !== 'ask')),
    );
    expect(withFacts.length).toBeGreaterThan(300);
  });

  it('may leave out every option that is not required', () => {
    for (const { name, options } of desk.catalogue.values()) {
      const required = Object.entries(options).flatMap(([option, spec]) => (spec.required ? option : []));
      expect([name, Object.keys(REQUIRED[name] ?? {})]).toEqual([name, required]);
    }
  });

  it('is understood: the request it answers is the request that was made', () => {
    for (const { asked, given } of answered) {
      expect(given.request).toEqual({ ...asked, locale });
    }
  });

  it('has a title and a line that answers', () => {
    const unsaid = wrong(({ card }) => card.title.trim() !== '' && card.headline.trim() !== '');
    expect(unsaid.filter((name) => !EMPTY_LISTS.test(name))).toEqual([]);
  });

  it('has facts, or words, or says plainly that there are none', () => {
    for (const { name, given, asked } of answered) {
      expect(['answer', 'refuse'], name).toContain(given.outcome);
      if (given.outcome === 'refuse') {
        expect([name, given.facts, given.card.tone]).toEqual([name, [], 'refusal']);
        expect(given.card.headline).toMatch(locale === 'it' ? SAYS_NO.it : SAYS_NO.en);
      }
      if (['help', 'glossary'].includes(asked.command)) expect(given.outcome).toBe('answer');
    }
  });

  it('says every figure in the numbers of the language', () => {
    for (const { name, given } of withFacts.filter((each) => !LEAVES_OUT.test(each.name))) {
      const text = toText(given.card);
      for (const fact of given.facts) expect(text, `${name}: ${fact.measure}`).toMatch(whole(written(fact)));
    }
  });

  /** A distance between percentages is said in points, without a sign: which way is said in words, and nothing of none. */
  function written(fact: Fact): string {
    const inPoints = fact.measure === 'gap' || (fact.measure === 'difference' && fact.unit === 'percent');
    if (inPoints && fact.value.units === 0n) return '';
    return inPoints ? signed(fact.value, locale).replace(/^[+−]/, '') : amount(fact.value, fact.unit, locale);
  }

  it('names the date of every figure, and below the card its document and its pages', () => {
    for (const { name, given } of withFacts) {
      const { footer } = given.card;
      const text = toText(given.card);
      for (const fact of given.facts) {
        expect(text, name).toContain(day(fact.asOf, locale));
        for (const { source } of printedInputs(fact)) {
          expect(source.printed, name).toMatch(/\d/);
          const title = (source.document.short ?? source.document.title)[locale];
          expect(footer, name).toContain(title);
          const place = phrases[locale].page[source.document.page];
          const { pages, areAll } = citedPages(footer, title, place);
          if (areAll) expect(pages, name).toContain(source.page);
        }
      }
    }
  });

  it('marks what was computed, and shows how', () => {
    const computed = withFacts.filter(({ given }) =>
      given.facts.some((fact) => fact.status === 'derived' && fact.measure !== 'gap' && !isRepeated(fact)),
    );
    expect(computed.length).toBeGreaterThan(80);
    const mark =
      locale === 'it'
        ? /\(calcolato\)[\s\S]*\* .*[Cc]alcolato: |\* .*[Dd]ifferenza – calcolato: /
        : /\(computed\)[\s\S]*\* .*[Cc]omputed: |\* .*[Dd]ifference – computed: /;
    const unmarked = wrong(({ card }) => mark.test(toText(card)), computed);
    expect(unmarked.filter((name) => !UNMARKED.test(name))).toEqual([]);
  });

  it('carries every note of its facts', () => {
    for (const { name, given } of withFacts) {
      const notes = new Set(given.facts.flatMap((fact) => fact.notes.map((note) => note[locale])));
      const missing = [...notes].filter((note) => !given.card.notes.some((line) => line.endsWith(note)));
      expect(missing, name).toEqual([]);
      expect(new Set(given.card.notes).size).toBe(given.card.notes.length);
    }
  });

  it('speaks of CIGD beside every commitment of Axis II, and /spending the figure with it', () => {
    const commitments = withFacts.filter(({ given }) =>
      given.facts.some(
        ({ subject, measure, asOf }) =>
          subject.id === 'axis-2' && asOf === dataset.latest.date && OF_COMMITMENTS.test(measure),
      ),
    );
    expect(commitments.length).toBeGreaterThan(5);
    for (const { name, given } of commitments) {
      const excluded = locale === 'it' ? 'Esclude 168,5 Mln € di CIGD' : 'Excludes €168.5 M of CIGD';
      expect(given.card.notes.join('\n').replaceAll('\u00a0', ' '), name).toContain(excluded);
      const measures = given.facts.map(({ measure }) => measure);
      if (!name.startsWith('spending')) continue;
      if (measures.includes('committed')) expect(measures, name).toContain('committed-with-cigd');
      if (measures.includes('rate-commitment')) expect(measures, name).toContain('rate-commitment-with-cigd');
    }
  });

  it('gives no number the marks of another language', () => {
    const strange = locale === 'it' ? /€\d|\d,\d{3},\d{3}/ : /Mln|\d\.\d{3}\.\d{3}/;
    expect(
      wrong(
        ({ card }) => !strange.test([card.headline, ...card.fields.flatMap(({ lines }) => lines)].join('\n')),
      ),
    ).toEqual([]);
  });

  it('holds no words of the phrase book of the other language', () => {
    const foreign =
      locale === 'it'
        ? /\b(?:Source|at 31 Dec|computed|allocation|participants|committed|certified|not in the source)\b/
        : /\b(?:Fonte|al 31\.12|calcolato|dotazione|destinatari|impegnate|certificata|non presente)\b/;
    const quoted = /«[^»]*»|“[^”]*”/g;
    expect(wrong(({ card }) => !foreign.test(toText(card).replace(quoted, '')))).toEqual([]);
  });
});

/** The pages after a document's name in a footer: "slide 1, 4" or "riga 2–5, 9, …", where those are not all. */
function citedPages(footer: string, title: string, place: string) {
  const [, after = ''] = footer.split(`${title}, ${place} `);
  const [pages = ''] = /^[\d, –]+/.exec(after) ?? [];
  const numbers = pages.split(', ').flatMap((part) => {
    const [first = 0, last = first] = part.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return { pages: numbers, areAll: after[pages.length] !== '…' };
}

/** The text as a whole number, not the end of another: 5% is not in 35%. */
function whole(text: string): RegExp {
  return new RegExp(`(?<![\\d.,])${text.replace(/[.+]/g, '\\$&')}`);
}

/** Lists of nothing, which say nothing yet: see below. */
const EMPTY_LISTS =
  /^(?:indicator (?:status:near|axis:axis-5)|indicator axis:axis-\d status:|initiative (?:axis:axis-5|priority:priority-|(?:axis:\S+ )?measure:))/;
/** Facts that a card does not show, and computed ones that it does not mark: see below. */
const LEAVES_OUT = /^(?:briefing|changes)/;
const UNMARKED = /^(?:briefing|changes|trend)/;

describe('a list of nothing', () => {
  it.each([
    ['indicator', { status: 'near' }],
    ['indicator', { axis: 'axis-5' }],
    ['initiative', { axis: 'axis-5' }],
    ['initiative', { priority: 'priority-8.i' }],
    ['initiative', { measure: 'certified' }],
  ] as const)('says that there is nothing: %s %o', (command, options) => {
    const { card } = reply(command, options);
    expect([card.title.trim() === card.title, card.headline !== '']).toEqual([true, true]);
  });
});

describe('what is computed is marked everywhere', () => {
  it.each([
    ['briefing', { axis: 'axis-1' }, '99,6%'],
    ['briefing', { axis: 'axis-1' }, '50,9%'],
    ['trend', { axis: 'axis-5' }, '24,3 Mln €'],
  ] as const)('%s %o: %s', (command, options, figure) => {
    expect(shown(reply(command, options))).toContain(`${figure} (calcolato)`);
  });

  it('/briefing says the distance from the target that it gives as a fact', () => {
    const given = reply('briefing', { axis: 'axis-2' });
    expect(given.facts.map(({ measure }) => measure)).toContain('gap');
    expect(shown(given)).toContain('12 punti sopra il target');
  });
});

describe('what a card offers instead of what is not in the source', () => {
  const { card } = reply('spending', { axis: 'axis-2', measure: 'selected-operations' });

  it('is said with its figures', () => expect(toText(card)).toMatch(/184,3/));

  it('has its source and date', () => expect(card.footer).toContain('slide'));

  it('carries the note on CIGD', () => expect(toText(card)).toContain('CIGD'));
});

test('the same facts are said in both languages, in other words', { timeout: 60_000 }, () => {
  for (const asked of EVERY_REQUEST) {
    const [it, en] = LOCALES.map((locale) => reply(asked.command, asked.options, locale));
    expect(it?.facts).toEqual(en?.facts);
    expect(it?.outcome).toBe(en?.outcome);
    expect(it?.card.tone).toBe(en?.card.tone);
    expect(toText(it?.card ?? EMPTY), named(asked)).not.toBe(toText(en?.card ?? EMPTY));
  }
});

const EMPTY = { tone: 'plain', title: '', headline: '', fields: [], notes: [], footer: '' } as const;

test('every place where a figure of the newest full date is printed is cited by some answer', () => {
  const facts = EVERY_REQUEST.flatMap(({ command, options }) => reply(command, options).facts);
  const cited = new Set(facts.flatMap(printedInputs).flatMap(places));
  const silent = dataset.latest.figures.flatMap(places).filter((place) => !cited.has(place));
  expect(silent).toEqual([]);
});

function places({ subject, measure, source, also }: Pick<Figure | PublishedFact, Placed>): readonly string[] {
  return [source, ...also].map(
    ({ document, page, printed }) => `${subject.id} ${measure} ${document.id} ${page} ${printed}`,
  );
}

type Placed = 'subject' | 'measure' | 'source' | 'also';

/** Printed euros, said in millions. */
function isRepeated(fact: DerivedFact): boolean {
  return isReading(fact) && fact.inputs.length === 1;
}

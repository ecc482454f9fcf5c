import type { APIEmbed } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../src/discord/message/pages.ts';
import { day } from '../../src/locale/format.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { toEmbeds } from '../../src/render/embed.ts';
import { EVERY_REQUEST, named } from '../commands/everyRequest.ts';
import { dataset, reply } from '../desk.ts';

const REMARK = /^-# (.*)$/;
/** A remark that takes more than four rows of a phone is read by nobody. */
const LONGEST_REMARK = 160;

/** A share says of which whole it is. */
const WHOLE = /quota sul totale|share of the total/i;

const linesOf = ({ title = '', description = '', fields = [], footer }: APIEmbed) =>
  [
    title,
    ...description.split('\n'),
    ...fields.flatMap(({ name, value }) => [name, ...value.split('\n')]),
    footer?.text ?? '',
  ].filter((line) => line !== '');
const countOf = (text: string, part: string) => text.split(part).length - 1;

describe.each(LOCALES)('a card in %s', (locale) => {
  const programme = dataset.programme.short[locale];
  const cards = EVERY_REQUEST.map((asked) => {
    const { card, chart, facts, outcome } = reply(asked.command, asked.options, locale);
    const [page] = pagesOf(card, Boolean(chart));
    const embeds = toEmbeds(page, Boolean(chart));
    return { name: named(asked), card, facts, outcome, chart, embeds, lines: embeds.flatMap(linesOf) };
  });
  const withFacts = cards.filter(({ facts, outcome }) => facts.length > 0 && outcome === 'answer');
  const wrong = (is: (card: (typeof cards)[number]) => boolean, among = withFacts) =>
    among.filter(is).map(({ name }) => name);

  it('is a great many', () => expect(withFacts.length).toBeGreaterThan(300));

  it('says the date of every figure, and in title and source together once', () => {
    expect(
      wrong(({ card, facts }) =>
        facts.some(({ asOf }) => {
          const date = day(asOf, locale);
          const text = [
            card.title,
            card.headline,
            ...(card.below ?? []),
            ...card.fields.flatMap(({ name, lines }) => [name, ...lines]),
            card.footer,
          ].join('\n');
          return countOf(text, date) === 0 || countOf(`${card.title}\n${card.footer}`, date) > 1;
        }),
      ),
    ).toEqual([]);
  });

  it('says the name of the programme once at most outside its figures', () => {
    expect(
      wrong(
        ({ card }) =>
          countOf(`${card.title}\n${card.headline}\n${card.footer}`, programme) > 1 &&
          !WHOLE.test(card.headline),
      ),
    ).toEqual([]);
  });

  it('says no line twice', () => {
    expect(
      wrong(({ lines }) => {
        const said = lines.filter((line) => !['…', '```'].includes(line) && !/^\d/.test(line));
        return new Set(said).size < said.length;
      }),
    ).toEqual([]);
  });

  it('has two short remarks at most', () => {
    const remarks = (lines: readonly string[]) => lines.flatMap((line) => REMARK.exec(line)?.[1] ?? []);
    expect(wrong(({ lines }) => remarks(lines).length > 2)).toEqual([]);
    expect(
      withFacts.flatMap(({ lines }) => remarks(lines)).filter(({ length }) => length > LONGEST_REMARK),
    ).toEqual([]);
  });

  it('leads with its figure, larger than all else on it', () => {
    expect(wrong(({ embeds: [embed] }) => !/^(?:#{1,3} \S|\*\*)/.test(embed?.description ?? ''))).toEqual([]);
  });

  it('has its remarks under its picture', () => {
    const pictured = withFacts.filter(({ chart, card }) => chart && (card.remarks ?? []).length > 0);
    expect(pictured.length).toBeGreaterThan(50);
    expect(
      wrong(
        ({ embeds }) => embeds.length !== 2 || linesOf(embeds[0] ?? {}).some((line) => REMARK.test(line)),
        pictured,
      ),
    ).toEqual([]);
  });

  it('says distances as people do', () => {
    const odd =
      /(?:^|[^\d.,])0 (?:punti|points)|[−-]\d+(?:[.,]\d+)? (?:punti|points) (?:rispetto|from)|(?<![\d.,])1 (?:punti|points)\b/;
    expect(wrong(({ lines }) => lines.some((line) => odd.test(line)))).toEqual([]);
  });
});

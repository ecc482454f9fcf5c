import { paired } from '../../../diff/paired.ts';
import { phrases } from '../../../locale/phrases.ts';
import type { Locale } from '../../../model/locale.ts';
import type { Unit } from '../../../model/measures.ts';
import type { FigureRow, Printing } from '../../../model/schema.ts';
import type { Pair, Placed } from '../matches.ts';
import { confirmation, type Name, quoted, turned } from './parts.ts';
import { WORDS } from './words.ts';

export function figureLines(
  pairs: readonly Pair[],
  follow: (placed: Placed) => Placed,
  name: Name,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const title = ({ figure: { subject, measure } }: Placed) =>
    `${name(subject)}, ${phrases[locale].measures[measure]}`;
  const place = ({ document, figure: { page, also = [] } }: Placed) =>
    `${document}, ${say.page} ${[page, ...also.map((each) => each.page)].join(', ')}`;
  return pairs.flatMap(({ was, now }): readonly string[] => {
    if (!was) return now ? [`+ ${title(now)}: ${figureOf(now.figure)} (${place(now)})`] : [];
    if (!now) return [`- ${title(was)}: ${figureOf(was.figure)} (${place(was)})`];
    const parts = differences(follow(was), now, locale);
    return parts.length === 0 ? [] : [`~ ${title(now)}: ${parts.join('; ')}`];
  });
}

const SIGNS = { MEUR: 'Mln €', EUR: '€', percent: '%', count: '' } as const satisfies Record<Unit, string>;

function figureOf({ printed, unit }: FigureRow): string {
  const sign = SIGNS[unit];
  return printed.includes(sign) ? printed : `${printed} ${sign}`;
}

function differences(was: Placed, now: Placed, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  const [a, b] = [was.figure, now.figure];
  const figures =
    figureOf(a) === figureOf(b) ? turned(say.value, a.value, b.value) : turned('', figureOf(a), figureOf(b));
  return [
    ...figures,
    ...turned(say.document, was.document, now.document),
    ...turned(say.page, a.page, b.page),
    ...turned(say.quote, quoted(a.quote), quoted(b.quote)),
    ...turned(say.note, a.note, b.note),
    ...printingParts(a.also ?? [], b.also ?? [], locale),
    ...confirmation(a.confirm, b.confirm !== undefined && b.confirm === b.printed, locale),
  ];
}

function printingParts(
  was: readonly Printing[],
  now: readonly Printing[],
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const pairs = paired(was, now, [
    (each) => JSON.stringify([each.page, each.printed, each.quote]),
    ({ page }) => String(page),
    ({ printed }) => printed,
  ]);
  const used = new Set(pairs.values());
  const told = (each: Printing) => `${each.printed} (${say.page} ${each.page})`;
  return [
    ...now.flatMap((each) => {
      const old = pairs.get(each);
      if (!old) return [`${say.printing} + ${told(each)}`];
      const parts = [
        ...turned('', told(old), told(each)),
        ...turned(say.quote, quoted(old.quote), quoted(each.quote)),
      ];
      return parts.length === 0 ? [] : [`${say.printing} ${parts.join(', ')}`];
    }),
    ...was.filter((each) => !used.has(each)).map((each) => `${say.printing} - ${told(each)}`),
  ];
}

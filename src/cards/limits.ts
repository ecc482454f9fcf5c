import { type Claim, claimOf, type Judged, type Limits } from '../figures/limits.ts';
import { amount, formula, list, number } from '../locale/format.ts';
import { measureName } from '../locale/measureName.ts';
import { phrases } from '../locale/phrases.ts';
import { amountIn } from '../model/amount.ts';
import type { SubjectKind } from '../model/dataset.ts';
import { compare, type Decimal } from '../model/decimal.ts';
import type { DerivedFact, Fact } from '../model/facts.ts';
import type { Locale } from '../model/locale.ts';
import { type CardBody, refusalBody } from './card.ts';
import { figureGroups, figureText } from './figureGroups.ts';
import { isDone, type Operating, withOperations } from './operations.ts';
import { capitalised, shortName } from './words/names.ts';

export type Limited = Operating & { readonly judged?: Judged | undefined };

/** A card of figures with what was computed of them, and what the limits of the request make of it. */
export function limitedCard<A extends Limited>(
  answer: A,
  locale: Locale,
  draw: (figures: A) => CardBody,
): CardBody {
  const gap = answer.judged?.claim?.gap;
  const card = withOperations(
    { ...answer, facts: answer.facts.filter((fact) => fact !== gap) },
    locale,
    draw,
  );
  return answer.judged ? withLimits(card, answer.judged, answer.facts, locale) : card;
}

/** "Sì" or "No" before the figures that say so. */
export function answered(card: CardBody, holds: boolean | null, locale: Locale): CardBody {
  if (holds === null || card.tone === 'refusal') return card;
  const { yes, no } = phrases[locale];
  return { ...card, headline: `${holds ? yes : no}: ${card.headline}` };
}

/** The filter in the title; "Sì" or "No" before the figure of a claim; of a list that lost all, that none is left. */
export function withLimits(
  card: CardBody,
  verdict: Judged,
  facts: readonly Fact[],
  locale: Locale,
): CardBody {
  const { outcome, claim, limits } = verdict;
  const title = filtered(card.title, verdict, locale);
  if (outcome === 'unfit') return unfit(title, limits, locale);
  if (card.tone === 'refusal') return { ...card, title };
  if (outcome === 'none')
    return { ...card, title, headline: `${noneLine(verdict, locale)}. ${card.headline}` };
  if (!claim) return { ...card, title };
  const groups = figureGroups(facts.filter((fact) => !isDone(fact)));
  const [only] = groups;
  const [fact] = claim.figures;
  const alone = groups.length === 1 && only?.[0].measure === fact.measure && !isDone(fact);
  const line = claimLine(claim, limits, locale, !alone);
  const how = claim.gap ? [gapLine(claim.gap, locale)] : [];
  const notes = [...how, ...card.notes];
  const isSaid = alone || line.includes(card.headline);
  return { ...card, title, headline: isSaid ? line : `${line} · ${card.headline}`, notes };
}

/** "… – almeno 100 Mln €, tranne Asse IV, primi 3": what a title says of the limits of its list. */
export function filtered(title: string, verdict: Judged | undefined, locale: Locale): string {
  if (!verdict) return title;
  const { limits, kept, outcome } = verdict;
  const words = phrases[locale];
  const { except, top } = limits;
  const some = kept[0] && (claimOf(kept[0], limits)?.fact ?? kept[0][0]);
  const names = list(
    except.map((subject) => shortName(subject, locale)),
    locale,
  );
  const parts = [
    some && outcome !== 'claim' ? rangeOf(limits, some, locale) : '',
    names === '' ? '' : words.allBut(names),
    top === null ? '' : firstOf(verdict, top, some, locale),
  ].filter((part) => part !== '');
  return [title, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(' – ');
}

/** "primi 3", "prime 3 per importo più alto". */
function firstOf({ limits, by }: Judged, top: number, some: Fact | undefined, locale: Locale): string {
  const words = phrases[locale];
  const first = words.first[limits.order](String(top), isFeminine(some));
  if (by === null) return first;
  return words.rankedBy(
    first,
    by === 'amount' ? words.largestAmount : measureName(by, some?.subject, locale),
  );
}

/** "almeno 100 Mln €", "tra 50 e 100 Mln €"; empty without limits. */
function rangeOf({ above, below }: Limits, fact: Fact, locale: Locale): string {
  const words = phrases[locale];
  const [least, most] = [above, below].map((each) => {
    const value = each && (amountIn(each, fact.unit) ?? each.value);
    return value ? limitOf(value, fact, locale) : '';
  });
  if (least && most) return least === most ? words.equalTo(least) : words.between(least, most);
  if (least) return words.atLeast(least);
  return most ? words.atMost(most) : '';
}

/** A limit in the words of the figure: a distance between percentages is in points. */
function limitOf(value: Decimal, { measure, unit }: Fact, locale: Locale): string {
  const apart = unit === 'percent' && (measure === 'gap' || measure === 'difference');
  return apart ? phrases[locale].inPoints(number(value, locale)) : amount(value, unit, locale);
}

const FEMININE: readonly SubjectKind[] = ['initiative', 'priority', 'funding-source'];

function isFeminine(fact: Fact | undefined): boolean {
  return fact !== undefined && FEMININE.includes(fact.subject.kind);
}

/** "Nessun asse supera 500 Mln € – quel che si avvicina di più: Asse III, 192,6 Mln €". */
function noneLine({ kept, limits }: Judged, locale: Locale): string {
  const words = phrases[locale];
  const claims = kept.flatMap((figures) => claimOf(figures, limits) ?? []);
  const [some] = claims;
  if (!some) return words.notInSource;
  const { subject } = some.fact;
  const none = words.noneOf[subject.kind];
  const limit = limitOf(some.limit, some.fact, locale);
  const both = limits.above && limits.below;
  const line = both
    ? words.noneAt(none, rangeOf(limits, some.fact, locale))
    : (limits.above ? words.noneAbove : words.noneBelow)(none, limit);
  const nearest = claims.toSorted((a, b) => Number(sizeOf(a) - sizeOf(b)))[0] ?? some;
  const name = shortName(nearest.fact.subject, locale);
  return `${line} – ${words.nearestOne(name, figureText(nearest.figures, locale))}`;
}

const MOST_PLACES = 12;

function sizeOf({ gap }: Claim): bigint {
  return gap ? gap.value.units * 10n ** BigInt(Math.max(0, MOST_PLACES - gap.value.places)) : 0n;
}

/** "Differenza – calcolato: 109,8 − 100". */
function gapLine({ formula: pieces }: DerivedFact, locale: Locale): string {
  const words = phrases[locale];
  return `${capitalised(words.measures.difference)} – ${words.derivedFrom(formula(pieces, locale))}`;
}

/** "No: 96,3 Mln €, 3,7 Mln € in meno di 100 Mln €"; `named` where other figures stand beside it. */
function claimLine(claim: Claim, limits: Limits, locale: Locale, named: boolean): string {
  const words = phrases[locale];
  const distance = distanceOf(claim, limits, locale);
  const { measure, subject } = claim.fact;
  const name = named ? `${measureName(measure, subject, locale)} ` : '';
  const figure = `${name}${figureText(claim.figures, locale)}`;
  return `${claim.holds ? words.yes : words.no}: ${[figure, ...(distance === '' ? [] : [distance])].join(', ')}`;
}

function distanceOf({ fact, gap, limit, holds }: Claim, { above, below }: Limits, locale: Locale): string {
  const words = phrases[locale];
  const say = (value: Decimal) => limitOf(value, fact, locale);
  if (gap) {
    const by = fact.unit === 'percent' ? words.inPoints(number(gap.value, locale)) : say(gap.value);
    const more = compare(fact.value, limit) > 0;
    return (more ? words.moreThan : words.lessThan)(by, say(limit));
  }
  const [least, most] = [above, below].map((each) => each && amountIn(each, fact.unit));
  if (!least || !most) return words.justAs(say(limit));
  if (say(least) !== say(most)) return words.between(say(least), say(most));
  return holds && say(fact.value) !== say(least) ? words.rounds(say(least)) : '';
}

function unfit(title: string, { above, below }: Limits, locale: Locale): CardBody {
  const words = phrases[locale];
  const limits = [above, below].flatMap((each) =>
    each
      ? amount(each.value, each.unit === 'thousand' || each.unit === null ? 'count' : each.unit, locale)
      : [],
  );
  return refusalBody(capitalised(title), words.unfit(list(limits, locale)));
}

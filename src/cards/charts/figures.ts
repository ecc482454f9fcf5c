import { isReading } from '../../figures/inMillions.ts';
import { amount, list, signed } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Subject } from '../../model/dataset.ts';
import { toNumber } from '../../model/decimal.ts';
import { type Fact, printedInputs } from '../../model/facts.ts';
import type { Locale } from '../../model/locale.ts';
import type { Measure } from '../../model/measures.ts';
import type { Datum, Head, Hue } from './spec.ts';
import { chartWords } from './words.ts';

/** What every picture is asked with. */
export type Asked = Omit<Head, 'unit'>;

/** How the facts of one picture become lengths and words. */
export type Scale = { readonly head: Head; readonly datum: (fact: Fact) => Datum };

const EUROS_IN_A_MILLION = 1e6;
/** Beside every value that no document prints. */
export const STAR = '*';

/**
 * One unit for all: money printed partly in euros and partly in millions is drawn in millions and said as printed.
 * Null where the facts cannot share an axis, as a percentage and a count cannot.
 */
export function scaleOf(facts: readonly Fact[], { title, locale, caption }: Asked): Scale | null {
  const units = new Set(facts.map((fact) => fact.unit));
  const unit = units.has('MEUR') && units.has('EUR') ? 'MEUR' : facts[0]?.unit;
  const others = [...units].filter((other) => other !== unit && !(unit === 'MEUR' && other === 'EUR'));
  if (unit === undefined || others.length > 0) return null;
  const note = facts.some(isComputed) ? chartWords[locale].starred : '';
  return {
    head: { title, locale, caption: joined([caption, note]), unit },
    datum: (fact) => ({
      value: toNumber(fact.value) / (fact.unit === unit ? 1 : EUROS_IN_A_MILLION),
      text: starred(figureText(fact, locale), fact),
    }),
  };
}

/** With the mark of what is computed, which the caption explains. */
export function starred(text: string, fact: Fact): string {
  return `${text}${isComputed(fact) ? STAR : ''}`;
}

/** More than a printed figure of euros read in millions. */
function isComputed(fact: Fact): boolean {
  return fact.status === 'derived' && !(isReading(fact) && fact.inputs.length === 1);
}

/** The figure in the words of the cards; a distance keeps its sign. */
export function figureText(fact: Fact, locale: Locale): string {
  if (fact.measure === 'gap') return chartWords[locale].points(signed(fact.value, locale));
  return amount(fact.value, fact.unit, locale);
}

/** Whose figures a picture shows, for one that is passed on without its card. */
export function sourceLine(facts: readonly Fact[], locale: Locale): string {
  const documents = new Set(facts.flatMap(printedInputs).map(({ source }) => source.document));
  const titles = [...documents].map(({ short, title }) => (short ?? title)[locale]);
  return titles.length === 0 ? '' : `${phrases[locale].source}: ${list(titles, locale)}`;
}

/** A line may break after the dot, not before it. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\u00a0· ');
}

/** The first figure of a measure: of one said in two units, the one that is said first. */
export function factOf(facts: readonly Fact[], measure: Measure): Fact | undefined {
  return facts.find((fact) => fact.measure === measure);
}

/** The colour of an axis. Beside names of other things a colour would say nothing that a reader can look up. */
export function hueOf({ kind, id, programme }: Subject): Hue {
  const place = kind === 'axis' ? programme.axes.findIndex((axis) => axis.id === id) : -1;
  return place < 0 ? 'plain' : place;
}

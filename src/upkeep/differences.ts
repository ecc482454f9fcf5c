import { shortName } from '../cards/names.ts';
import { amount, day } from '../locale/format.ts';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import type { Dataset, Figure } from '../programme/dataset.ts';

/** What changes from one dataset to another, as lines that a person reads: figures first, then what they are about. */
export function differences(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  return [...figures(before, after, locale), ...records(before, after, locale)];
}

function figures(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  const say = WORDS[locale];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = (figure: Figure, text: string) => [`${named(figure, locale)}: ${text}`];
    if (!was) return is ? line(is, `${said(is, locale)} ${say.added}`) : [];
    if (!is) return line(was, `${said(was, locale)} ${say.removed}`);
    return said(was, locale) === said(is, locale)
      ? []
      : line(is, `${said(was, locale)} → ${said(is, locale)}`);
  });
}

/** One figure of one document at one date; the same measure can stand in a document more than once, by unit. */
function byPlace({ snapshots }: Dataset): ReadonlyMap<string, Figure> {
  const all = snapshots.flatMap((snapshot) => snapshot.figures);
  return new Map(
    all.map((figure) => {
      const { asOf, subject, measure, unit, source } = figure;
      return [[asOf, subject.id, measure, unit, source.document.id, source.page].join(' '), figure];
    }),
  );
}

function named({ subject, measure, asOf }: Figure, locale: Locale): string {
  return `${day(asOf, locale)}, ${shortName(subject, locale)} – ${phrases[locale].measures[measure]}`;
}

const said = ({ value, unit }: Figure, locale: Locale) => amount(value, unit, locale);

function records(before: Dataset, after: Dataset, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  return [...new Set([...before.subjects.keys(), ...after.subjects.keys()])].flatMap((id) => {
    const [was, is] = [before.subjects.get(id), after.subjects.get(id)];
    if (!was) return is ? [`${shortName(is, locale)} ${say.added}`] : [];
    if (!is) return [`${shortName(was, locale)} ${say.removed}`];
    return JSON.stringify(was.record) === JSON.stringify(is.record) || was.kind === 'programme'
      ? []
      : [`${shortName(is, locale)} ${say.changed}`];
  });
}

const WORDS = {
  it: { added: '(nuovo)', removed: '(tolto)', changed: '(nomi o altri dati modificati)' },
  en: { added: '(new)', removed: '(removed)', changed: '(names or other data changed)' },
} as const satisfies Record<Locale, object>;

import { day } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import { subjectsOf } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { Unit } from '../../model/measures.ts';
import { displayName } from '../../model/names.ts';
import type { FigureRow, ProgrammeFile } from '../../model/schema.ts';
import type { Pair, Placed } from './matches.ts';

/** What changes from one set of figures to another, a line for each, as a person would tell it. */
export function changeLines(
  pairs: readonly Pair[],
  renamed: ReadonlyMap<string, string>,
  programme: ProgrammeFile,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  const name = ({ figure: { subject, measure } }: Placed) => {
    const known = subjects.get(subject);
    return `${known ? displayName(programme, known) : subject}, ${phrases[locale].measures[measure]}`;
  };
  const place = ({ document, figure: { page } }: Placed) => `${document}, ${say.page} ${page}`;
  const lines = pairs.flatMap(({ was, now }): readonly string[] => {
    if (!was) return now ? [`+ ${name(now)}: ${figureOf(now.figure)} (${place(now)})`] : [];
    if (!now) return [`- ${name(was)}: ${figureOf(was.figure)} (${place(was)})`];
    const from = { ...was, document: renamed.get(was.document) ?? was.document };
    const parts = differences(from, now, locale);
    return parts.length === 0 ? [] : [`~ ${name(now)}: ${parts.join('; ')}`];
  });
  return [...[...renamed].map(([from, to]) => `~ ${say.document}: ${from} → ${to}`), ...lines];
}

const SIGNS = { MEUR: 'Mln €', EUR: '€', percent: '%', count: '' } as const satisfies Record<Unit, string>;

function figureOf({ printed, unit }: FigureRow): string {
  const sign = SIGNS[unit];
  return printed.includes(sign) ? printed : `${printed} ${sign}`;
}

function differences(was: Placed, now: Placed, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  const [a, b] = [was.figure, now.figure];
  const turned = (label: string, from: unknown, to: unknown) =>
    from === to ? [] : [`${label} ${from ?? '–'} → ${to ?? '–'}`];
  const figures =
    figureOf(a) === figureOf(b) ? turned(say.value, a.value, b.value) : turned('', figureOf(a), figureOf(b));
  return [
    ...figures.map((text) => text.trim()),
    ...turned(say.document, was.document, now.document),
    ...turned(say.page, a.page, b.page),
    ...turned(say.quote, quoted(a.quote), quoted(b.quote)),
    ...turned(say.note, a.note, b.note),
    ...(a.confirm === undefined || isMarked(b) ? [] : [say.confirmed]),
    ...(a.confirm === undefined && isMarked(b) ? [say.unconfirmed] : []),
  ];
}

const isMarked = ({ confirm, printed }: FigureRow) => confirm !== undefined && confirm === printed;
const quoted = (text: string | undefined) => (text === undefined ? undefined : `«${text}»`);

/** What heads a list of changes. */
export const changesOf = (date: string, locale: Locale): string => WORDS[locale].head(day(date, locale));

const it = {
  head: (day: string) => `Che cosa cambia al ${day}:`,
  page: 'pagina',
  document: 'documento',
  value: 'valore',
  quote: 'citazione',
  note: 'nota',
  confirmed: 'confermata',
  unconfirmed: 'da confermare',
};

const en: typeof it = {
  head: (day) => `What changes at ${day}:`,
  page: 'page',
  document: 'document',
  value: 'value',
  quote: 'quote',
  note: 'note',
  confirmed: 'confirmed',
  unconfirmed: 'to be confirmed',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;

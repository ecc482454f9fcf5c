import { paired } from '../../diff/paired.ts';
import { day } from '../../locale/format.ts';
import { phrases } from '../../locale/phrases.ts';
import { subjectsOf } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { Unit } from '../../model/measures.ts';
import { displayName, shortest } from '../../model/names.ts';
import type { FigureRow, Printing, ProgrammeFile, SnapshotFile } from '../../model/schema.ts';
import type { Edited } from './edited.ts';
import { type Remark, remarkPairs } from './kinds/remarks.ts';
import type { Pair, Placed } from './matches.ts';
import type { NewRecord } from './records/newRecords.ts';

/** What changes in a snapshot and its programme, a line for each thing, as a person would tell it. */
export function changeLines(
  { pairs, renamed, programme, records, snapshot }: Edited,
  before: SnapshotFile,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const subjects = new Map(subjectsOf(programme).map((subject) => [subject.id, subject]));
  const name = (id: string) => {
    const subject = subjects.get(id);
    return subject ? displayName(programme, subject) : id;
  };
  const follow = <T extends { readonly document: string }>(row: T): T => ({
    ...row,
    document: renamed.get(row.document) ?? row.document,
  });
  return [
    ...records.map((record) => recordLine(record, programme, locale)),
    ...[...renamed].map(([from, to]) => `~ ${say.document}: ${from} → ${to}`),
    ...figureLines(pairs, follow, name, locale),
    ...remarkLines(before.remarks.map(follow), snapshot.remarks, name, locale),
    ...noteLines(before.notes, snapshot.notes, locale),
  ];
}

type Name = (id: string) => string;

function recordLine({ record, untranslated }: NewRecord, programme: ProgrammeFile, locale: Locale): string {
  const say = WORDS[locale];
  const places = subjectsOf(programme).filter(({ id }) => id === record.axis || id === record.priority);
  const where = places.map((place) => shortest(programme, place, locale)).join(', ');
  const english = untranslated ? say.untranslated : record.name.en;
  return `+ ${say.initiative}: ${record.printed} (${record.id}), ${where}; ${say.english}: ${english}`;
}

function figureLines(
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

const turned = (label: string, from: unknown, to: unknown): readonly string[] =>
  from === to ? [] : [`${label} ${from ?? '–'} → ${to ?? '–'}`.trim()];

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

function confirmation(was: string | undefined, marked: boolean, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  if (was === undefined) return marked ? [say.unconfirmed] : [];
  return marked ? [] : [say.confirmed];
}

function remarkLines(
  before: readonly Remark[],
  after: readonly Remark[],
  name: Name,
  locale: Locale,
): readonly string[] {
  const say = WORDS[locale];
  const title = ({ subject }: Remark) => `${name(subject)}, ${say.remark}`;
  const told = ({ quote, document, page, note }: Remark) =>
    `${quoted(quote)} (${document}, ${say.page} ${page}; ${say.note} ${note})`;
  return remarkPairs(before, after).flatMap(({ was, now }): readonly string[] => {
    if (!was) return now ? [`+ ${title(now)}: ${told(now)}`] : [];
    if (!now) return [`- ${title(was)}: ${told(was)}`];
    const parts = [
      ...turned(say.subject, was.subject, now.subject),
      ...turned(say.quote, quoted(was.quote), quoted(now.quote)),
      ...turned(say.document, was.document, now.document),
      ...turned(say.page, was.page, now.page),
      ...turned(say.note, was.note, now.note),
      ...confirmation(was.confirm, now.confirm !== undefined && now.confirm === now.quote, locale),
    ];
    return parts.length === 0 ? [] : [`~ ${title(now)}: ${parts.join('; ')}`];
  });
}

type Notes = SnapshotFile['notes'];

function noteLines(before: Notes, after: Notes, locale: Locale): readonly string[] {
  const say = WORDS[locale];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((key) => {
    const [was, now] = [before[key], after[key]];
    if (!was) return now ? [`+ ${say.note} ${key}: ${quoted(now[locale])}`] : [];
    if (!now) return [`- ${say.note} ${key}: ${quoted(was[locale])}`];
    const parts = [
      ...(['it', 'en'] as const).flatMap((each) => [
        ...turned(`${say.text} (${each})`, quoted(was[each]), quoted(now[each])),
        ...turned(`${say.brief} (${each})`, quoted(was.brief?.[each]), quoted(now.brief?.[each])),
      ]),
      ...(was.detail === now.detail ? [] : [now.detail ? say.detail : say.shown]),
      ...confirmation(was.confirm, now.confirm !== undefined && now.confirm === now.it, locale),
    ];
    return parts.length === 0 ? [] : [`~ ${say.note} ${key}: ${parts.join('; ')}`];
  });
}

const quoted = (text: string | undefined) => (text === undefined ? undefined : `«${text}»`);

/** What heads a list of changes. */
export const changesOf = (date: string, locale: Locale): string => WORDS[locale].head(day(date, locale));

const it = {
  head: (day: string) => `Che cosa cambia al ${day}:`,
  initiative: 'iniziativa nuova',
  english: 'in inglese',
  untranslated: 'come in italiano, perché «nome (en)» è vuoto',
  subject: 'soggetto',
  page: 'pagina',
  document: 'documento',
  value: 'valore',
  quote: 'citazione',
  note: 'nota',
  printing: 'altra stampa',
  remark: 'osservazione',
  text: 'testo',
  brief: 'breve',
  detail: 'solo con le fonti',
  shown: 'anche con la cifra',
  confirmed: 'confermata',
  unconfirmed: 'da confermare',
};

const en: typeof it = {
  head: (day) => `What changes at ${day}:`,
  initiative: 'new initiative',
  english: 'in English',
  untranslated: 'as in Italian, since “nome (en)” is empty',
  subject: 'subject',
  page: 'page',
  document: 'document',
  value: 'value',
  quote: 'quote',
  note: 'note',
  printing: 'other printing',
  remark: 'remark',
  text: 'text',
  brief: 'brief',
  detail: 'with the sources only',
  shown: 'with the figure as well',
  confirmed: 'confirmed',
  unconfirmed: 'to be confirmed',
};

const WORDS = { it, en } as const satisfies Record<Locale, typeof it>;

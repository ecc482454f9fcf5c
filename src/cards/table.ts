import { amount, number } from '../locale/format.ts';
import { phrases } from '../locale/phrases.ts';
import type { Subject } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { CardTable } from './card.ts';
import { type FigureGroup, figureText, headingOf, isMarked } from './figureGroups.ts';
import { shortName } from './words/names.ts';

/** Letters of equal width that a phone of 360 px shows in one line of an embed. */
const ON_A_PHONE = 38;
const GAP = 2;
const MILLIONS = { it: 'Mln €', en: '€ M' } as const;
/** A cell of what the source does not have. */
const NONE = '–';
const MARK = '*';

/** Things side by side, a row for each measure; null where a phone would break its lines. */
export function tableOf(groups: readonly FigureGroup[], locale: Locale): CardTable | null {
  const subjects = [...new Set(groups.map(([{ subject }]) => subject))];
  const measures = [...new Set(groups.map(([{ measure }]) => measure))];
  const money = groups.filter(([{ unit }]) => unit === 'MEUR' || unit === 'EUR');
  const inMillions = money.length > 0 && money.every(([{ unit }]) => unit === 'MEUR');
  const rows = measures.flatMap((measure) => {
    const own = groups.filter(([fact]) => fact.measure === measure);
    const cells = subjects.map((subject) => cellOf(own, subject, inMillions, locale));
    return own[0] ? [{ label: headingOf(own[0], locale), cells }] : [];
  });
  const isMarked = rows.some(({ cells }) => cells.some(({ short }) => short.endsWith(MARK)));
  const table = {
    unit: inMillions ? MILLIONS[locale] : '',
    columns: subjects.map((subject) => shortName(subject, locale)),
    rows,
    caption: isMarked ? phrases[locale].marked : '',
  };
  return widthOf(table) <= ON_A_PHONE ? table : null;
}

function cellOf(own: readonly FigureGroup[], subject: Subject, inMillions: boolean, locale: Locale) {
  const group = own.find(([fact]) => fact.subject === subject);
  if (!group) return { text: NONE, short: NONE };
  const [first] = group;
  const { value, unit } = first;
  const figure = inMillions && unit === 'MEUR' ? number(value, locale) : amount(value, unit, locale);
  return { text: figureText(group, locale), short: `${figure}${isMarked(first, group) ? MARK : ''}` };
}

function widthOf({ unit, columns, rows }: CardTable): number {
  const label = Math.max(unit.length, ...rows.map((row) => row.label.length));
  const cells = columns.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row.cells[at]?.short.length ?? 0)),
  );
  return cells.reduce((sum, width) => sum + GAP + width, label);
}

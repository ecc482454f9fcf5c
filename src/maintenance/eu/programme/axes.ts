import { grouped } from '../../../model/grouped.ts';
import { AXIS_LETTER, type Axis } from '../../../model/schema.ts';
import { type Row, romanOf } from '../cells.ts';
import { type Theme, themeOf } from './objectives.ts';

const MOST_AXES = 20;

/** A row with the code of its axis. */
export type AxisRow = { readonly code: string; readonly row: Row };

/** The axes that rows speak of, by their numbers: numbered as the Commission codes them, in letters where it does. */
export function axesOf(rows: readonly AxisRow[]): readonly Axis[] {
  const byCode = grouped(rows, ({ code }) => code);
  const codes = [...byCode.keys()].filter((code) => code !== '').toSorted();
  const numbers = numbersOf(codes);
  const themed = codes.map((code) => ({ code, themes: themesOf(byCode.get(code) ?? []) }));
  const axes = themed.map(({ code, themes }): Axis => {
    const { number, label, letter } = numbers.get(code) ?? { number: MOST_AXES, label: code };
    const short = { it: `Asse ${label}`, en: `Axis ${label}` };
    const words = joined(themes);
    const [theme] = themes;
    const isOwn = !themed.some((other) => other.code !== code && joined(other.themes)?.it === words?.it);
    return {
      id: `axis-${(letter ?? String(number)).toLowerCase()}`,
      number,
      ...(letter === undefined ? {} : { letter }),
      ...(code === romanOf(number) ? {} : { code }),
      name: words ? { it: `${short.it} – ${words.it}`, en: `${short.en} – ${words.en}` } : short,
      short,
      official: isOwn && words ? words : short,
      objective: isOwn && themes.length === 1 && theme ? theme.objective : null,
      ...(themes.length > 0 && themes.every(({ assists }) => assists) ? { countsParticipants: false } : {}),
      aliases: isOwn && words ? [...new Set([words.it, words.en])] : [],
    };
  });
  return axes.toSorted((a, b) => a.number - b.number);
}

function joined(themes: readonly Theme[]): Theme['name'] | null {
  if (themes.length === 0) return null;
  const [it, en] = (['it', 'en'] as const).map((locale) => themes.map(({ name }) => name[locale]));
  return { it: it?.join(' · ') ?? '', en: en?.join(' · ') ?? '' };
}

/** What the rows of an axis say that it is for; an axis may have several objectives. */
function themesOf(rows: readonly AxisRow[]): readonly Theme[] {
  const themes = rows.flatMap(({ row: { cells } }) => {
    const { to = '', to_short = '', to_long = '' } = cells;
    return themeOf(to, (to_short || to_long).replace(/\s+/g, ' ')) ?? [];
  });
  return [...new Map(themes.map((theme) => [theme.name.en, theme])).values()];
}

type Numbered = { readonly number: number; readonly label: string; readonly letter?: string };

/**
 * The number of each code: that of its numeral or, where every code is a letter, its place in the alphabet. A code that
 * is neither comes after them, and is spoken of as it is.
 */
function numbersOf(codes: readonly string[]): ReadonlyMap<string, Numbered> {
  const isLettered =
    codes.every((code) => /^[A-Z]$/.test(code)) && !codes.every((code) => /^[IVX]$/.test(code));
  const known = codes.map((code) => [code, isLettered ? lettered(code) : numbered(code)] as const);
  const taken = known.flatMap(([, read]) => (read ? [read.number] : []));
  const others = known.filter(([, read]) => read === null);
  const last = Math.max(0, ...taken);
  return new Map([
    ...known.flatMap(([code, read]) => (read ? [[code, read] as const] : [])),
    ...others.map(([code], at) => [code, { number: last + 1 + at, label: code }] as const),
  ]);
}

function lettered(code: string): Numbered {
  const number = code.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
  return AXIS_LETTER.test(code) ? { number, label: code, letter: code } : { number, label: code };
}

function numbered(code: string): Numbered | null {
  const roman = Array.from({ length: MOST_AXES }, (_, at) => romanOf(at + 1)).indexOf(code) + 1;
  const number = /^\d{1,2}$/.test(code) ? Number(code) : roman;
  return number >= 1 && number <= MOST_AXES
    ? { number, label: /\d/.test(code) ? String(number) : code }
    : null;
}

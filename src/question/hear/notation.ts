import type { Dataset } from '../../model/dataset.ts';
import { cardinal, ordinal, romanOf } from '../../search/text/numerals.ts';
import { notationOf, type Piece } from '../lexicon/pieces.ts';
import type { Mention, Of } from './mention.ts';

/** Axes and priorities in the field's notation; a code that does not exist is a mention, too. */
export function notationIn({ programme, subjects }: Dataset, pieces: readonly Piece[]): readonly Mention[] {
  return pieces.flatMap((piece, at): readonly Mention[] => {
    const notation = notationOf(piece);
    if (!notation) return [];
    const { kind, code } = notation;
    const records =
      kind === 'axis'
        ? programme.axes.filter((axis) => axisCodes(axis).includes(code))
        : programme.priorities.filter((pi) => pi.code === code || pi.code.startsWith(`${code}.`));
    const found = records.flatMap(({ id }) => subjects.get(id) ?? []);
    const span = { from: at, to: at + 1, cost: 0 };
    if (found.length === 0) return [{ ...span, is: 'missing', kind, text: missingText(piece, kind, code) }];
    return [{ ...span, is: 'thing', subjects: found, how: 'notation' }];
  });
}

/** "Priorità nove punto quattro". */
const CALLED = /^(?:priorita|priority|pi|ip|obiettivo|objective)$/;
const POINT = /^(?:punto|point|dot)$/;

/** A dictated priority that exists: "la nove quattro". */
export function dictatedIn(
  { programme, subjects }: Dataset,
  pieces: readonly Piece[],
): readonly Of<'thing'>[] {
  return pieces.flatMap((piece, at): readonly Of<'thing'>[] => {
    const dot = POINT.test(pieces[at + 1]?.key ?? '') ? 1 : 0;
    const next = pieces[at + 1 + dot];
    const [first, second] = [cardinal(piece.key), next && (cardinal(next.key) ?? ordinal(next.key))];
    if (first === undefined || second === undefined || !next || /\d/.test(piece.key + next.key)) return [];
    const found = programme.priorities.find(({ code }) => code === `${first}.${romanOf(second) ?? ''}`);
    const subject = found && subjects.get(found.id);
    return subject
      ? [
          {
            is: 'thing',
            subjects: [subject],
            how: 'notation',
            from: CALLED.test(pieces[at - 1]?.key ?? '') ? at - 1 : at,
            to: at + 2 + dot,
            cost: 0,
          },
        ]
      : [];
  });
}

/** The codes of an axis: its number and, where it has one, its letter. */
export function axisCodes({ number, letter }: Dataset['programme']['axes'][number]): readonly string[] {
  return [String(number), ...(letter === undefined ? [] : [letter.toLowerCase()])];
}

/** "Axis 6", "sesto asse", but not the "e 6" of a list. */
const OWN_WORDS = /^\p{L}{2,}\s.*[\p{L}\p{N}]$/u;

function missingText({ written }: Piece, kind: 'axis' | 'pi', code: string): string {
  if (OWN_WORDS.test(written)) return written;
  return `${kind === 'pi' ? 'PI' : 'asse'} ${kind === 'pi' ? code : code.toUpperCase()}`;
}

import { withoutIdentities } from './identities.ts';
import { withoutRoads } from './postal.ts';
import { withoutTelephones } from './telephones.ts';

const GONE = '…';

const UNIT = String.raw`(?:€|£|\$|%|‰|euro?s?\b|eur\b|meur\b|mila\b|mln\b|mld\b|mrd\b|mio\b|bn\b|milion|miliard|million|billion|thousand|per cento\b|percent)`;
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = `(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:19|20)\d\d`;
/** Days, times and years as people write them, and amounts by their unit: digits that are those of nobody's telephone. */
const FIGURES = new RegExp(
  [
    String.raw`(?<!\d|\d[./])${DAY}(?:[./-]${MONTH}[./-]| ${MONTH} )${YEAR}(?!\d|[./]\d)`,
    String.raw`(?<!\d|\d[ ./-])${DAY}([./-])${MONTH}\1\d\d(?!\d|[ ./-]\d)`,
    String.raw`(?<!\d|\d[./-])${YEAR}([./-])${MONTH}\2${DAY}(?!\d|[./-]\d)`,
    String.raw`(?<!\d|\d[./-])${MONTH}[./-]${YEAR}(?!\d|[ ./-]\d)`,
    String.raw`(?<!\d|\d[./-])${YEAR} ?[/–-] ?(?:${YEAR}|\d\d)(?!\d|[./-]\d)`,
    String.raw`(?<!\d|\d[ ./-])${YEAR}(?:(?:,? | e | and )${YEAR})+(?!\d)`,
    String.raw`(?<!\d|\d[ ./-])(?:[01]?\d|2[0-3])\.[0-5]\d ?[–-] ?(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|[./-]\d)`,
    String.raw`(?<!\d|\d[.,]|\+|\b(?:3\d\d|0\d{1,3})[ /-])[1-9](?:\d{0,2}(?:[.,' \u00a0]\d{3}){1,6}|\d*)(?:[.,]\d{1,3})? ?${UNIT}`,
    String.raw`(?:€|£|\$|\beuro?\b|\beur\b) ?[1-9]\d*(?:[.,' ]\d{3})*(?:[.,]\d+)?(?!\d|[ .-]\d)`,
  ].join('|'),
  'giu',
);

/** Stands for a figure while telephones are looked for; nobody types it. */
const HELD = '\uffff';

/** A text without addresses, telephone numbers, accounts, tokens, mentions and ids. */
export function withoutPersons(text: string): string {
  const typed = text.replaceAll(HELD, '');
  const figures: string[] = [];
  const held = withoutRoads(withoutIdentities(typed, GONE), GONE).replace(FIGURES, (figure) => {
    figures.push(figure);
    return HELD;
  });
  const back = figures.values();
  return withoutTelephones(held, GONE).replaceAll(HELD, () => back.next().value ?? '');
}

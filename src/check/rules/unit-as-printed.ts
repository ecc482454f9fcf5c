import type { Finding } from '../../model/finding.ts';
import type { SnapshotFile } from '../../model/schema.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import { type Row, rowsOf } from '../rows.ts';
import { type SaidUnit, unitIn, unitsBeside } from '../saidUnit.ts';
import type { Path } from '../text/json.ts';

/** `109,8 MLN€` is no amount of euros, nor `184.312.574,33€` one of millions: a wrong unit is a factor of a million. */
export const unitAsPrinted: Rule = ({ snapshots }) =>
  snapshots.flatMap((file) =>
    rowsOf(file).flatMap((row) =>
      printings(row).flatMap(({ printed, quote, path }) => {
        const inside = unitIn(printed);
        const words = { ...row, printed, path };
        if (isOther(row, inside)) return [contradicts(file, words, 'printed', inside, printed)];
        const beside = quote === undefined ? [] : unitsBeside(quote, printed);
        const [first] = beside;
        // A number that stands there twice may be quoted for either.
        if (!first || !beside.every((said) => isOther(row, said))) return [];
        return [contradicts(file, words, 'quote', first, quote ?? '')];
      }),
    ),
  );

function printings({ printed, quote, also = [], path }: Row) {
  return [
    { printed, quote, path: path as Path },
    ...also.map((other, at) => ({ ...other, path: [...path, 'also', at] })),
  ];
}

/** What a rule says of percentages and counts is said by `unit-fits-measure`, but for an order of magnitude. */
function isOther({ unit }: Row, said: SaidUnit | null): said is SaidUnit {
  if (said === null || said === unit) return false;
  return unit === 'MEUR' || unit === 'EUR' || said === 'MEUR' || said === 'other';
}

function contradicts(
  file: DataFile<SnapshotFile>,
  { unit, path }: Row,
  key: 'printed' | 'quote',
  said: SaidUnit,
  text: string,
): Finding {
  const what = WORDS[said];
  return found(file, [...path, 'unit'], {
    rule: 'unit-as-printed',
    message: {
      it: `L’unità è ${unit}, ma "${text}" (${key}) è in ${what.it}.`,
      en: `The unit is ${unit}, but "${text}" (${key}) is in ${what.en}.`,
    },
    advice: {
      it: 'Guardare il documento: "MEUR" sono milioni di euro, "EUR" euro; correggere l’unità, o le parole copiate.',
      en: 'Look at the document: "MEUR" is millions of euros, "EUR" is euros; correct the unit, or the words copied.',
    },
  });
}

const WORDS = {
  MEUR: { it: 'milioni', en: 'millions' },
  EUR: { it: 'euro', en: 'euros' },
  percent: { it: 'percentuale', en: 'percent' },
  other: { it: 'migliaia o miliardi', en: 'thousands or billions' },
} as const satisfies Record<SaidUnit, { it: string; en: string }>;

import type { Finding } from '../../model/finding.ts';
import { type DataFile, found, type Rule } from '../files.ts';
import type { Path } from '../text/json.ts';

/** Both languages say the same numbers: a figure corrected in one of them must be corrected in the other. */
export const languages: Rule = ({ programme, snapshots }) =>
  [programme, ...snapshots].flatMap((file) => [...differing(file, file.content, [])]);

function* differing(file: DataFile<object>, value: unknown, path: Path): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return;
  if ('it' in value && 'en' in value && typeof value.it === 'string' && typeof value.en === 'string') {
    const [it, en] = [numbers(value.it), numbers(value.en)];
    if (keysOf(it).join() !== keysOf(en).join()) yield disagree(file, path, it, en);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* differing(file, child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A number as it is written, and its digits alone: `168,5` and `168.5` are the same. */
type Written = { readonly text: string; readonly key: string };

function numbers(text: string): readonly Written[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => ({
    text: number,
    key: number.replace(/[.,]/g, ''),
  }));
}

const keysOf = (written: readonly Written[]) => written.map(({ key }) => key).sort();

function disagree(
  file: DataFile<object>,
  path: Path,
  it: readonly Written[],
  en: readonly Written[],
): Finding {
  const only = (own: readonly Written[], other: readonly Written[]) =>
    own
      .filter(({ key }) => !keysOf(other).includes(key))
      .map(({ text }) => text)
      .join(', ') || '–';
  return found(file, path, {
    rule: 'languages',
    severity: 'warning',
    message: {
      it: `I due testi non hanno gli stessi numeri: solo in "it" ${only(it, en)}; solo in "en" ${only(en, it)}.`,
      en: `The two texts do not hold the same numbers: only in "it" ${only(it, en)}; only in "en" ${only(en, it)}.`,
    },
    advice: {
      it: 'Correggere il testo rimasto indietro.',
      en: 'Correct the text that was left behind.',
    },
  });
}

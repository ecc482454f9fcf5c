import { type DataFile, found, type Rule } from '../files.ts';
import type { Finding } from '../finding.ts';
import type { Path } from '../json.ts';

/** Both languages say the same numbers: a figure corrected in one of them must be corrected in the other. */
export const languages: Rule = ({ programme, snapshots }) =>
  [programme, ...snapshots].flatMap((file) => [...differing(file, file.content, [])]);

function* differing(file: DataFile<object>, value: unknown, path: Path): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return;
  if ('it' in value && 'en' in value && typeof value.it === 'string' && typeof value.en === 'string') {
    const [it, en] = [numbers(value.it), numbers(value.en)];
    if (it.join() !== en.join()) yield disagree(file, path, it, en);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    yield* differing(file, child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** `168,5` and `168.5` are the same digits. */
function numbers(text: string): readonly string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/[.,]/g, '')).sort();
}

function disagree(file: DataFile<object>, path: Path, it: readonly string[], en: readonly string[]): Finding {
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((number) => !other.includes(number)).join(', ') || '–';
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

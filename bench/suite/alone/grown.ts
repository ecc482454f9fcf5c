import { PROGRAMME_FILE, type RawDataset } from '../../../src/load/read.ts';
import { randomFrom, titles } from '../../titles.ts';

type Programme = { initiatives: readonly object[] };
type Snapshot = { readonly sources: readonly { figures: readonly object[] }[] };

const NEWEST = 'snapshots/2020-12-31.json';
/** An amount that no rule finds strange. */
const EUROS = 125_000;

/** The dataset with so many more initiatives, each with a title of its own and an amount; valid like what it is made of. */
export function grown({ files, findings }: RawDataset, count: number): RawDataset {
  const names = titles(count, randomFrom(3)).map((title, at) => `${title} ${at}`);
  const change = (file: string, content: unknown) => {
    const { initiatives } = content as Programme;
    const [source] = (content as Snapshot).sources ?? [];
    if (file === PROGRAMME_FILE)
      Object.assign(content as object, { initiatives: [...initiatives, ...names.map(initiative)] });
    if (file === NEWEST && source) source.figures = [...source.figures, ...names.map(amount)];
    return content;
  };
  return {
    findings,
    files: files.map(({ file, bytes }) => {
      const content: unknown = JSON.parse(Buffer.from(bytes).toString());
      return { file, bytes: Buffer.from(JSON.stringify(change(file, content))) };
    }),
  };
}

const initiative = (name: string, at: number) => ({
  id: `generated-${at}`,
  axis: `axis-${1 + (at % 5)}`,
  priority: null,
  printed: name,
  name: { it: name, en: name },
  aliases: [],
});

function amount(name: string, at: number): object {
  const printed = (EUROS + at).toLocaleString('it-IT');
  const found = { page: 1, printed, quote: `${name} € ${printed}` };
  return { subject: `generated-${at}`, measure: 'unspecified', value: EUROS + at, unit: 'EUR', ...found };
}

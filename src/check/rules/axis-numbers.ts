import type { Axis, ProgrammeFile } from '../../model/schema.ts';
import { found, type Rule } from '../files.ts';
import type { Path } from '../text/json.ts';

const ROMANS = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
/** `Asse II`, `dell’Asse prioritario 2`, `priority axis no. 2`: a capital letter, or the preposition "i" would be the first. */
const NOTATION =
  /(?<!\p{L})[Aa](?:sse|xis|SSE|XIS)(?:\s+(?:[Pp]rioritario|PRIORITARIO))?(?:\s+[Nn](?:o|r)?\.)?\s+(?<number>[IVX]+|\d{1,2})(?![\p{L}\d]|[.,]\d)/gu;

/** An axis called by another's number: two numbers, two names or two pages that have changed places. */
export const axisNumbers: Rule = ({ programme }) => {
  const { axes } = programme.content;
  const numbers = new Map(axes.map(({ id, number }) => [id, number]));
  const named = [
    ...axes.flatMap((axis, at) =>
      namesOf(axis).map((name) => ({ ...name, axis, path: ['axes', at, ...name.path] })),
    ),
    ...titlesOf(programme.content).flatMap((title) =>
      axes.filter(({ id }) => id === title.axis).map((axis) => ({ ...title, axis })),
    ),
  ];
  return named.flatMap(({ text, axis, path }) => {
    const said = numbersIn(text);
    if (said.length === 0 || said.includes(axis.number)) return [];
    if (!said.some((number) => [...numbers.values()].includes(number))) return [];
    return [
      found(programme, path, {
        rule: 'axis-numbers',
        message: {
          it: `"${text}" nomina l’asse ${said.join(', ')}, ma è dell’asse ${axis.number} (${axis.id}).`,
          en: `"${text}" names axis ${said.join(', ')}, but belongs to axis ${axis.number} (${axis.id}).`,
        },
        advice: {
          it: 'Forse due "number", due nomi o due "axis" sono scambiati: correggere quelli.',
          en: 'Two "number", two names or two "axis" may have changed places: correct those.',
        },
      }),
    ];
  });
};

type Named = { readonly text: string; readonly path: Path };

function namesOf({ name, short, official, aliases }: Axis): readonly Named[] {
  const bilingual = Object.entries({ name, short, official }).flatMap(([key, { it, en }]) => [
    { text: it, path: [key, 'it'] },
    { text: en, path: [key, 'en'] },
  ]);
  return [...bilingual, ...aliases.map((text, at) => ({ text, path: ['aliases', at] }))];
}

function titlesOf({ documents }: ProgrammeFile): readonly (Named & { readonly axis: string | null })[] {
  return documents.flatMap(({ pages = [] }, document) =>
    pages.map(({ title, axis }, page) => ({
      text: title,
      axis,
      path: ['documents', document, 'pages', page, 'title'],
    })),
  );
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(NOTATION)].map(({ groups }) => {
    const number = groups?.number ?? '';
    return /\d/.test(number) ? Number(number) : ROMANS.indexOf(number) + 1;
  });
}

import { readFileSync } from 'node:fs';

type Named = { readonly id: string; readonly name: { readonly it: string; readonly en: string } };

const programme: { readonly axes: readonly Named[]; readonly initiatives: readonly Named[] } = JSON.parse(
  readFileSync('data/programme.json', 'utf8'),
);

export const axes = (): readonly string[] => programme.axes.map(({ id }) => id);
export const initiatives = (): readonly string[] =>
  programme.initiatives.flatMap(({ name }) => [name.it, name.en]);

import type { Random } from './random.ts';

type Json = { [key: string]: unknown } | unknown[];

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '0',
  '\ud800',
  'x'.repeat(100),
  'x'.repeat(7000),
  [],
  {},
  [[]],
  [null],
  { value: 1 },
  '1a:spending:axis=axis-2',
  '__proto__',
];

/** A copy of a JSON value with up to a few of its fields replaced, removed, doubled or put elsewhere. */
export function mutated<T extends object>(value: T, random: Random, most = 4): T {
  const copy = structuredClone(value);
  for (let count = random.upTo(most + 1); count > 0; count -= 1) mutate(copy as Json, random);
  return copy;
}

function mutate(whole: Json, random: Random): void {
  const all = containersIn(whole);
  const holder = random.from(all);
  const keys = Object.keys(holder);
  const key = keys.length > 0 ? random.from(keys) : 'x';
  const fields = holder as { [key: string]: unknown };
  switch (random.upTo(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key) || 0, 1);
      else delete fields[key];
      return;
    case 1:
      fields[key] = structuredClone(random.from(all));
      return;
    case 2:
      if (Array.isArray(holder))
        for (let times = random.upTo(40); times > 0; times -= 1) holder.push(holder[0]);
      else
        fields[random.from(['name', 'value', 'type', 'options', 'id', 'custom_id', 'focused'])] =
          structuredClone(fields[key]);
      return;
    case 3:
      if (typeof fields[key] === 'number') fields[key] = random.upTo(30) - 5;
      else fields[key] = structuredClone(random.from(VALUES));
      return;
    default:
      fields[key] = structuredClone(random.from(VALUES));
  }
}

/** Every object and array of a value, itself too. */
function containersIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(containersIn)];
}

/** A text with a few of its characters exchanged, dropped or doubled. */
export function misspelt(text: string, random: Random, most = 4): string {
  let changed = text;
  for (let count = 1 + random.upTo(most); count > 0; count -= 1) {
    const at = random.upTo(changed.length + 1);
    const by = random.from([
      '',
      '"',
      '{',
      ']',
      ',',
      '0',
      '-',
      ':',
      '=',
      '&',
      '%',
      '\\u0000',
      '\ud83d',
      'e9',
      'null',
      changed.slice(at, at + 20),
    ]);
    changed = `${changed.slice(0, at)}${by}${changed.slice(at + random.upTo(3))}`;
  }
  return changed;
}

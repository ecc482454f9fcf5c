import { PARTICIPANT_GROUPS } from '../../src/programme/measures.ts';
import type { Request } from '../../src/request.ts';
import { dataset, desk } from '../desk.ts';

export type Asked = Pick<Request, 'command' | 'options'>;

/** Every value that an option may take: all ids of its kind. */
function valuesOf(command: string, option: string): readonly string[] {
  const spec = desk.catalogue.get(command)?.options[option];
  if (!spec) return [];
  switch (spec.kind) {
    case 'question':
      return [];
    case 'measure':
      return spec.of ?? [];
    case 'status':
      return ['reached', 'near', 'below'];
    case 'term':
      return dataset.programme.glossary.map(({ id }) => id);
    case 'command':
      return [...desk.catalogue.keys()];
    default:
      return [...dataset.subjects.values()].filter(({ kind }) => kind === spec.kind).map(({ id }) => id);
  }
}

const single: readonly Asked[] = [...desk.catalogue.values()].flatMap(({ name, options }) => [
  ...(Object.values(options).some(({ required }) => required) ? [] : [{ command: name, options: {} }]),
  ...Object.keys(options).flatMap((option) =>
    valuesOf(name, option).map((value) => ({ command: name, options: { [option]: value } })),
  ),
]);

function pairs(command: string, one: string, other: string): readonly Asked[] {
  return valuesOf(command, one).flatMap((first) =>
    valuesOf(command, other).map((second) => ({ command, options: { [one]: first, [other]: second } })),
  );
}

/** Every command with every value of every option, and the pairs that people use. */
export const EVERY_REQUEST: readonly Asked[] = [
  ...single,
  ...pairs('spending', 'axis', 'measure'),
  ...pairs('participants', 'axis', 'group'),
  ...pairs('initiative', 'axis', 'measure'),
  ...pairs('initiative', 'initiative', 'measure').filter(
    ({ options }) => !PARTICIPANT_GROUPS.some((group) => group === options.measure),
  ),
  ...pairs('indicator', 'axis', 'status'),
];

export function named({ command, options }: Asked): string {
  return [command, ...Object.entries(options).map(([option, value]) => `${option}:${value}`)].join(' ');
}

import { loadSpecification } from '../../tests/loopback/openapi.ts';
import { brokenRules } from '../../tests/loopback/rules.ts';

type Made = {
  readonly response: { readonly type: number };
  readonly files: readonly { readonly name: string; readonly data: string | Uint8Array }[];
};

/** The types of response that Discord takes for each type of interaction. */
const TAKEN: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [4, 5],
  3: [4, 5, 6, 7],
  4: [8],
  5: [4, 5, 6, 7],
};

/** What Discord would object to in a response; its specification is left out where it is not on this machine. */
export function newValidity(): (interaction: { readonly type: unknown }, made: Made) => readonly string[] {
  const specification = loadSpecification();
  return ({ type }, { response, files }) => {
    const body: unknown = JSON.parse(JSON.stringify(response));
    const taken = typeof type === 'number' ? TAKEN[type] : undefined;
    const sent = files.map(({ name, data }, at) => ({
      field: `files[${at}]`,
      name,
      bytes: Buffer.from(data),
    }));
    return [
      ...specification('POST', '/interactions/1/token/callback', body),
      ...brokenRules(body, sent as never),
      ...(taken && !taken.includes(response.type)
        ? [`type ${response.type} to an interaction of type ${type}`]
        : []),
    ];
  };
}

import type { Catalogue } from '../../desk/catalogue.ts';
import type { Action, Press } from './press.ts';
import { isComplete, takes } from './storedText.ts';

const LETTERS: Readonly<Record<string, Action>> = { a: 'ask', s: 'share', o: 'source', x: 'export' };

/** The page of a long answer was once an option. */
const PAGE = 'page';

/** `1a:spending:axis=axis-2&measure=certified`: the form of the first version, under messages that still exist. */
export function decodeOlder(id: string, catalogue: Catalogue): Press | null {
  const [, name = '', query, ...rest] = id.split(':');
  const action = olderActionOf(id);
  const command = catalogue.get(name);
  if (!action || !command || query === undefined || rest.length > 0) return null;
  const given = query === '' ? [] : query.split('&').map(pairOf);
  const pairs = given.filter((pair) => pair !== null);
  const { [PAGE]: page, ...options } = Object.fromEntries(pairs);
  if (pairs.length < given.length || new Set(pairs.map(([option]) => option)).size < pairs.length)
    return null;
  if (page !== undefined && !/^[1-9]\d?$/.test(page)) return null;
  const takesAll = Object.entries(options).every(([option, value]) => takes(command, option, value));
  if (!takesAll || !isComplete(command, options)) return null;
  return { action, page: page ? Number(page) : null, requests: [{ command: command.name, options }] };
}

/** Null for an id that is not of the first version. */
export function olderActionOf(id: string): Action | null {
  const [, letter = ''] = /^1([a-z]):/.exec(id) ?? [];
  return LETTERS[letter] ?? null;
}

function pairOf(text: string): readonly [name: string, value: string] | null {
  const [name, value, ...rest] = text.split('=');
  return name && value && rest.length === 0 ? [name, unescaped(value)] : null;
}

function unescaped(value: string): string {
  return value.replace(/%(25|26|3D|3A)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

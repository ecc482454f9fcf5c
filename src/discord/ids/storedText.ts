import type { Command } from '../../desk/command.ts';
import { isMeasure } from '../../model/measures.ts';
import { DATE } from '../options.ts';
import { codeOf, hashOf, nameAt } from './codes.ts';
import type { Stored } from './press.ts';
import { lengthened, type Names, shortened } from './valueCodes.ts';

const CHECK = 4;
const COMMAND = 3;
const OPTION = 2;

/**
 * Requests in few characters: a check over all of them, then each as the code of its command and, by `&`, of each
 * option with its value; by `;` the next request. Null where a command or an option is not of this catalogue.
 *
 * Codes are of names, never of places in a list: they stay true when a dataset gains things or loses some. What a
 * code means is looked up when it is read, and the check is of the whole names: a code that a later name happens to
 * share reads as nothing, never as that name.
 */
export function textOf(requests: readonly Stored[], names: Names): string | null {
  const texts = requests.map((request) => requestText(request, names));
  return texts.includes(null) ? null : `${checkOf(requests)}${texts.join(';')}`;
}

/** Null for text that stands for no requests, or no longer. */
export function storedIn(text: string, names: Names): readonly [Stored, ...Stored[]] | null {
  const [check, body] = [text.slice(0, CHECK), text.slice(CHECK)];
  const [first, ...others] = body.split(';').map((each) => requestIn(each, names));
  const requests = others.filter((request) => request !== null);
  if (!first || requests.length < others.length) return null;
  return checkOf([first, ...requests]) === check ? [first, ...requests] : null;
}

/** Identifies requests without holding them. */
export function checkOf(requests: readonly Stored[]): string {
  const plain = requests.map(({ command, options }) => [command, ...given(options).flat()]);
  return hashOf(JSON.stringify(plain), CHECK);
}

function requestText({ command: name, options }: Stored, names: Names): string | null {
  const command = names.catalogue.get(name);
  const code = codeOf(name, [...names.catalogue.keys()], COMMAND);
  if (!command) return null;
  const pairs = given(options).map(([option, value]) => {
    const kind = kindOf(command, option);
    return kind && codeOf(option, optionsOf(command), OPTION) + shortened(value, kind, names);
  });
  return pairs.every((each) => each) ? `${code}${pairs.join('&')}` : null;
}

function given(options: Stored['options']) {
  return Object.entries(options).filter(([, value]) => value !== '');
}

function requestIn(text: string, names: Names): Stored | null {
  const named = nameAt(text, [...names.catalogue.keys()], COMMAND);
  const command = named && names.catalogue.get(named.name);
  if (!command) return null;
  const texts = named.rest === '' ? [] : named.rest.split('&');
  const pairs = texts.map((each) => optionIn(each, command, names)).filter((pair) => pair !== null);
  const options = Object.fromEntries(pairs);
  const whole = pairs.length === texts.length && Object.keys(options).length === pairs.length;
  return whole && isComplete(command, options) ? { command: command.name, options } : null;
}

function optionIn(text: string, command: Command, names: Names): readonly [string, string] | null {
  const option = nameAt(text, optionsOf(command), OPTION);
  const kind = option && kindOf(command, option.name);
  const value = kind ? lengthened(option.rest, kind, names) : null;
  return option && value && takes(command, option.name, value) ? [option.name, value] : null;
}

function optionsOf(command: Command): readonly string[] {
  return [...Object.keys(command.options), DATE];
}

function kindOf({ options }: Command, name: string) {
  if (name === DATE) return 'snapshot';
  return Object.hasOwn(options, name) ? options[name]?.kind : undefined;
}

/** Whether today's command still takes a value of an older request. */
export function takes({ options }: Pick<Command, 'options'>, name: string, value: string): boolean {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (name === DATE || !option) return name === DATE;
  const { kind, of } = option;
  return (
    kind !== 'measure' || value.split(',').every((each) => isMeasure(each) && (of?.includes(each) ?? true))
  );
}

export function isComplete({ options }: Pick<Command, 'options'>, known: Stored['options']): boolean {
  return Object.entries(options).every(([name, { required }]) => !required || known[name] !== undefined);
}

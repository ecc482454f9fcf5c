import type { APIInteraction } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { suggest } from '../../src/desk/suggest.ts';
import { decode } from '../../src/discord/ids/customId.ts';
import type { OutFile } from '../../src/discord/outgoing.ts';
import { respond } from '../../src/discord/respond.ts';
import type { Memory } from '../../src/memory/memory.ts';
import { press } from '../loopback/interactions.ts';
import { actionOf, type Callback, isPage, type Message, nextPageOf, updateOf } from './read.ts';

type Answered = Callback & { readonly files: readonly OutFile[] };
export type Answer = (interaction: object) => Answered;

/** The bot without its connection: interactions in, callbacks and their files out; an error fails the test. */
export function answering(desk: Desk, memory?: Memory): Answer {
  const log = { error: (details: object) => expect.fail(JSON.stringify(details)) };
  return (interaction) => {
    const context = { fallback: 'it', log, ...(memory ? { memory } : {}) } as const;
    const { response, files } = respond(desk, interaction as APIInteraction, context);
    return { ...(response as Callback), files };
  };
}

/** The message and what it becomes, page by page, as it is turned in place. */
export function pagesOf(answer: Answer, first: Message, locale: string): readonly Message[] {
  const pages = [first];
  for (let next = nextPageOf(first); next !== undefined; next = nextPageOf(pages.at(-1))) {
    pages.push(updateOf(answer(press(next, locale, { flags: 64 }))));
    if (pages.length > 99) throw new Error('pages without end');
  }
  return pages;
}

/** What a button does to which command. */
export function kindOf(id: string, desk: Desk): string {
  const commands = decode(id, desk)?.requests.map(({ command }) => command);
  return `${actionOf(id)} ${commands?.join(' ') ?? ''}${isPage(id) ? ' page' : ''}`;
}

export type Invocation = { readonly name: string; readonly options: Record<string, string> };

/** Every command with every option that takes a name, once with what autocomplete offers first. */
export function invocations(desk: Desk): readonly Invocation[] {
  return [...desk.catalogue.values()].flatMap((command) => {
    const offered = Object.keys(command.options).map((option) => {
      const [first] = suggest(desk, { command: command.name, option, text: '', locale: 'it' });
      return [option, first?.value ?? 'quanto ha certificato l’asse II?'] as const;
    });
    const required = offered.filter(([option]) => command.options[option]?.required);
    const each = offered.map((pair) => Object.fromEntries([...required, pair]));
    const all = [Object.fromEntries(required), ...each, Object.fromEntries(offered)];
    const unique = new Map(all.map((options) => [JSON.stringify(options), options]));
    return [...unique.values()].map((options) => ({ name: command.name, options }));
  });
}

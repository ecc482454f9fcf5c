import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIInteraction } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { type Desk, openDesk } from '../../src/desk/desk.ts';
import { registration, slashCommands } from '../../src/discord/register/registration.ts';
import { respond } from '../../src/discord/respond.ts';
import { startLocalChat } from '../../src/http/localChat.ts';
import { dataset } from '../desk.ts';
import { answering } from '../discord/answering.ts';
import { slash, typing } from '../loopback/interactions.ts';

/** The newcomer's first change: one file in commands/, with texts, words and an answer of its own. */
const COMMAND = `
import { defineCommand } from '../../src/desk/command.ts';
import { lookup } from '../../src/figures/lookup.ts';
import { factAmount } from '../../src/locale/format.ts';

export default defineCommand({
  text: {
    it: { name: 'residui', description: 'Quanto resta da certificare' },
    en: { name: 'leftovers', description: 'What is left to certify' },
  },
  options: {
    axis: {
      kind: 'axis',
      text: {
        it: { name: 'asse', description: 'Un asse' },
        en: { name: 'axis', description: 'An axis' },
      },
    },
  },
  heard: { it: ['avanzi di cassa'], en: ['leftover cash'] },
  answer({ options, ...shelf }) {
    const subjects = options.axis ?? [...shelf.dataset.subjects.values()].filter(({ kind }) => kind === 'axis');
    return { facts: subjects.flatMap((subject) => lookup(shelf, subject, 'remaining-to-certify').slice(0, 1)) };
  },
  present({ facts }, locale) {
    return {
      tone: 'plain',
      title: locale === 'it' ? 'Avanzi di cassa' : 'Leftover cash',
      headline: facts.map((fact) => factAmount(fact, locale)).join(' · '),
      fields: [],
      notes: [],
    };
  },
});
`;

mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(join('.cache', 'commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const desk = await deskWith({ 'leftovers.ts': COMMAND });

/** The desk of a copy of commands/ with more files in it, and nothing else changed. */
async function deskWith(files: Readonly<Record<string, string>>): Promise<Desk> {
  for (const file of readdirSync('commands')) {
    const text = readFileSync(join('commands', file), 'utf8');
    writeFileSync(join(folder, file), text.replaceAll("'../src/", "'../../src/"));
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return openDesk(dataset, await loadCatalogue(pathToFileURL(`${folder}/`)));
}

const AXIS_2 = { command: 'leftovers', options: { axis: 'axis-2' } };

describe('a command of one new file in commands/ is reached', () => {
  it('by free questions in its own words, in both languages, with what it is asked about', () => {
    const asked = (question: string, locale: 'it' | 'en') =>
      ask(desk, { command: 'ask', options: { question }, locale });
    expect(asked('avanzi di cassa', 'it')).toMatchObject({
      outcome: 'answer',
      request: { command: 'leftovers' },
    });
    expect(asked("quali sono gli avanzi di cassa dell'asse 2?", 'it').request).toEqual({
      ...AXIS_2,
      locale: 'it',
    });
    expect(asked('what is the leftover cash of axis II?', 'en').request).toEqual({ ...AXIS_2, locale: 'en' });
    expect(asked('avanzi di cassa asse II', 'it').facts).toHaveLength(1);
  });

  it('by slash command and autocomplete', () => {
    const answer = answering(desk);
    const shown = answer(slash('leftovers', { axis: 'asse 2' }, 'it'));
    expect(JSON.stringify(shown)).toContain('Avanzi di cassa');
    const offered = JSON.stringify(answer(typing('leftovers', 'axis', '2', 'en-GB')));
    expect(offered).toContain('axis-2');
  });

  it('by what Discord is told of commands, its options with those that every command has', () => {
    const [payload] = registration(desk.catalogue).filter(({ name }) => name === 'leftovers');
    expect(payload?.name_localizations?.it).toBe('residui');
    const options = payload && 'options' in payload ? payload.options : [];
    expect(options?.map(({ name }) => name)).toEqual(['axis', 'date', 'private']);
  });

  it('by help, which names it and explains it', () => {
    const help = (options: Record<string, string>) => ask(desk, { command: 'help', options, locale: 'it' });
    expect(JSON.stringify(help({}).card)).toContain('/residui');
    expect(JSON.stringify(help({ command: 'residui' }).card)).toContain('Quanto resta da certificare');
  });

  it('in the local chat, over HTTP', async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>chat</title>');
    const log = { error: (details: object) => expect.fail(JSON.stringify(details)) };
    const chat = await startLocalChat({
      host: '127.0.0.1',
      port: 0,
      bundle: pathToFileURL(`${folder}/`),
      introduction: () => ({
        title: dataset.programme.name,
        locale: 'it',
        examples: desk.examples,
        commands: slashCommands(desk.catalogue),
      }),
      respond: (interaction) =>
        respond(desk, interaction as APIInteraction, { fallback: 'it', log }).response,
      log,
    });
    try {
      const told = await (await fetch(`${chat.url}/api/commands`)).text();
      expect(told).toContain('leftovers');
      const answered = await fetch(`${chat.url}/api/interactions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: chat.url },
        body: JSON.stringify(slash('leftovers', { axis: 'II' }, 'it')),
      });
      expect(await answered.text()).toContain('Avanzi di cassa');
    } finally {
      await chat.close();
    }
  });
});

it('the words of a command are its own: without its file no question reaches it', async () => {
  rmSync(join(folder, 'leftovers.ts'));
  const without = await deskWith({});
  const { request } = ask(without, {
    command: 'ask',
    options: { question: 'avanzi di cassa' },
    locale: 'it',
  });
  expect(request?.command).not.toBe('leftovers');
});

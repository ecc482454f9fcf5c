import type { APIInteraction } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Draw } from '../../src/discord/pictured.ts';
import { pictured } from '../../src/discord/pictured.ts';
import { respond } from '../../src/discord/respond.ts';
import { type LocalChat, startLocalChat } from '../../src/http/localChat.ts';
import { introduction, withFiles } from '../../src/start/inBrowser.ts';
import { realDesk } from '../discord/realDesk.ts';
import { buildPage } from './page.ts';

/** The local chat over the real dataset, as `npm start` serves it; an error in the bot fails the test. */
export async function startRealChat(draw: Draw = async () => null): Promise<LocalChat> {
  const desk = await realDesk();
  const log = { error: (details: object) => expect.fail(JSON.stringify(details)) };
  return startLocalChat({
    host: '127.0.0.1',
    port: 0,
    bundle: await buildPage(),
    introduction: () => introduction(desk, 'it'),
    respond: async (interaction) => {
      const outgoing = respond(desk, interaction as APIInteraction, { fallback: 'it', log });
      return withFiles(await pictured(outgoing, draw));
    },
    log,
  });
}

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIInteraction } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { answerTo } from '../../src/discord/answer.ts';
import type { Draw } from '../../src/discord/pictured.ts';
import { type LocalChat, startLocalChat } from '../../src/http/localChat.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { newMemory } from '../../src/memory/memory.ts';
import { introduction, withFiles } from '../../src/start/inBrowser.ts';
import { realDesk } from '../discord/realDesk.ts';
import { buildPage } from './page.ts';

/** The local chat over the real dataset, as `npm start` serves it; an error in the bot fails the test. */
export async function startRealChat(draw: Draw = async () => null): Promise<LocalChat> {
  const desk = await realDesk();
  const memory = newMemory();
  const fail = (details: object) => expect.fail(JSON.stringify(details));
  const log = { error: fail, warn: fail };
  const context = { fallback: 'it', log, memory } as const;
  const means = { draw, maintenance: null, reports: openReports(await mkdtemp(join(tmpdir(), 'chat-'))) };
  return startLocalChat({
    host: '127.0.0.1',
    port: 0,
    bundle: await buildPage(),
    introduction: () => introduction(desk, 'it'),
    respond: async (interaction) => {
      const { outgoing } = await answerTo(interaction as APIInteraction, desk, context, means);
      return withFiles(outgoing);
    },
    log,
  });
}

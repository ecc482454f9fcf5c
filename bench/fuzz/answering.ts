import type { Desk } from '../../src/desk/desk.ts';
import { answerTo } from '../../src/discord/answer.ts';
import { countedOf } from '../../src/discord/counted.ts';
import type { Outgoing } from '../../src/discord/outgoing.ts';
import { type Memory, newMemory } from '../../src/memory/memory.ts';
import type { Raw } from './interactions.ts';
import { newValidity } from './valid.ts';

export type Answering = {
  /**
   * What went wrong with an interaction; nothing where its answer is valid. Never rejects. One that is `sound` is not to be
   * answered with an error id, either.
   */
  readonly problemsOf: (interaction: Raw, sound: boolean) => Promise<readonly string[]>;
  /** The answer alone, as often as it is to be measured. */
  readonly answer: (interaction: Raw) => Promise<unknown>;
  /** Ids of buttons that answers had. */
  readonly buttons: readonly string[];
};

const MOST_BUTTONS = 2000;

/** The whole way of an answer but for the connection: pictures are not drawn, as where nobody has time for them. */
export function newAnswering(desk: Desk): Answering {
  const failures: string[] = [];
  const log = {
    error: (details: object, message: string) => void failures.push(`${message}: ${JSON.stringify(details)}`),
    warn: () => {},
  };
  const memory = newMemory();
  const problems = newValidity();
  const buttons: string[] = [];
  const outgoing = (interaction: Raw, of: Memory): Promise<Outgoing> =>
    answerTo(
      interaction as never,
      desk,
      { fallback: 'it', log, memory: of },
      {
        draw: async () => null,
        maintenance: null,
        reports: null,
      },
    ).then((answered) => answered.outgoing);
  return {
    buttons,
    answer: (interaction) => outgoing(interaction, memory).catch(() => null),
    async problemsOf(interaction, sound) {
      failures.length = 0;
      try {
        const made = await outgoing(interaction, memory);
        countedOf(interaction as never, made, desk);
        for (const [, id = ''] of JSON.stringify(made.response).matchAll(/"custom_id":"([^"\\]+)"/g))
          buttons[buttons.length < MOST_BUTTONS ? buttons.length : id.length % MOST_BUTTONS] = id;
        return [...problems(interaction, made), ...(sound ? failures.splice(0) : [])];
      } catch (error) {
        return [`thrown: ${error instanceof Error ? error.stack : String(error)}`];
      }
    },
  };
}

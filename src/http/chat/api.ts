import type { Locale } from '../../model/locale.ts';
import type { Command, Response as InteractionResponse } from './discord.ts';

/** What the server tells the page first: see `Introduction` there. */
export type Introduction = {
  readonly title: Readonly<Record<Locale, string>>;
  readonly locale: Locale;
  readonly examples: Readonly<Record<Locale, readonly string[]>>;
  readonly commands: readonly Command[];
};

export type Failure = 'offline' | 'failed';

export const introduction = () => ask<Introduction>('/api/commands');

export const interact = (interaction: object) =>
  ask<InteractionResponse>('/api/interactions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(interaction),
  });

/** Our own server's JSON is taken at its word: it is the same program. */
async function ask<T>(path: string, init?: RequestInit): Promise<T | Failure> {
  try {
    const response = await fetch(path, init);
    return response.ok ? ((await response.json()) as T) : 'failed';
  } catch {
    return 'offline';
  }
}

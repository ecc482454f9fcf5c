import type { Locale } from '../../model/locale.ts';
import type { Command, Response as InteractionResponse } from './discord.ts';

/** What the page needs to know before the first question. */
export type Introduction = {
  readonly title: Readonly<Record<Locale, string>>;
  readonly locale: Locale;
  readonly examples: Readonly<Record<Locale, readonly string[]>>;
  /** Discord's registration payload. */
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

/** Our own server's JSON needs no checks: it is the same program. */
async function ask<T>(path: string, init?: RequestInit): Promise<T | Failure> {
  try {
    const response = await fetch(path, init);
    return response.ok ? ((await response.json()) as T) : 'failed';
  } catch {
    return 'offline';
  }
}

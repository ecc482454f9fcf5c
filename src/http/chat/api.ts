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
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function introduction(): Promise<Result<Introduction>> {
  return ask<Introduction>('/api/commands');
}

export function interact(interaction: object): Promise<Result<InteractionResponse>> {
  return ask<InteractionResponse>('/api/interactions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(interaction),
  });
}

/** Our own server's JSON is taken at its word: it is the same program. */
async function ask<T>(path: string, init?: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(path, init);
    if (!response.ok) return { ok: false, failure: 'failed' };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, failure: 'offline' };
  }
}

import type { Decision } from '../../maintenance/review/decision.ts';
import type { Review } from '../../maintenance/review/types.ts';
import type { Locale, Localised } from '../../model/locale.ts';

/** Why the program did not do what was asked; `offline` and `failed` are said by the page itself. */
export type Failure = 'offline' | 'failed' | Localised<string>;

export type Loaded = { readonly ok: true; readonly review: Review; readonly locale: Locale };

export const look = () => ask<Loaded>('/api/review');
export const send = (decision: Decision) => ask<{ readonly ok: true }>('/api/decisions', decision);
export const publish = () => ask<{ readonly ok: true }>('/api/publication', {});

/** The JSON of the same program needs no checks. */
async function ask<T extends { readonly ok: true }>(
  path: string,
  body?: object,
): Promise<T | { ok: false; why: Failure }> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(path, body === undefined ? {} : init);
    const answer = await response.json();
    if (response.ok) return answer as T;
    return { ok: false, why: 'why' in answer ? (answer.why as Localised<string>) : 'failed' };
  } catch {
    return { ok: false, why: 'offline' };
  }
}

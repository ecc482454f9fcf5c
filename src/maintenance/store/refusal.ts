import type { Finding } from '../../model/finding.ts';

/** Why a change was not made. */
export type Refusal =
  /** The dataset that would result has errors. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly findings: readonly Finding[] }
  /** The folder holds another dataset than the one that the change was made for; null where it holds none. */
  | { readonly ok: false; readonly reason: 'outdated'; readonly version: string | null }
  /** Nothing would change. */
  | { readonly ok: false; readonly reason: 'unchanged'; readonly version: string }
  | { readonly ok: false; readonly reason: 'unknown-version' }
  /** Somebody else is changing the dataset, and did not end within some ten seconds. */
  | { readonly ok: false; readonly reason: 'busy' }
  /** The folder cannot be written: read-only, no permission, no space. `code` is the system's, such as EROFS. */
  | { readonly ok: false; readonly reason: 'unwritable'; readonly code: string };

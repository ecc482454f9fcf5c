import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { TextFile } from '../render/exports.ts';

/** One response, and the files that go with it: what a surface sends. */
export type Outgoing = { readonly response: APIInteractionResponse; readonly files: readonly TextFile[] };

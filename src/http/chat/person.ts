import { avatars } from './avatars.ts';

/** Who sits before the page, as Discord would know them; no name of a language. */
export const PERSON = { id: '100000000000000005', name: 'guest', avatar: avatars.you } as const;

import { en } from './en.ts';
import { it, type LocalisedPhrases } from './it.ts';

export const phrases: LocalisedPhrases = { it, en };

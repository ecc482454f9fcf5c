import { found, type Rule } from '../files.ts';
import { textsOf } from './invisible-characters.ts';

const NAMES = new Set([
  'name',
  'short',
  'official',
  'term',
  'title',
  'printed',
  'aliases',
  'heard',
  'sharedAliases',
  'talk',
]);

/** A name without a letter or a digit can neither be asked for nor be read. */
export const namesToRead: Rule = ({ programme }) =>
  textsOf(programme.content, [])
    .filter(({ text, path }) => path.some((step) => NAMES.has(String(step))) && !/[\p{L}\p{N}]/u.test(text))
    .map(({ text, path }) =>
      found(programme, path, {
        rule: 'names-to-read',
        message: {
          it: `"${text}" non ha né lettere né cifre.`,
          en: `"${text}" holds neither a letter nor a digit.`,
        },
        advice: { it: 'Scrivere il nome, o togliere la voce.', en: 'Write the name, or remove the entry.' },
      }),
    );

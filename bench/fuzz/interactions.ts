import type { Desk } from '../../src/desk/desk.ts';
import {
  ofType,
  part,
  pick,
  press,
  slash,
  typing,
  typingIn,
  upload,
} from '../../tests/loopback/interactions.ts';
import { mixed } from '../load/mix.ts';
import { misspelt, mutated } from './mutated.ts';
import type { Random } from './random.ts';
import { textOf } from './texts.ts';

export type Raw = { readonly id: string; readonly type: number; readonly token: string };

const LOCALES = ['it', 'en-GB', 'en-US', 'de', '', null] as const;
const ASK_ABOUT = 'Ask the bot about this';

/** An interaction of any kind as Discord sends it, with texts of any kind. */
export function sound(random: Random, desk: Desk): Raw {
  const command = random.from([...desk.catalogue.values()]);
  const locale = random.from(LOCALES);
  const option = random.from([...Object.keys(command.options), 'date', 'private', 'no-such']);
  const text = () => textOf(random, desk);
  switch (random.upTo(9)) {
    case 0:
      return mixed(random.upTo(10_000)) as Raw;
    case 1:
      return slash(command.name, filled(random, desk, Object.keys(command.options)), locale);
    case 2:
      return typing(command.name, option, text(), locale);
    case 3:
      return typingIn('dataset', random.from(['rollback', 'update', 'status']), 'version', text(), locale);
    case 4:
      return part(
        'dataset',
        random.from(['status', 'check', 'reports', 'rollback']),
        [{ name: 'version', type: 3, value: text() }],
        locale,
      );
    case 5:
      return upload('dataset', 'update', { url: 'http://127.0.0.1:9/x', size: random.upTo(1e9) }, locale);
    case 6:
      return ofType(
        5,
        {
          custom_id: text().slice(0, 100),
          components: [{ type: 1, components: [{ type: 4, custom_id: 'x', value: text() }] }],
        },
        locale,
      );
    case 7:
      return about(text(), locale);
    default:
      return slash('ask', { question: text() }, locale);
  }
}

function filled(random: Random, desk: Desk, options: readonly string[]): Record<string, string | boolean> {
  const some = options.filter(() => random.chance(0.6));
  return {
    ...Object.fromEntries(some.map((name) => [name, textOf(random, desk)])),
    private: random.chance(0.5),
  };
}

/** The menu of a message, "Apps". */
function about(content: string, locale: string | null): Raw {
  const message = { id: '1', content, embeds: [{ title: content.slice(0, 256), description: content }] };
  const data = { id: '1', name: ASK_ABOUT, type: 3, target_id: '1', resolved: { messages: { 1: message } } };
  return ofType(2, data, locale);
}

export const raw = (random: Random, desk: Desk): Raw => mutated(sound(random, desk), random);

const ACTIONS = 'a c o r s x z 0 9'.split(' ');

/** A press of what looks like one of the bot's buttons, or one of them misspelt, under what looks like its message. */
export function pressed(random: Random, desk: Desk, known: readonly string[]): Raw {
  const command = random.from([...desk.catalogue.values()]);
  const option = random.from([...Object.keys(command.options), 'page', 'date']);
  const made = `${random.upTo(4)}${random.from(ACTIONS)}:${command.name}:${option}=${textOf(random, desk)}`;
  const id = random.chance(0.5) && known.length > 0 ? random.from(known) : made;
  const custom = (random.chance(0.7) ? misspelt(id, random) : id).slice(0, 100) || 'x';
  const embeds = [{ title: textOf(random, desk), footer: { text: textOf(random, desk) } }];
  const components = [{ type: 1, components: [{ type: 2, custom_id: custom }] }];
  const under = { flags: random.from([0, 64]), ...(random.chance(0.5) ? { embeds, components } : {}) };
  const interaction = random.chance(0.3) ? pick('1c', custom, 'it', under) : press(custom, 'it', under);
  return random.chance(0.3) ? mutated(interaction, random, 2) : interaction;
}

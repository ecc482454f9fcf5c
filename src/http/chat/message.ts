import type { Locale } from '../../model/locale.ts';
import { avatars } from './avatars.ts';
import { drawRows } from './components.ts';
import { type Attachment, EPHEMERAL, type MessageData, type Press } from './discord.ts';
import { element } from './dom.ts';
import { drawEmbed, drawImage } from './embed.ts';
import { markdown } from './markdown.ts';
import { PERSON } from './person.ts';
import { words as allWords } from './words.ts';

export type Drawing = {
  readonly author: 'you' | 'bot';
  readonly data: MessageData;
  readonly locale: Locale;
  /** The command as the person gave it, for the line "used /…". */
  readonly used?: string | undefined;
  readonly press: (press: Press) => void;
};

export function drawMessage({ author, data, locale, used, press }: Drawing): HTMLElement {
  const words = allWords[locale];
  const ephemeral = ((data.flags ?? 0) & EPHEMERAL) !== 0;
  const message = element('discord-message', {
    tabindex: '-1',
    lang: locale,
    class: ephemeral ? 'ephemeral' : '',
  });
  message.author = author === 'bot' ? words.app : PERSON.name;
  message.avatar = author === 'bot' ? avatars.bot : PERSON.avatar;
  message.bot = author === 'bot';
  message.timestamp = new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (used) message.append(drawUsed(used, words.used));
  if (data.content) message.append(markdown(data.content));
  const attachments = data.attachments ?? [];
  const embeds = data.embeds ?? [];
  message.append(...embeds.map((embed) => drawEmbed(embed, attachments, words.image)));
  if (embeds.every((embed) => !embed.image)) message.append(...drawAttached(data, words.image));
  const files = drawFiles(attachments);
  if (files) message.append(files);
  if (data.components?.length) message.append(drawRows(data.components, words, press));
  if (ephemeral) message.append(drawOnlyYou(words.onlyYou, words.dismiss, () => message.remove()));
  return message;
}

function drawAttached({ attachments = [] }: MessageData, word: string): HTMLElement[] {
  return attachments.flatMap(({ filename }) => {
    const image = drawImage(`attachment://${filename}`, attachments, word);
    image?.setAttribute('slot', 'attachments');
    return image ? [image] : [];
  });
}

/** Whatever is no picture, to be saved under its name; as with pictures, nothing is fetched from elsewhere. */
function drawFiles(attachments: readonly Attachment[]): HTMLElement | null {
  const links = attachments.flatMap(({ filename, url = '' }) =>
    url.startsWith('data:') && !url.startsWith('data:image/')
      ? [element('a', { class: 'file', href: url, download: filename }, filename)]
      : [],
  );
  return links.length > 0 ? element('div', { slot: 'attachments', class: 'files' }, ...links) : null;
}

/** The components say this in English only, and so does the line below. */
function drawUsed(command: string, verb: string): HTMLElement {
  const avatar = element('img', { src: PERSON.avatar, alt: '' });
  const name = element('span', { class: 'command' }, command);
  return element(
    'div',
    { slot: 'reply', class: 'used' },
    avatar,
    element('b', {}, PERSON.name),
    ` ${verb} `,
    name,
  );
}

function drawOnlyYou(text: string, dismiss: string, onDismiss: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'link', onclick: onDismiss }, dismiss);
  return element('div', { slot: 'reactions', class: 'only-you' }, `${text} • `, button);
}

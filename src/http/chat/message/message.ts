import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../chat.ts';
import { type Attachment, EPHEMERAL, type Press } from '../discord.ts';
import { avatars, PERSON } from '../person.ts';
import { words as allWords, type Words } from '../words.ts';
import { drawRows } from './components.ts';
import { drawEmbed, drawImage } from './embed.ts';
import { markdown } from './markdown.ts';

type On = { readonly press: (press: Press) => void; readonly dismiss: () => void };

export function drawMessage({ id, time, author, data, locale, used }: Message, on: On): TemplateResult {
  const words = allWords[locale];
  const { content = '', embeds = [], attachments = [], components = [], flags = 0 } = data;
  const ephemeral = (flags & EPHEMERAL) !== 0;
  const isPictured = embeds.some(({ image }) => image);
  const drawAttached = ({ filename }: Attachment) =>
    drawImage('attachments', filename, attachments, words.image);
  return html`<discord-message
    id=${id}
    lang=${locale}
    class=${ephemeral ? 'ephemeral' : ''}
    author=${author === 'bot' ? words.app : words.person}
    avatar=${avatars[author]}
    ?bot=${author === 'bot'}
    .timestamp=${time}
  >${used ? drawUsed(used, words) : nothing}${markdown(named(content, words.person))}
    ${embeds.map((embed) => drawEmbed(embed, attachments, words.image))}
    ${isPictured ? nothing : attachments.map(drawAttached)}
    ${drawFiles(attachments)}
    ${components.length > 0 ? drawRows(components, words, on.press) : nothing}
    ${ephemeral ? drawOnlyYou(words.onlyYou, words.dismiss, on.dismiss) : nothing}
  </discord-message>`;
}

/** Files that are not pictures, to be saved under their names; as with pictures, nothing is fetched from elsewhere. */
function drawFiles(attachments: readonly Attachment[]) {
  const files = attachments.filter(({ url = '' }) => /^data:(?!image\/)/.test(url));
  if (files.length === 0) return nothing;
  const links = files.map(
    ({ filename, url }) => html`<a class="file" href=${url} download=${filename}>${filename}</a>`,
  );
  return html`<div slot="attachments" class="files">${links}</div>`;
}

/** The person is called by the name of the page's language. */
function named(content: string, person: string): string {
  return content.replaceAll(new RegExp(`<@!?${PERSON.id}>`, 'g'), `**@${person}**`);
}

/** The components say this in English only, and so does the line below. */
function drawUsed(command: string, { person, used }: Words): TemplateResult {
  return html`<div slot="reply" class="used">
    <img src=${avatars.you} alt=""><b>${person}</b> ${used} <span class="command">${command}</span>
  </div>`;
}

function drawOnlyYou(text: string, dismiss: string, onDismiss: () => void): TemplateResult {
  return html`<div slot="reactions" class="only-you"
    >${text} • <button type="button" class="link" @click=${onDismiss}>${dismiss}</button
  ></div>`;
}

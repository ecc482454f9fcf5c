import type { Attachment, Embed, EmbedField } from './discord.ts';
import { element } from './dom.ts';
import { markdown } from './markdown.ts';

/**
 * Titles and images go through slots, not through the component's attributes:
 * those take no markdown and no alt text, and turn some texts into pictures fetched from Discord.
 */
export function drawEmbed(embed: Embed, attachments: readonly Attachment[], imageWord: string): HTMLElement {
  const drawn = element('discord-embed', { slot: 'embeds' });
  drawn.color = colourOf(embed.color);
  if (embed.author) drawn.append(text('author', embed.author.name));
  if (embed.title)
    drawn.append(element('h2', { slot: 'description', class: 'title' }, markdown(embed.title)));
  if (embed.description) drawn.append(text('description', embed.description));
  if (embed.fields?.length) drawn.append(drawFields(embed.fields));
  const image = embed.image ? drawImage(embed.image.url, attachments, imageWord) : null;
  if (image) drawn.append(image);
  if (embed.footer) {
    drawn.append(element('discord-embed-footer', { slot: 'footer' }, element('span', {}, embed.footer.text)));
  }
  return drawn;
}

export function drawImage(url: string, attachments: readonly Attachment[], word: string): HTMLElement | null {
  const name = url.replace(/^attachment:\/\//, '');
  const attached = attachments.find(({ filename }) => filename === name);
  const src = attached?.url ?? url;
  // Nothing is fetched from elsewhere: a picture is in the answer or not shown.
  if (!src.startsWith('data:image/')) return null;
  return element('img', { slot: 'fields', class: 'image', src, alt: attached?.description ?? word });
}

function text(kind: 'author' | 'description', content: string): HTMLElement {
  return element('discord-embed-description', { slot: 'description', class: kind }, markdown(content));
}

function colourOf(colour: number | undefined): string {
  return colour ? `#${colour.toString(16).padStart(6, '0')}` : 'var(--embed-border)';
}

/** Inline fields stand side by side, three at the most, as long as they follow each other. */
function drawFields(fields: readonly EmbedField[]): HTMLElement {
  let column = 0;
  const drawn = fields.map((field) => {
    column = field.inline ? (column % 3) + 1 : 0;
    const name = element('h3', {}, markdown(field.name));
    const value = element('div', {}, markdown(field.value));
    return element('discord-embed-field', { class: column ? `column-${column}` : '' }, name, value);
  });
  return element('discord-embed-fields', { slot: 'fields' }, ...drawn);
}

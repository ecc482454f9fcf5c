import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from '../discord.ts';
import { markdown } from './markdown.ts';

/**
 * Titles and images go through slots, not through the component's attributes:
 * those take no markdown and no alt text, and turn some texts into pictures fetched from Discord.
 */
export function drawEmbed(embed: APIEmbed, attachments: readonly Attachment[], imageWord: string) {
  const { title, description, color, fields = [], image, footer } = embed;
  const border = color ? `#${color.toString(16).padStart(6, '0')}` : 'var(--embed-border)';
  return html`<discord-embed slot="embeds" color=${border}>
    ${title ? html`<h2 slot="description" class="title">${markdown(title)}</h2>` : nothing}
    ${description ? drawText(description) : nothing}
    ${fields.length > 0 ? drawFields(fields) : nothing}
    ${image ? drawImage('fields', image.url, attachments, imageWord) : nothing}
    ${footer ? drawFooter(footer.text) : nothing}
  </discord-embed>`;
}

/** Nothing is fetched from elsewhere: a picture is in the answer or not shown. */
export function drawImage(slot: string, url: string, attachments: readonly Attachment[], word: string) {
  const name = url.replace(/^attachment:\/\//, '');
  const attached = attachments.find(({ filename }) => filename === name);
  const src = attached?.url ?? url;
  if (!src.startsWith('data:image/')) return nothing;
  return html`<img slot=${slot} class="image" src=${src} alt=${attached?.description ?? word}>`;
}

function drawText(content: string): TemplateResult {
  return html`<discord-embed-description slot="description" class="description"
    >${markdown(content)}</discord-embed-description
  >`;
}

function drawFooter(text: string): TemplateResult {
  return html`<discord-embed-footer slot="footer"><span>${text}</span></discord-embed-footer>`;
}

/** Inline fields stand side by side, three at the most, as long as they follow each other. */
function drawFields(fields: readonly APIEmbedField[]): TemplateResult {
  let column = 0;
  const drawn = fields.map(({ name, value, inline }) => {
    column = inline ? (column % 3) + 1 : 0;
    return html`<discord-embed-field class="column-${column}">
      <h3>${markdown(name)}</h3>
      <div>${markdown(value)}</div>
    </discord-embed-field>`;
  });
  return html`<discord-embed-fields slot="fields">${drawn}</discord-embed-fields>`;
}

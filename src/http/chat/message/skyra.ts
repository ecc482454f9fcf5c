import '@skyra/discord-components-core/discord-author-info.js';
import '@skyra/discord-components-core/discord-code.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-quote.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';

/** Inside the components the page's stylesheet does not reach: contrast (AA) and narrow screens are mended here. */
const MENDED = [
  [
    DiscordMessage,
    `.discord-message-timestamp { color: var(--muted) !important }
     .discord-message-content { min-width: 0 }
     @media (max-width: 480px) {
       .discord-author-avatar { margin-right: 10px; min-width: 32px }
       .discord-author-avatar img { width: 32px; height: 32px }
     }`,
  ],
  [
    DiscordEmbed,
    `.discord-embed-wrapper { min-width: 0; background-color: var(--embed) !important }
     .discord-embed-grid { grid-template-columns: minmax(0, auto) !important; min-width: 0; padding: 0.5rem 1rem 0.75rem 0.75rem !important }`,
  ],
] as const;

for (const [component, css] of MENDED) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  component.elementStyles.push(sheet);
}

/** The components take the theme once, when they appear; a change later reaches them here. */
export function followTheme(): void {
  const light = matchMedia('(prefers-color-scheme: light)');
  light.addEventListener('change', () => setTheme(document.body, light.matches));
  setTheme(document.body, light.matches);
}

function setTheme(root: ParentNode, light: boolean): void {
  for (const node of root.querySelectorAll('*')) {
    if ('lightTheme' in node) node.lightTheme = light;
    if (node.shadowRoot) setTheme(node.shadowRoot, light);
  }
}

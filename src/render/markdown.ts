const LINK = /(https?:\/\/[^\s<>]+)/;
/** Embeddings and overrides of the writing direction: left open, they would turn the rest of the card around. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text that every surface can take: no lone surrogates (Discord refuses them), no control characters. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(DIRECTION_CONTROLS, '')
    .trim();
}

/** Discord shows the result as `text` reads; links stay links, without a preview. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .split(LINK)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : escapePart(part)))
    .join('');
}

function escapePart(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*\d+)\.(?=\s)/gm, '$1\\.');
}

/** Text of one line, escaped. */
export function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' '));
}

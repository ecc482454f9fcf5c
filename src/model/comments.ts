import type { Token } from '@humanwhocodes/momoa';

/** The key under which a record keeps what a maintainer notes beside it; nothing else reads it. */
export const COMMENT = 'comment';

/** `"comment": "one line"` or `"comment": ["one", "two"]`; a note of a snapshot may be called `comment` as well. */
export function isComment(key: string, value: unknown): value is string | readonly string[] {
  return key === COMMENT && (Array.isArray(value) ? value.every(isText) : isText(value));
}

const isText = (value: unknown) => typeof value === 'string';

/** The text with blanks for its comments: whatever is left keeps its line and its column. */
export function withoutComments(text: string, tokens: readonly Token[]): string {
  let plain = '';
  let from = 0;
  for (const { type, loc } of tokens) {
    if (type !== 'LineComment' && type !== 'BlockComment') continue;
    plain += text.slice(from, loc.start.offset);
    plain += text.slice(loc.start.offset, loc.end.offset).replace(/[^\r\n]/g, ' ');
    from = loc.end.offset;
  }
  return plain + text.slice(from);
}

import { plainText } from '../../render/markdown.ts';

type Rule = readonly [pattern: RegExp, replacement: string];

/** People, roles, channels, emoji, times and addresses name nothing that can be asked about. */
const DISCORDS_OWN: readonly Rule[] = [
  [/<\/([^:<>\n]+):\d+>/g, '$1'],
  [/<(?:@[!&]?|#)\d+>/g, ' '],
  [/<a?:\w+:\d+>/g, ' '],
  [/<t:-?\d+(?::\w)?>/g, ' '],
  [/<id:\w+>/g, ' '],
  [/@(?:everyone|here)\b/g, ' '],
];

const LINKS: readonly Rule[] = [
  [/\[([^\]\n]{0,600})\]\(<?[^)\s]{0,2000}>?\)/g, '$1'],
  [/<?\bhttps?:\/\/[^\s<>]+>?/g, ' '],
];

/** Headings, quotes, lists and small print; then what stands around words. An underscore inside a word stays. */
const MARKDOWN: readonly Rule[] = [
  [/```(?:[\w+-]+(?=\n))?/g, ' '],
  [/^[^\S\n\r\u2028\u2029]*(?:#{1,3}|-#|>{1,3}|[-*]|\d+\.)[^\S\n]+/gm, ''],
  [/\\([\\*_~`|[\]<>#+.-])/g, '$1'],
  [/\*+|~~|\|\||`/g, ''],
  [/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''],
];

/** "@bot, quanto …": what joined the question to the mention. */
const LEFT_OVER: readonly Rule[] = [
  [/[^\S\n]+/g, ' '],
  [/ ?\n\s*/g, '\n'],
  [/^[\s,;:–—-]+/, ''],
];

/** Discord's messages and embeds are not longer: nothing that people can write is lost. */
const LONGEST_CONTENT = 6000;

/** What a person wrote in Discord's markdown as plain text, without the mention of the bot or of anybody else. */
export function questionText(content: string): string {
  const rules = [...DISCORDS_OWN, ...LINKS, ...MARKDOWN, ...LEFT_OVER];
  const written = plainText(content.slice(0, LONGEST_CONTENT));
  return rules.reduce((text, [pattern, plain]) => text.replace(pattern, plain), written).trim();
}

/** Marks and emoji alone ask nothing. */
export function asksNothing(question: string): boolean {
  return !/[\p{L}\p{N}]/u.test(question);
}

import { PERSON } from './person.ts';

/**
 * Discord's markdown as far as the bot writes it, into nodes: never through innerHTML.
 * Blocks: `-# small`, `> quote`, `- list`, `# heading`. Inline: **bold**, *italic*, _italic_, __underline__,
 * ~~struck~~, `code`, <https://…>, </command:id>, <@user>, and a backslash before a mark shows the mark.
 */
export function markdown(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const lines = text.split('\n').map((line) => blockOf(line) ?? inline(line));
  for (const [index, line] of lines.entries()) {
    // Blocks break the line themselves.
    const breaks = line instanceof DocumentFragment && lines[index + 1] instanceof DocumentFragment;
    fragment.append(line, ...(breaks ? [document.createElement('br')] : []));
  }
  return fragment;
}

const BLOCKS: readonly (readonly [RegExp, () => HTMLElement])[] = [
  [/^-# (.+)$/, () => document.createElement('small')],
  [/^> (.*)$/, () => document.createElement('discord-quote')],
  [/^[-*] (.+)$/, () => withClass('div', 'bullet')],
  [/^#{1,3} (.+)$/, () => withClass('strong', 'heading')],
];

function blockOf(line: string): HTMLElement | null {
  for (const [pattern, create] of BLOCKS) {
    const content = pattern.exec(line)?.[1];
    if (content === undefined) continue;
    const block = create();
    block.append(inline(content));
    return block;
  }
  return null;
}

type Rule = readonly [RegExp, (groups: readonly string[]) => Node];

/** Tried in this order at each place; the first that fits wins. */
const RULES: readonly Rule[] = [
  [/^\\([^\p{L}\p{N}\s])/u, ([mark = '']) => document.createTextNode(mark)],
  [/^`([^`]+)`/, ([code = '']) => nodeOf('discord-code', document.createTextNode(code))],
  [/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/s, ([inner = '']) => nodeOf('strong', inline(inner))],
  [/^__((?:\\.|[^\\])+?)__/s, ([inner = '']) => nodeOf('u', inline(inner))],
  [/^~~((?:\\.|[^\\])+?)~~/s, ([inner = '']) => nodeOf('s', inline(inner))],
  [/^\*((?:\\.|[^\\*])+)\*/s, ([inner = '']) => nodeOf('em', inline(inner))],
  [/^_((?:\\.|[^\\_])+)_(?![\p{L}\p{N}])/su, ([inner = '']) => nodeOf('em', inline(inner))],
  [/^<(https?:\/\/[^\s>]+)>/, ([url = '']) => link(url)],
  [/^<\/([^:>]+):\d+>/, ([name = '']) => nodeOf('b', document.createTextNode(`/${name}`))],
  [new RegExp(`^<@!?${PERSON.id}>`), () => nodeOf('b', document.createTextNode(`@${PERSON.name}`))],
];

function inline(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let rest = text;
  while (rest !== '') {
    const plain = /^[^\\`*_~[<]+|^./su.exec(rest)?.[0] ?? rest;
    const [length, node] = firstRule(rest) ?? [plain.length, document.createTextNode(plain)];
    fragment.append(node);
    rest = rest.slice(length);
  }
  fragment.normalize();
  return fragment;
}

function firstRule(text: string): [number, Node] | undefined {
  for (const [pattern, draw] of RULES) {
    const match = pattern.exec(text);
    if (match) return [match[0].length, draw(match.slice(1))];
  }
  return undefined;
}

function nodeOf(tag: string, content: Node): HTMLElement {
  const node = document.createElement(tag);
  node.append(content);
  return node;
}

function link(url: string): HTMLElement {
  const node = nodeOf('a', document.createTextNode(url));
  node.setAttribute('href', url);
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
  return node;
}

function withClass(tag: string, name: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = name;
  return node;
}

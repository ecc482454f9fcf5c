import { html, type TemplateResult } from 'lit';

type Drawn = string | TemplateResult;
type Rule = readonly [RegExp, (inner: string, target: string) => Drawn];

/**
 * Discord's markdown as far as the bot writes it, into templates: text stays text.
 * Blocks: `-# small`, `> quote`, `- list`, `# heading` of three sizes. Inline: **bold**, *italic*, _italic_,
 * __underline__, ~~struck~~, `code`, <https://…>, [text](https://…), </command:id>, and a backslash before a mark
 * shows the mark. What stands between two lines of three backticks keeps its columns. The page replaces <@user> before.
 */
export function markdown(text: string): readonly unknown[] {
  return text.split(FENCED).map((part, at) => (at % 2 === 1 ? html`<pre>${part}</pre>` : blocks(part)));
}

/** A block of code, with the line breaks around it, which the block makes itself. */
const FENCED = /\n?^```\n([\s\S]*?)\n```$\n?/m;

function blocks(text: string): readonly unknown[] {
  if (text === '') return [];
  const lines = text.split('\n').map((line) => ({ block: firstRule(BLOCKS, line)?.drawn, line }));
  return lines.map(({ block, line }, index) => {
    // Blocks break the line themselves.
    const next = lines[index + 1];
    return block ?? [inline(line), next && !next.block ? html`<br>` : ''];
  });
}

const BLOCKS: readonly Rule[] = [
  [/^-# (.+)$/, (inner) => html`<small>${inline(inner)}</small>`],
  [/^> (.*)$/, (inner) => html`<discord-quote>${inline(inner)}</discord-quote>`],
  [/^[-*] (.+)$/, (inner) => html`<div class="bullet">${inline(inner)}</div>`],
  [/^# (.+)$/, (inner) => html`<strong class="heading largest">${inline(inner)}</strong>`],
  [/^## (.+)$/, (inner) => html`<strong class="heading large">${inline(inner)}</strong>`],
  [/^### (.+)$/, (inner) => html`<strong class="heading">${inline(inner)}</strong>`],
];

/** `[text](https://…)`, with the address in angle brackets or not; no other scheme is a link. */
const MASKED = /^\[((?:\\.|[^\\\]])+)\]\(<?(https?:\/\/(?:[^\s()<>"]|\([^\s()<>"]*\))+)>?(?: "[^"]*")?\)/u;

/** Tried in this order at each place; the first that fits wins. */
const MARKS: readonly Rule[] = [
  [/^\\([^\p{L}\p{N}\s])/u, (mark) => mark],
  [/^`([^`]+)`/, (code) => html`<discord-code>${code}</discord-code>`],
  [/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/, (inner) => html`<strong>${inline(inner)}</strong>`],
  [/^__((?:\\.|[^\\])+?)__/, (inner) => html`<u>${inline(inner)}</u>`],
  [/^~~((?:\\.|[^\\])+?)~~/, (inner) => html`<s>${inline(inner)}</s>`],
  [/^\*((?:\\.|[^\\*])+)\*/, (inner) => html`<em>${inline(inner)}</em>`],
  [/^_((?:\\.|[^\\_])+)_(?![\p{L}\p{N}])/u, (inner) => html`<em>${inline(inner)}</em>`],
  [/^<(https?:\/\/[^\s>]+)>/, (url) => link(url, url)],
  [MASKED, (shown, url) => link(url, inline(shown))],
  [/^<\/([^:>]+):\d+>/, (name) => html`<b>/${name}</b>`],
  [/^([^\\`*_~[<]+|.)/su, (plain) => plain],
];

function inline(text: string): readonly Drawn[] {
  const drawn: Drawn[] = [];
  for (let rest = text; rest !== ''; ) {
    const found = firstRule(MARKS, rest) ?? { length: rest.length, drawn: rest };
    drawn.push(found.drawn);
    rest = rest.slice(found.length);
  }
  return drawn;
}

function firstRule(rules: readonly Rule[], text: string) {
  for (const [pattern, draw] of rules) {
    const match = pattern.exec(text);
    if (match) return { length: match[0].length, drawn: draw(match[1] ?? '', match[2] ?? '') };
  }
  return undefined;
}

function link(url: string, shown: unknown): TemplateResult {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${shown}</a>`;
}

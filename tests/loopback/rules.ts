import type { SentFile } from './multipart.ts';

/** What Discord checks and its specification does not say. */

type Json = { readonly [key: string]: unknown };

/** Problems of any request's body: messages, responses, suggestions and commands are told apart by their form. */
export function brokenRules(body: unknown, files: readonly SentFile[] = []): string[] {
  if (Array.isArray(body)) return body.flatMap((command) => commandProblems(command as Json));
  const { type, data = isMessage(body) ? body : undefined } = (body ?? {}) as { type?: number; data?: Json };
  const attached = attachmentProblems(list(data?.attachments), files);
  if (!data) return attached;
  if (type === DEFERRED) return [...attached, ...deferralProblems(data)];
  return [...attached, ...(type === 8 ? choiceProblems(data) : messageProblems(data))];
}

const DEFERRED = 5;

/** Of an answer that comes later nothing can be said yet but who will see it. */
function deferralProblems(data: Json): string[] {
  return problem(
    Object.keys(data).some((key) => key !== 'flags'),
    'a deferral says more than its flags',
  );
}

const LARGEST = 10 * 1024 * 1024;
const MOST_FILES = 10;

/** Every file is announced by its number and name, and every announced one is there. */
function attachmentProblems(attachments: readonly Json[], files: readonly SentFile[]): string[] {
  const announced = attachments.map(({ id, filename }) => `${id} ${filename}`);
  const sent = files.map(({ field, name }) => `${/^files\[(\d+)\]$/.exec(field)?.[1] ?? field} ${name}`);
  return [
    ...announced.filter((each) => !sent.includes(each)).map((each) => `no file for attachment ${each}`),
    ...sent.filter((each) => !announced.includes(each)).map((each) => `no attachment for file ${each}`),
    ...problem(new Set(sent).size !== sent.length, 'a file twice'),
    ...problem(files.length > MOST_FILES, `over ${MOST_FILES} files`),
    ...files.flatMap(({ name, bytes }) =>
      problem(bytes.length === 0 || bytes.length > LARGEST, `${name} holds ${bytes.length} bytes`),
    ),
  ];
}

function isMessage(body: unknown): body is Json {
  return typeof body === 'object' && body !== null && 'allowed_mentions' in body;
}

function messageProblems(message: Json): string[] {
  const embeds = list(message.embeds);
  const components = list(message.components).flatMap((row) => list(row.components));
  // A link has no id.
  const ids = components.flatMap(({ custom_id, url }) => (url === undefined ? [custom_id] : []));
  const options = components.flatMap((component) => list(component.options));
  const values = options.map(({ value }) => value);
  const parse = (message.allowed_mentions as Json | undefined)?.parse;
  return [
    ...problem(
      embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) > 6000,
      'embeds hold over 6000 characters',
    ),
    ...embeds.flatMap((embed) => list(embed.fields)).flatMap(fieldProblems),
    ...problem(
      embeds.some((embed) => blank(embed.title) && blank(embed.description)),
      'an embed says nothing',
    ),
    ...problem(new Set(ids).size !== ids.length, `custom_id twice: ${ids.join(', ')}`),
    ...problem(new Set(values).size !== values.length, `value twice in a select menu: ${values.join(', ')}`),
    ...problem(
      options.some(({ label, value }) => blank(label) || blank(value)),
      'an option without label or value',
    ),
    ...problem(components.length > 40, 'over 40 components'),
    ...problem(embeds.length === 0 && blank(message.content), 'an empty message'),
    ...problem(!Array.isArray(parse) || parse.length > 0, 'allowed_mentions.parse is not []'),
    ...problem(
      /\p{Surrogate}/u.test(JSON.stringify(message).replace(/\\ud[89a-f]../gi, '\uD800')),
      'a lone surrogate',
    ),
  ];
}

function fieldProblems({ name, value }: Json): string[] {
  return problem(blank(name) || blank(value), `an empty field name or value: ${name} / ${value}`);
}

function choiceProblems({ choices }: Json): string[] {
  return list(choices).flatMap(({ name, value }) => [
    ...problem(blank(name), 'a choice without a name'),
    ...problem(typeof value !== 'string' || blank(value) || value.length > 100, `a choice's value: ${value}`),
  ]);
}

function commandProblems(command: Json): string[] {
  const parts = list(command.options).filter(({ type }) => type === SUBCOMMAND);
  const mixed = parts.length > 0 && parts.length < list(command.options).length;
  return [
    ...ownProblems(command),
    ...problem(mixed, `${command.name}: options beside parts`),
    ...parts.flatMap((part) => ownProblems({ ...part, name: `${command.name}-${part.name}` })),
  ];
}

const SUBCOMMAND = 1;

function ownProblems(command: Json): string[] {
  const options = list(command.options);
  const firstOptional = options.findIndex(({ required }) => !required);
  const late = firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required);
  const named = [command, ...options];
  const names = named.flatMap((each) => [
    each.name,
    ...Object.values((each.name_localizations ?? {}) as Json),
  ]);
  return [
    ...names.flatMap((name) => problem(!isName(String(name), command.type), `a name: ${name}`)),
    ...problem(late, `${command.name}: a required option after an optional one`),
    ...problem(characters(named) > 8000, `${command.name}: over 8000 characters`),
    ...problem(
      new Set(options.map(({ name }) => name)).size !== options.length,
      `${command.name}: an option twice`,
    ),
    ...['it', 'en-GB', 'en-US'].flatMap((locale) =>
      problem(!localisedAlike(options, locale), `${command.name}: ${locale}`),
    ),
  ];
}

/** In the menus of messages and people names may hold spaces and capitals. */
function isName(name: string, type: unknown): boolean {
  if (type === 2 || type === 3) return name.trim() === name && name.length > 0 && name.length <= 32;
  return /^[-_'\p{Ll}\p{N}]{1,32}$/u.test(name);
}

/** The longest language of each name and description. */
function characters(named: readonly Json[]): number {
  const longest = (base: unknown, others: unknown) =>
    Math.max(...[base, ...Object.values((others ?? {}) as Json)].map((text) => String(text).length));
  return named.reduce(
    (sum, each) =>
      sum +
      longest(each.name, each.name_localizations) +
      longest(each.description, each.description_localizations),
    0,
  );
}

/** Two options must not have one name in one language. */
function localisedAlike(options: readonly Json[], locale: string): boolean {
  const names = options.map(({ name, name_localizations: by }) => (by as Json | undefined)?.[locale] ?? name);
  return new Set(names).size === names.length;
}

function lengthOf(embed: Json): number {
  const fields = list(embed.fields).map(({ name, value }) => `${name}${value}`);
  const texts = [embed.title, embed.description, (embed.footer as Json | undefined)?.text, ...fields];
  return texts.reduce((sum: number, text) => sum + String(text ?? '').length, 0);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function blank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function problem(broken: boolean, line: string): string[] {
  return broken ? [line] : [];
}

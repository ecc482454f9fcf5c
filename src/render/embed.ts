import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Card, CardField, Tone } from '../cards/card.ts';
import { cut, EMBED, MESSAGE } from './limits.ts';
import { escapeMarkdown, plainText } from './markdown.ts';

const LOOK: Readonly<Record<Tone, { readonly icon: string; readonly color: number }>> = {
  reached: { icon: '✅ ', color: 0x2e_a0_43 },
  near: { icon: '🟡 ', color: 0xd2_99_22 },
  below: { icon: '🔴 ', color: 0xda_36_33 },
  plain: { icon: '', color: 0x1f_6f_eb },
  doubt: { icon: '❔ ', color: 0x89_57_e5 },
  refusal: { icon: 'ℹ️ ', color: 0x6e_76_81 },
};

/** The notes' field; the word is the same in both languages. */
const NOTES = 'Note';
const CONTINUED = '…';
const LONGEST_HEADLINE = 1500;
const LONGEST_LEAD = 300;
const LONGEST_FOOTER = 700;
/** Below this a cut value says nothing. */
const WORTH_SHOWING = 40;

/** Draws a card; a text beyond Discord's limits ends in "…", and notes are the last to be cut. */
export function toEmbed(card: Card): APIEmbed {
  const look = LOOK[card.tone];
  const title = cut(`${look.icon}${oneLine(card.title)}`, EMBED.title);
  const description = descriptionOf(card);
  const footer = cut(plainText(card.footer), LONGEST_FOOTER);
  const notes = notesFields(card.notes);
  const spent = title.length + description.length + footer.length + cost(notes);
  const fields = card.fields.flatMap(toFields);
  const shown = fitting(fields, EMBED.fields - notes.length, MESSAGE.embedCharacters - spent);
  return {
    ...(title === '' ? {} : { title }),
    ...(description === '' ? {} : { description }),
    color: look.color,
    fields: [...shown, ...notes],
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
}

/** The lead, small, above the headline. */
function descriptionOf(card: Card): string {
  const [lead, headline] = [oneLine(card.lead ?? ''), oneLine(card.headline)];
  const lines = [
    ...(lead === '' ? [] : [`-# ${cut(lead, LONGEST_LEAD)}`]),
    ...(headline === '' ? [] : [`**${cut(headline, LONGEST_HEADLINE)}**`]),
  ];
  return lines.join('\n');
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' '));
}

function toFields({ name, lines, short }: CardField): APIEmbedField[] {
  const title = cut(oneLine(name), EMBED.fieldName) || CONTINUED;
  return fieldsOf(title, lines.map(escapeMarkdown), short);
}

/** At the end and small: notes for a careful reader stand under the figures, not before them. */
function notesFields(notes: readonly string[]): APIEmbedField[] {
  const lines = notes.map(oneLine).map((note) => note && `-# ${note}`);
  return fieldsOf(NOTES, lines, false).slice(0, 2);
}

/** As many fields as the lines take, the name on the first of them; empty lines are left out. */
function fieldsOf(name: string, lines: readonly string[], inline: boolean): APIEmbedField[] {
  return paragraphs(lines.filter((line) => line !== '')).map((value, at) => ({
    name: at === 0 ? name : CONTINUED,
    value,
    inline,
  }));
}

/** Joins lines into as few values as their limit allows. */
function paragraphs(lines: readonly string[]): string[] {
  const values: string[] = [];
  for (const line of lines.map((text) => cut(text, EMBED.fieldValue))) {
    const joined = values.length === 0 ? line : `${values.at(-1)}\n${line}`;
    if (values.length > 0 && joined.length <= EMBED.fieldValue) values[values.length - 1] = joined;
    else values.push(line);
  }
  return values;
}

function fitting(fields: readonly APIEmbedField[], places: number, room: number): APIEmbedField[] {
  const shown: APIEmbedField[] = [];
  let left = room;
  for (const field of fields.slice(0, places)) {
    const value = cut(field.value, Math.min(EMBED.fieldValue, left - field.name.length));
    if (value !== field.value && value.length < WORTH_SHOWING) break;
    shown.push({ ...field, value });
    left -= field.name.length + value.length;
    if (value !== field.value) break;
  }
  return shown;
}

function cost(fields: readonly APIEmbedField[]): number {
  return fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
}

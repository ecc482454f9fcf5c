import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Card, CardField, Tone } from '../cards/card.ts';
import { headingOf } from './heading.ts';
import { cut, EMBED, MESSAGE } from './limits.ts';
import { escapeMarkdown, oneLine, plainText } from './markdown.ts';
import { tableOf } from './table.ts';

const LOOK: Readonly<Record<Tone, { readonly icon: string; readonly color: number }>> = {
  reached: { icon: '✅ ', color: 0x2e_a0_43 },
  near: { icon: '🟡 ', color: 0xd2_99_22 },
  below: { icon: '🔴 ', color: 0xda_36_33 },
  plain: { icon: '', color: 0x1f_6f_eb },
  doubt: { icon: '❔ ', color: 0x89_57_e5 },
  refusal: { icon: 'ℹ️ ', color: 0x6e_76_81 },
};

/** The field of the notes; the word is the same in both languages. */
const NOTES = 'Note';
/** More than two are not read in a meeting: all of them stand with the sources. */
const MOST_REMARKS = 2;
const CONTINUED = '…';
const LONGEST_BELOW = 2000;
const LONGEST_LEAD = 300;
const LONGEST_FOOTER = 700;
const LONGEST_REMARKS = EMBED.fieldValue;
/** Below this a cut value says nothing. */
const WORTH_SHOWING = 40;

/** Draws a card without a picture; a text beyond Discord's limits ends in "…", and notes are the last to be cut. */
export function toEmbed(card: Card): APIEmbed {
  const remarks = remarksOf(card);
  const notes = remarks === '' || card.fields.length === 0 ? [] : [{ name: NOTES, value: remarks }];
  return drawn(card, card.fields.length === 0 ? remarks : '', notes);
}

/**
 * The embeds of a card: Discord shows a picture under the fields of its embed, so that notes which are to stand under
 * the picture need an embed of their own.
 */
export function toEmbeds(card: Card, hasPicture: boolean): APIEmbed[] {
  const remarks = remarksOf(card);
  if (!hasPicture || remarks === '') return [toEmbed(card)];
  return [drawn(card, '', []), { description: remarks, color: LOOK[card.tone].color }];
}

function drawn(card: Card, last: string, notes: readonly APIEmbedField[]): APIEmbed {
  const look = LOOK[card.tone];
  const title = cut(`${look.icon}${oneLine(card.title)}`, EMBED.title);
  const description = [descriptionOf(card), last].filter((part) => part !== '').join('\n');
  const footer = cut(plainText(card.footer), LONGEST_FOOTER);
  const spent = title.length + description.length + footer.length + NOTES.length + LONGEST_REMARKS;
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

/** The lead, small, above the headline; what belongs to the figure, and a table, under it. */
function descriptionOf(card: Card): string {
  const lead = oneLine(card.lead ?? '');
  const below = (card.below ?? []).map(oneLine).join('\n');
  const parts = [
    lead === '' ? '' : `-# ${cut(lead, LONGEST_LEAD)}`,
    headingOf(card.headline),
    cut(below, LONGEST_BELOW),
    card.table ? tableOf(card.table) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Small: notes stand under the figures, not before them. A card that has no short ones shows them all. */
function remarksOf({ remarks, notes }: Card): string {
  const shown = remarks?.slice(0, MOST_REMARKS) ?? notes;
  const lines = shown.map(oneLine).filter((line) => line !== '');
  return cut(lines.map((line) => `-# ${line}`).join('\n'), LONGEST_REMARKS);
}

function toFields({ name, lines, short }: CardField): APIEmbedField[] {
  const title = cut(oneLine(name), EMBED.fieldName) || CONTINUED;
  return fieldsOf(title, lines.map(escapeMarkdown), short);
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

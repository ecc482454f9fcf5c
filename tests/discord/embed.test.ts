import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, Tone } from '../../src/cards/card.ts';
import { toEmbed } from '../../src/render/embed.ts';
import { cut } from '../../src/render/limits.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { brokenRules } from '../loopback/rules.ts';
import { ODD_TEXTS } from './odd.ts';

const card: Card = {
  tone: 'reached',
  title: 'Asse II – spesa certificata al 31.12.2020',
  headline: '109,8 Mln €',
  fields: [{ name: 'Dotazione', lines: ['379,0 Mln €'], short: true }],
  notes: ['Esclusi 168,5 Mln € di CIGD.'],
  footer: 'Fonte: slide 6',
};

describe('an embed', () => {
  test('leads with the answer and ends with what a careful reader must know', () => {
    expect(toEmbed(card)).toMatchInlineSnapshot(`
      {
        "color": 3055683,
        "description": "# 109,8 Mln €",
        "fields": [
          {
            "inline": true,
            "name": "Dotazione",
            "value": "379,0 Mln €",
          },
          {
            "name": "Note",
            "value": "-# Esclusi 168,5 Mln € di CIGD.",
          },
        ],
        "footer": {
          "text": "Fonte: slide 6",
        },
        "title": "✅ Asse II – spesa certificata al 31.12.2020",
      }
    `);
  });

  test('shows text as it is written, never as markup', () => {
    expect(escapeMarkdown('**a** _b_ [c](d) <@1> `e` ||f||')).toBe(
      String.raw`\*\*a\*\* \_b\_ \[c\](d) \<@1> \`e\` \|\|f\|\|`,
    );
    expect(escapeMarkdown('# a\n- b\n1. c\n> d\n-5,1 punti')).toBe(
      '\\# a\n\\- b\n1\\. c\n\\> d\n\\-5,1 punti',
    );
    expect(escapeMarkdown('vedi https://example.org/a_b_c e altro')).toBe(
      'vedi <https://example.org/a_b_c> e altro',
    );
    expect(escapeMarkdown('\u202Eabc\u0007')).toBe('abc');
  });

  test('cuts at a word, and never inside a character or an escape', () => {
    expect(cut('quanto ha certificato', 15)).toBe('quanto ha…');
    expect(cut('😀😀😀', 4)).toBe('😀…');
    expect(cut('ab\\*cd', 4)).toBe('ab…');
    expect(cut('ab\\\\cd', 5)).toBe('ab\\\\…');
  });

  test('continues a long field instead of cutting it', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `${index} ${'parola '.repeat(5)}`);
    const { fields = [] } = toEmbed({ ...card, fields: [{ name: 'Iniziative', lines, short: false }] });
    expect(fields.map(({ name }) => name)).toEqual(['Iniziative', '…', '…', 'Note']);
    expect(fields.map(({ value }) => value).join('\n')).toContain('59 parola');
  });

  test('keeps the notes where the fields take all the room', () => {
    const field = { name: 'Campo', lines: ['parola '.repeat(140)], short: false };
    const { fields = [] } = toEmbed({ ...card, fields: Array.from({ length: 30 }, () => field) });
    expect(fields.at(-1)?.value).toContain('CIGD');
  });

  test('keeps to every limit, whatever the card holds', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ...ODD_TEXTS));
    const field = fc.record({ name: text, lines: fc.array(text, { maxLength: 8 }), short: fc.boolean() });
    const tones: Tone[] = ['reached', 'near', 'below', 'plain', 'doubt', 'refusal'];
    const anyCard = fc.record({
      tone: fc.constantFrom(...tones),
      title: text,
      headline: text.map((line) => `x${line}`),
      fields: fc.array(field, { maxLength: 40 }),
      notes: fc.array(text, { maxLength: 10 }),
      footer: text,
    });
    fc.assert(
      fc.property(anyCard, (any) => {
        const embed = toEmbed(any);
        expect(brokenRules({ type: 4, data: { embeds: [embed], allowed_mentions: { parse: [] } } })).toEqual(
          [],
        );
        expect(embed.title?.length ?? 0).toBeLessThanOrEqual(256);
        expect(embed.fields?.length).toBeLessThanOrEqual(25);
        for (const { name, value } of embed.fields ?? []) {
          expect(name.length).toBeLessThanOrEqual(256);
          expect(value.length).toBeLessThanOrEqual(1024);
        }
      }),
      { numRuns: 100 },
    );
  });
});

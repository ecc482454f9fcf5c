import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { decode } from '../../src/discord/ids/customId.ts';
import { type RespondContext, respond } from '../../src/discord/respond.ts';
import { pick, press, slash, typing, USER } from '../loopback/interactions.ts';
import { buttonOf, buttonsOf, type Callback, choicesOf, type Message, messageOf, selectsOf } from './read.ts';
import { realDesk } from './realDesk.ts';

const desk = await realDesk();
/** Several initiatives have this in their name. */
const DOUBTFUL = 'formazione';

const silent: RespondContext['log'] = { error: () => undefined };

function responseTo(interaction: object, at = desk, log = silent): Callback {
  return respond(at, interaction as APIInteraction, { fallback: 'it', log }).response as Callback;
}
const messageTo = (interaction: object): Message => messageOf(responseTo(interaction));

describe('an answer', () => {
  const certified = { axis: 'axis-2', measure: 'certified' };

  test('is for the eyes of the person who asked, with buttons for what may come next', () => {
    expect(messageTo(slash('spending', certified, 'it'))).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
        },
        "components": [
          {
            "components": [
              {
                "custom_id": "2s:Kqq_ucgzba2&LIfdd&y323B",
                "label": "Condividi nel canale",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "2o:Kqq_ucgzba2&LIfdd&y323B",
                "label": "Fonte",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "2x:Kqq_ucgzba2&LIfdd&y323B",
                "label": "Esporta",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "2d:Kqq_ucgzba2&LIfdd&y323B",
                "label": "Segnala",
                "style": 2,
                "type": 2,
              },
            ],
            "type": 1,
          },
          {
            "components": [
              {
                "custom_id": "2a:G65qZe-zba2&y323B",
                "label": "Scheda",
                "style": 2,
                "type": 2,
              },
              {
                "custom_id": "2a:ETJQPSaLIfdd&y323B",
                "label": "Confronta gli assi",
                "style": 2,
                "type": 2,
              },
            ],
            "type": 1,
          },
          {
            "components": [
              {
                "custom_id": "2c",
                "options": [
                  {
                    "label": "Dotazione",
                    "value": "2a:mv81ucgzba2&LIyuA&y323B",
                  },
                  {
                    "label": "Risorse attivate",
                    "value": "2a:bYPZucgzba2&LI2YH&y323B",
                  },
                  {
                    "label": "Risorse impegnate",
                    "value": "2a:Wduuucgzba2&LIXwj&y323B",
                  },
                  {
                    "label": "Pagamenti",
                    "value": "2a:Ic3aucgzba2&LIfBG&y323B",
                  },
                  {
                    "label": "Quota della dotazione",
                    "value": "2a:8e2Mucgzba2&LIVVw&y323B",
                  },
                  {
                    "label": "Spesa ammissibile dichiarata",
                    "value": "2a:2TqIucgzba2&LIvJD&y323B",
                  },
                  {
                    "label": "Tasso di attivazione",
                    "value": "2a:hz4Ducgzba2&LIlR3&y323B",
                  },
                  {
                    "label": "Tasso di impegno",
                    "value": "2a:TvQGucgzba2&LILeN&y323B",
                  },
                  {
                    "label": "Tasso di pagamento",
                    "value": "2a:F-xUucgzba2&LI396&y323B",
                  },
                  {
                    "label": "Tasso di certificazione",
                    "value": "2a:05XPucgzba2&LIpGh&y323B",
                  },
                  {
                    "label": "Pagato su impegnato",
                    "value": "2a:S_9Nucgzba2&LIVcn&y323B",
                  },
                  {
                    "label": "Certificato su pagato",
                    "value": "2a:5PMSucgzba2&LIFlr&y323B",
                  },
                  {
                    "label": "Tasso di impegno con la CIGD",
                    "value": "2a:vNnRucgzba2&LIM6z&y323B",
                  },
                  {
                    "label": "Ancora da attivare",
                    "value": "2a:3wp3ucgzba2&LITvv&y323B",
                  },
                  {
                    "label": "Ancora da impegnare",
                    "value": "2a:V5zDucgzba2&LI8qn&y323B",
                  },
                  {
                    "label": "Ancora da pagare",
                    "value": "2a:n4bMucgzba2&LInfn&y323B",
                  },
                  {
                    "label": "Ancora da certificare",
                    "value": "2a:-Vg_ucgzba2&LIUE7&y323B",
                  },
                  {
                    "label": "Risorse impegnate con la CIGD",
                    "value": "2a:tkQ-ucgzba2&LI5iy&y323B",
                  },
                ],
                "placeholder": "Un’altra misura",
                "type": 3,
              },
            ],
            "type": 1,
          },
        ],
        "embeds": [
          {
            "color": 2060267,
            "description": "# 109,8 Mln €",
            "fields": [],
            "footer": {
              "text": "Fonte: Regione Lombardia, slide 6",
            },
            "title": "Asse II – Inclusione sociale – spesa certificata al 31.12.2020",
          },
        ],
        "flags": 64,
      }
    `);
  });

  test('speaks the language of the person, English for all others', () => {
    for (const locale of ['en-US', 'en-GB', 'ja']) {
      const { embeds, components } = messageTo(slash('spending', certified, locale));
      expect(embeds?.[0]?.title).toContain('Axis II – Social inclusion – certified spend');
      expect(JSON.stringify(components)).toContain('Share in channel');
    }
  });

  test('is for the channel where the person says so, who can then remove it instead of sharing it', () => {
    const message = messageTo(slash('spending', { ...certified, private: false }, 'it'));
    expect(message).not.toHaveProperty('flags');
    expect(message).not.toHaveProperty('content');
    expect(buttonsOf(message)[0]).toBe(`2r:${USER.id}`);
    expect(buttonsOf(message).join(' ')).not.toContain('2s');
  });

  test('once shared names who shared it, without a ping, in the language of that person', () => {
    const id = buttonOf(messageTo(slash('spending', certified, 'it')), 's');
    const shared = messageTo(press(id, 'en-US'));
    expect(shared.content).toBe(`Shared by <@${USER.id}>`);
    expect(shared).toMatchObject({
      allowed_mentions: { parse: [] },
      embeds: [{ title: expect.stringContaining('Axis II') }],
    });
    expect(shared).not.toHaveProperty('flags');
  });

  test('to a question of two parts is shared whole', () => {
    const question = 'quanto ha certificato l’asse II? e quante donne?';
    const answer = messageTo(slash('ask', { question }, 'it'));
    const id = buttonOf(answer, 's');
    expect(messageTo(press(id, 'it')).embeds).toEqual(answer.embeds);
  });
});

describe('a doubt', () => {
  test('is a menu that only the person sees, even where the answer would be public', () => {
    const message = messageTo(slash('initiative', { initiative: DOUBTFUL, private: false }, 'it'));
    expect(message.flags).toBe(64);
    expect(selectsOf(message).length).toBeGreaterThan(1);
    expect(buttonsOf(message)).toEqual([]);
  });

  test('is settled by picking one', () => {
    const message = messageTo(slash('initiative', { initiative: DOUBTFUL }, 'it'));
    for (const value of selectsOf(message)) {
      const picked = messageTo(pick('2c', value, 'it'));
      expect(picked.flags).toBe(64);
      const [chosen] = decode(value, desk)?.requests ?? [];
      const shared = decode(buttonOf(picked, 's'), desk)?.requests;
      expect(shared, value).toEqual([{ ...chosen, options: { ...chosen?.options, date: '2020-12-31' } }]);
    }
  });
});

describe('a refusal', () => {
  test('is private, not for sharing, and offers the nearest things there are', () => {
    const message = messageTo(slash('initiative', { initiative: 'qwertyuiop', private: false }, 'it'));
    expect(message.flags).toBe(64);
    expect(buttonsOf(message)).toEqual([]);
    for (const value of selectsOf(message)) {
      expect(messageTo(pick('2c', value, 'it')).embeds, value).toBeDefined();
    }
  });
});

describe('a bug', () => {
  const broken = {
    ...desk,
    get dataset(): never {
      throw new TypeError('SECRET internals');
    },
  } as Desk;
  const logged: object[] = [];
  const log = { error: (details: object) => void logged.push(details) };

  test.each([
    ['it', 'codice'],
    ['en-US', 'code'],
  ])('is said kindly in %s, with the id under which it is logged', (locale, word) => {
    const { content = '', flags } = messageOf(responseTo(slash('spending', {}, locale), broken, log));
    const id = /[0-9a-f]{8}/.exec(content)?.[0];
    expect([content.includes(word), flags, content.includes('SECRET')]).toEqual([true, 64, false]);
    expect(logged.at(-1)).toMatchObject({ errorId: id, err: { message: 'SECRET internals' } });
  });

  test('suggests nothing, quietly', () => {
    expect(choicesOf(responseTo(typing('spending', 'date', '', 'it'), broken, log))).toEqual([]);
  });
});

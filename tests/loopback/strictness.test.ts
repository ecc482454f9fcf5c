import { describe, expect, test } from 'vitest';
import { parseBody, textOf } from './multipart.ts';
import { loadSpecification, specified } from './openapi.ts';
import { brokenRules } from './rules.ts';

const CALLBACK = ['POST', '/interactions/1/token/callback'] as const;
const message = (data: object) => ({ type: 4, data: { allowed_mentions: { parse: [] }, ...data } });
const button = { type: 2, style: 2, label: 'x', custom_id: 'x' };
const row = (...components: object[]) => ({ components: [{ type: 1, components }] });
const command = { name: 'spesa', description: 'x' };
const option = { type: 3, name: 'asse', description: 'x' };

describe.runIf(specified)('the specification objects to', () => {
  const specification = loadSpecification();
  test('nothing that Discord takes', () => {
    expect(
      specification(...CALLBACK, message({ embeds: [{ title: 'x' }], flags: 64, ...row(button) })),
    ).toEqual([]);
    expect(specification(...CALLBACK, { type: 8, data: { choices: [{ name: 'a', value: 'b' }] } })).toEqual(
      [],
    );
    expect(specification('PUT', '/applications/1/commands', [{ ...command, options: [option] }])).toEqual([]);
  });

  test.each([
    ['a key that it does not know', message({ embeds: [{ titel: 'x' }] })],
    ['a title that is too long', message({ embeds: [{ title: 'x'.repeat(257) }] })],
    ['a custom_id that is too long', message(row({ ...button, custom_id: 'x'.repeat(101) }))],
    ['six buttons in a row', message(row(button, button, button, button, button, button))],
    [
      '26 suggestions',
      { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) } },
    ],
    ['an unknown kind of response', { type: 99 }],
  ])('%s', (_, body) => {
    expect(specification(...CALLBACK, body)).not.toEqual([]);
  });

  test.each([
    ['a key of a message that it does not know', { contents: 'x' }],
    ['a reply to nothing', { message_reference: {} }],
    ['a nonce that is too long', { nonce: 'x'.repeat(26) }],
    ['a mention of an unknown kind', { allowed_mentions: { parse: ['everybody'] } }],
  ])('%s', (_, body) => {
    expect(specification('POST', '/channels/1/messages', body)).not.toEqual([]);
  });

  test('a path that does not exist', () => {
    expect(specification('POST', '/no/such/path', {})).not.toEqual([]);
  });
});

describe('the rules object to', () => {
  const embeds = [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }];
  test.each([
    ['over 6000 characters', message({ embeds })],
    ['an empty field name', message({ embeds: [{ title: 'x', fields: [{ name: ' ', value: 'x' }] }] })],
    ['an empty field value', message({ embeds: [{ title: 'x', fields: [{ name: 'x', value: '' }] }] })],
    ['a custom_id twice', message({ content: 'x', ...row(button, button) })],
    ['mentions that ping', { type: 4, data: { content: 'x' } }],
    ['an empty message', message({})],
    ['an empty message in a channel', { allowed_mentions: { parse: [] } }],
    ['a ping in a channel', { content: 'x', allowed_mentions: { parse: ['users'] } }],
    ['a name of 33 characters in a menu', [{ type: 3, name: 'x'.repeat(33) }]],
    ['a lone surrogate', message({ content: '\uD83D' })],
    [
      'a suggestion over 100 characters',
      { type: 8, data: { choices: [{ name: 'x', value: 'x'.repeat(101) }] } },
    ],
    ['an upper-case name', [{ ...command, name: 'Spesa' }]],
    [
      'a required option that comes late',
      [{ ...command, options: [option, { ...option, name: 'b', required: true }] }],
    ],
    ['over 8000 characters', [{ ...command, description_localizations: { it: 'x'.repeat(8000) } }]],
    [
      'two options of one Italian name',
      [{ ...command, options: [option, { ...option, name: 'b', name_localizations: { it: 'asse' } }] }],
    ],
  ])('%s', (_, body) => {
    expect(brokenRules(body)).not.toEqual([]);
  });

  const attachments = [{ id: '0', filename: 'a.csv' }];
  const file = { field: 'files[0]', name: 'a.csv', bytes: new Uint8Array(1) };
  test.each([
    ['an attachment without its file', attachments, []],
    ['a file without its attachment', [], [file]],
    ['a file of another name', attachments, [{ ...file, name: 'b.csv' }]],
    ['a file of another number', attachments, [{ ...file, field: 'files[1]' }]],
    ['a file twice', attachments, [file, file]],
    ['an empty file', attachments, [{ ...file, bytes: new Uint8Array() }]],
    ['a file of over 10 MiB', attachments, [{ ...file, bytes: new Uint8Array(10 * 1024 * 1024 + 1) }]],
  ])('%s', (_, announced, files) => {
    expect(brokenRules(message({ content: 'x', attachments: announced }), files)).not.toEqual([]);
  });

  test('nothing that Discord takes', () => {
    expect(brokenRules(message({ content: 'x', attachments }), [file])).toEqual([]);
    expect(brokenRules(message({ embeds: [{ title: '😀' }], ...row(button) }))).toEqual([]);
    expect(
      brokenRules([
        {
          ...command,
          options: [
            { ...option, required: true },
            { ...option, name: 'b' },
          ],
        },
      ]),
    ).toEqual([]);
  });
});

describe('a request with files', () => {
  const parsed = async (parts: readonly (readonly [string, string | File])[]) => {
    const form = new FormData();
    for (const [field, value] of parts) form.append(field, value);
    const { headers, body } = await sentAs(form);
    return parseBody(headers, body);
  };
  const sentAs = async (form: FormData) => {
    const response = new Response(form);
    const body = new Uint8Array(await response.arrayBuffer());
    return { headers: response.headers.get('content-type') ?? '', body };
  };

  test('is JSON and files, to the last byte', async () => {
    const text = '\ufeffa;b\r\n';
    const file = new File([text], 'a.csv');
    const { body, files, problems } = await parsed([
      ['payload_json', '{"type":4}'],
      ['files[0]', file],
    ]);
    expect([body, problems]).toEqual([{ type: 4 }, []]);
    expect(files.map((each) => [each.field, each.name, textOf(each)])).toEqual([['files[0]', 'a.csv', text]]);
  });

  test.each([
    ['no JSON', [['files[0]', new File(['x'], 'a.csv')]]],
    [
      'JSON twice',
      [
        ['payload_json', '{}'],
        ['payload_json', '{}'],
      ],
    ],
    ['broken JSON', [['payload_json', '{']]],
    [
      'another field',
      [
        ['payload_json', '{}'],
        ['content', 'x'],
      ],
    ],
  ] as const)('with %s is refused', async (_, parts) => {
    expect((await parsed(parts)).problems).not.toEqual([]);
  });

  test('that is no form or no JSON is refused', async () => {
    const bytes = new TextEncoder().encode('{');
    expect((await parseBody('multipart/form-data; boundary=x', bytes)).problems).not.toEqual([]);
    expect((await parseBody('application/json', bytes)).problems).not.toEqual([]);
  });
});

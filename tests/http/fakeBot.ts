import type { Introduction } from '../../src/http/chat/api.ts';

/** A bot that answers with everything that a Discord message can hold, and says back what it was sent. */
const text = (it: string, en: string, description: string) => ({
  name: en,
  name_localizations: { it, 'en-US': en },
  description,
  description_localizations: { it: `${description} (it)`, 'en-US': description },
});

export const introduction: Introduction = {
  title: { it: 'Programma di prova', en: 'Trial programme' },
  locale: 'it',
  examples: { it: ['quanto ha certificato l’asse II?'], en: ['how much has axis II certified?'] },
  commands: [
    {
      type: 1,
      ...text('chiedi', 'ask', 'Ask in your own words'),
      options: [{ type: 3, ...text('domanda', 'question', 'Your question'), required: true }],
    },
    {
      type: 1,
      ...text('spesa', 'spending', 'What was spent'),
      options: [
        { type: 3, ...text('asse', 'axis', 'The axis'), required: true, autocomplete: true },
        { type: 3, ...text('misura', 'measure', 'The measure'), autocomplete: true },
        { type: 5, ...text('privata', 'private', 'Only for me') },
        { type: 3, ...text('anno', 'year', 'The year') },
      ],
    },
    {
      type: 1,
      ...text('dati', 'dataset', 'The dataset'),
      options: [{ type: 1, ...text('stato', 'status', 'Its state'), options: [] }],
    },
  ],
};

const AXES = ['Asse I – Occupazione', 'Asse II – Inclusione sociale', 'Asse III – Istruzione'];
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Given = { readonly name?: string; readonly value?: unknown; readonly focused?: boolean };

type Sent = {
  readonly type: number;
  readonly locale?: string;
  readonly data: {
    readonly name?: string;
    readonly custom_id?: string;
    readonly values?: readonly string[];
    readonly options?: readonly Given[];
  };
};

export function fakeRespond(sent: Sent): unknown {
  if (sent.type === 4) return suggestions(sent.data.options?.find((option) => option.focused));
  if (sent.data.custom_id === 'change') return { type: 7, data: { content: 'changed', components: [] } };
  if (sent.data.custom_id === 'files') return { type: 4, data: files() };
  if (sent.data.custom_id === 'crash') throw new Error('as asked');
  if (sent.type === 3) return line(`pressed ${sent.data.custom_id} ${sent.data.values?.join() ?? ''}`);
  return { type: 4, data: everything(sent) };
}

function suggestions({ name: option, value }: Given = {}) {
  if (option === 'measure') return { type: 8, data: { choices: [{ name: 'Paid', value: 'paid' }] } };
  const typed = String(value);
  const found = AXES.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  return {
    type: 8,
    data: { choices: found.map((name) => ({ name, value: `axis-${AXES.indexOf(name) + 1}` })) },
  };
}

/** Two files to save, and one of elsewhere, which the page must not fetch. */
function files() {
  const uri = (text: string) =>
    `data:text/plain;charset=utf-8;base64,${Buffer.from(text, 'utf8').toString('base64')}`;
  const attachments = [
    { id: '0', filename: 'cifre.csv', url: uri('\ufeffmisura;valore\r\nperché;109,8\r\n') },
    { id: '1', filename: '<b>.json', url: uri('[]\n') },
    { id: '2', filename: 'elsewhere.csv', url: 'https://example.org/elsewhere.csv' },
  ];
  return { content: 'Ecco i file', attachments, flags: 64 };
}

function line(content: string) {
  return { type: 4, data: { content, flags: 64 } };
}

function everything(sent: Sent) {
  const fields = ['Uno', 'Due', 'Tre'].map((name) => ({ name, value: `${name} \\* 1`, inline: true }));
  return {
    content: `got ${sent.data.name} ${JSON.stringify(sent.data.options)} ${sent.locale}`.replace(
      /[*_`~\\[\]]/g,
      '\\$&',
    ),
    embeds: [
      {
        title: '<:x:123456789012345678> \\*titolo\\*',
        description:
          '**grassetto** *corsivo* `codice` \\*piano\\* <img src=x onerror=alert(1)>\n> citato\n-# piccolo',
        color: 0x1f6feb,
        fields: [...fields, { name: 'Largo', value: 'fonte: <https://example.org/a>' }],
        footer: { text: 'Fonte: slide 6' },
        image: { url: 'attachment://chart.png' },
      },
    ],
    attachments: [{ id: 0, filename: 'chart.png', description: 'Un grafico a barre', url: PIXEL }],
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: 'Cambia', custom_id: 'change' },
          { type: 2, style: 4, label: 'Rompi', custom_id: 'crash' },
          { type: 2, style: 2, label: 'Fermo', custom_id: 'still', disabled: true },
        ],
      },
      {
        type: 1,
        components: [{ type: 2, style: 2, label: 'Salva', custom_id: 'files' }],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'menu',
            placeholder: 'Quale?',
            options: [
              { label: 'Il primo', value: 'first', description: 'quello di prima' },
              { label: 'Il secondo', value: 'second' },
            ],
          },
        ],
      },
    ],
  };
}

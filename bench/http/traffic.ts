import type { Signer } from '../../tests/http/signing.ts';
import { ofType, slash, typing } from '../../tests/loopback/interactions.ts';

/** What people send, by name; each a list that is sent round and round. */
export function traffic(signer: Signer): Readonly<Record<string, readonly Uint8Array[]>> {
  const signed = (interactions: readonly object[]) =>
    interactions.map((interaction) => requestOf(interaction, signer));
  return {
    PING: signed([ofType(1, {}, null)]),
    '/spending': signed(AXES.map((axis) => slash('spending', { axis, measure: 'certified' }, 'it'))),
    mixed: signed(mixed()),
  };
}

const AXES = ['1', '2', '3', '4', '5'];

/** As in a meeting: figures, questions, names with typos and what is offered while one types; one in ten has a picture. */
const mixed = () => [
  ...AXES.map((axis) => slash('spending', { axis, measure: 'paid' }, 'it')),
  ...AXES.map((axis) => typing('spending', 'axis', axis, 'it')),
  ...['nid', 'form', 'dote', 'lavoro', 'cr0'].map((text) => typing('initiative', 'initiative', text, 'it')),
  ...['CR03', 'CR06', 'CO01'].map((code) => slash('indicator', { indicator: code }, 'en-US')),
  ...['nidi gratis', 'dote unica lavoro', 'formazion continua'].map((name) =>
    slash('initiative', { initiative: name }, 'it'),
  ),
  ...[
    'quanto ha certificato l’asse II?',
    'how much is left to certify on axis 3',
    'quanti partecipanti?',
  ].map((question) => slash('ask', { question }, 'it')),
  slash('compare', { first: '2', second: '3' }, 'it'),
  slash('ranking', { measure: 'paid' }, 'it'),
];

function requestOf(interaction: object, { headers }: Signer): Uint8Array {
  const body = Buffer.from(JSON.stringify(interaction));
  const lines = Object.entries({ host: '127.0.0.1', 'content-length': body.length, ...headers(body) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`POST /interactions HTTP/1.1\r\n${head}\r\n`), body]);
}

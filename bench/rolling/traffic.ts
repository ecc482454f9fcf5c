import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Signer } from '../../tests/http/signing.ts';
import { press, slash, typing } from '../../tests/loopback/interactions.ts';

export type Sent = {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly trouble: string | null;
};
type Response = { readonly status: number; readonly type: string; readonly text: string };

/** What became of the traffic; times are of `performance.now`. */
export type Traffic = {
  readonly sent: number;
  readonly lost: readonly Sent[];
  readonly slowestMs: number;
  /** Presses of Report, with the answer that says that it is kept, or without one. */
  readonly reports: readonly Sent[];
  /** Presses of Share that were sent twice at once, and how many of them were answered in two ways. */
  readonly twice: number;
  readonly unlike: number;
  /** Follow-ups, and how many were understood. */
  readonly followUps: number;
  readonly followed: number;
};

export const AT_ONCE = 6;
const BETWEEN_MS = 40;
const WARMING = 5;
/** Discord gives up after three seconds; what comes later is late, not lost. */
const PATIENCE_MS = 15_000;

/** Signed interactions of every kind, some at once, until `isOver`. */
export async function traffic(port: number, signer: Signer, isOver: () => boolean): Promise<Traffic> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * AT_ONCE });
  const reports: Sent[] = [];
  const count = { twice: 0, unlike: 0, followUps: 0, followed: 0 };
  const sent: Sent[] = [];
  const send = async (interaction: object): Promise<Response | null> => {
    const from = performance.now();
    const answer = await post(agent, port, signer, JSON.stringify(interaction)).catch(
      (error: Error) => error,
    );
    const trouble =
      answer instanceof Error ? answer.message : answer.status === 200 ? null : `${answer.status}`;
    sent.push({ kind: kindOf(interaction), from, to: performance.now(), trouble });
    return answer instanceof Error || trouble !== null ? null : answer;
  };
  const idOf = async (letter: string) => {
    const answer = await send(slash('spending', { axis: 'axis-2' }, 'it'));
    return new RegExp(`"custom_id":"(2${letter}[^"]*)"`).exec(answer?.text ?? '')?.[1] ?? '';
  };
  const [share, report] = [await idOf('s'), await idOf('d')];
  let person = 0;
  const kinds: readonly (() => Promise<void>)[] = [
    async () => void (await send({ type: 1, id: '1', application_id: '1', token: 't', version: 1 })),
    async () => void (await send(slash('spending', { axis: 'axis-2' }, 'it'))),
    async () => void (await send(typing('axis', 'axis', 'incl', 'it'))),
    async () => {
      const from = performance.now();
      const answer = await send(press(report, 'it'));
      const isKept = answer !== null && /Segnalato/.test(answer.text);
      reports.push({ kind: 'report', from, to: performance.now(), trouble: isKept ? null : 'not kept' });
    },
    async () => {
      const pressed = press(share, 'it');
      const [one, other] = await Promise.all([send(pressed), send(pressed)]);
      if (!one || !other) return;
      count.twice += 1;
      // The boundary of a form is another each time.
      if (one.type === other.type && one.text !== other.text && !/multipart/.test(one.type))
        count.unlike += 1;
    },
    async () => {
      person += 1;
      const by = (question: string) =>
        as(slash('ask', { question }, 'it'), `53${String(person).padStart(16, '0')}`);
      if (!(await send(by('quanto ha certificato l’asse II?')))) return;
      const next = await send(by('e il pagato?'));
      if (!next) return;
      count.followUps += 1;
      if (/Continuo da/.test(next.text)) count.followed += 1;
    },
  ];
  // Who is cold is slow, and not by what follows.
  for (let turn = 0; turn < WARMING; turn += 1) for (const kind of kinds) await kind();
  const stream = async (_: unknown, first: number) => {
    for (let at = first; !isOver(); at += 1) {
      await kinds[at % kinds.length]?.();
      await sleep(BETWEEN_MS);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, stream));
  agent.destroy();
  const slowestMs = Math.round(Math.max(...sent.map(({ from, to }) => to - from)));
  return {
    sent: sent.length,
    lost: sent.filter(({ trouble }) => trouble !== null),
    slowestMs,
    reports,
    ...count,
  };
}

/** The type of an interaction and its command or its button. */
function kindOf(interaction: object): string {
  const { type, data = {} } = interaction as { type: number; data?: { name?: string; custom_id?: string } };
  return `${type} ${data.name ?? data.custom_id ?? ''}`;
}

function as(interaction: ReturnType<typeof slash>, id: string) {
  const { member } = interaction;
  return { ...interaction, member: { ...member, user: { ...member.user, id } } };
}

function post(agent: Agent, port: number, signer: Signer, body: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, path: '/interactions', method: 'POST' };
    const headers = { ...signer.headers(body), 'content-length': Buffer.byteLength(body) };
    const sending = request({ ...options, headers, timeout: PATIENCE_MS }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(chunks).toString() });
        });
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer'))).on('error', reject);
    sending.end(body);
  });
}

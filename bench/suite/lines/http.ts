import { newSigner, type Signer } from '../../../tests/http/signing.ts';
import { PROGRAMS, rate, type Server, started } from '../../http/servers.ts';
import { traffic } from '../../http/traffic.ts';
import { atLeast, type Budget, type Group, type Head, type Line, type Measuring } from '../line.ts';
import { inTurn, type Side } from '../rounds.ts';

const BESIDE = 'node:http that verifies the signature and answers the same';
const head = (id: string, what: string, budget: Budget): Head => ({
  id: `http.${id}`,
  what: `${what}, signed, 32 connections | ${BESIDE}`,
  unit: '1/s',
  budget,
});
/** By the names of bench/http/traffic.ts. */
const HEADS: Readonly<Record<string, Head>> = {
  PING: head('ping', 'PING', atLeast(0.8)),
  '/spending': head('spending', '/spending', atLeast(0.5)),
  mixed: head('mixed', 'commands, questions and suggestions, some with a picture', atLeast(0.3)),
};
const SECONDS = 2;
const SHORT_SECONDS = 0.2;

export const http: Group = {
  name: 'http',
  heads: Object.values(HEADS),
  async measure(options, isWanted) {
    const signer = newSigner();
    const product = await started(PROGRAMS.product, signer);
    try {
      const baseline = await started(PROGRAMS.baseline, signer);
      try {
        return await linesOf({ product, baseline }, signer, options, isWanted);
      } finally {
        baseline.end();
      }
    } finally {
      product.end();
    }
  },
};

async function linesOf(
  servers: Readonly<Record<Side, Server>>,
  signer: Signer,
  { rounds, short }: Measuring,
  isWanted: (id: string) => boolean,
): Promise<readonly Line[]> {
  const seconds = short ? SHORT_SECONDS : SECONDS;
  const lines: Line[] = [];
  for (const [kind, head] of Object.entries(HEADS)) {
    if (!isWanted(head.id)) continue;
    // A request is fresh for five minutes: each kind is signed when its turn comes.
    const requests = traffic(signer)[kind] ?? [];
    const measure = (side: Side) => rate(servers[side].port, requests, seconds);
    await inTurn(1, measure);
    const note = `${requests.length} different, sent round and round`;
    lines.push({ ...head, ...(await inTurn(rounds, measure)), note });
  }
  return lines;
}

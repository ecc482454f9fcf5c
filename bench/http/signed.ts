import { argv } from 'node:process';
import { newSigner } from '../../tests/http/signing.ts';
import { PROGRAMS, rate, started } from './servers.ts';
import { traffic } from './traffic.ts';

/** `node signed.js [SECONDS [ROUNDS]]`: answers a second of `npm run serve` and of the baseline, in turn. */
const SECONDS = Number(argv[2] ?? 3);
const ROUNDS = Number(argv[3] ?? 3);

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const signer = newSigner();
const servers = {
  baseline: await started(PROGRAMS.baseline, signer),
  product: await started(PROGRAMS.product, signer),
};
for (const [kind, requests] of Object.entries(traffic(signer))) {
  const rates: { baseline: number[]; product: number[] } = { baseline: [], product: [] };
  for (const { port } of Object.values(servers)) await rate(port, requests, 1);
  for (let round = 0; round < ROUNDS; round++) {
    rates.baseline.push(await rate(servers.baseline.port, requests, SECONDS));
    rates.product.push(await rate(servers.product.port, requests, SECONDS));
  }
  const [floor, ours] = [median(rates.baseline), median(rates.product)];
  console.log(
    `${kind.padEnd(10)} ${ours.toFixed(0)}/s of ${floor.toFixed(0)}/s: ${(ours / floor).toFixed(2)}`,
  );
}
for (const { end } of Object.values(servers)) end();

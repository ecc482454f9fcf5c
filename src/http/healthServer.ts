import { type HealthParts, healthApp } from './healthApp.ts';
import { listen } from './listening.ts';

type HealthServer = { readonly url: string; readonly close: () => Promise<void> };

/** Whoever asks is on one's own network and asks for little; a connection that says nothing is not kept for long. */
const LIMITS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };
const GRACE_MS = 500;

/** Rejects with the listen error (`EADDRINUSE`, …) where the port cannot be had; 0 takes a free one. */
export async function startHealthServer(
  parts: HealthParts,
  address: { readonly host: string; readonly port: number },
): Promise<HealthServer> {
  const app = healthApp(parts);
  const { url, close } = await listen((request) => app.fetch(request), { ...address, limits: LIMITS });
  return { url, close: () => close(GRACE_MS) };
}

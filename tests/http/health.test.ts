import { describe, expect, test } from 'vitest';
import type { DatasetState, Line } from '../../src/http/gauges.ts';
import { type HealthParts, healthApp } from '../../src/http/healthApp.ts';
import { startHealthServer } from '../../src/http/healthServer.ts';
import { newMetrics } from '../../src/http/metrics.ts';

const at = new Date('2021-03-04T05:06:07Z');
const state: DatasetState = {
  version: '0123456789ab',
  date: '2020-12-31',
  loadedAt: at,
  attempts: { good: 2, bad: 1, unchanged: 3 },
  last: { at, cause: 'files', outcome: 'bad', ms: 1, findings: [] },
};
const observed = { dataset: () => state, charts: () => 3 };
const parts: HealthParts = {
  readiness: () => ({ ready: true }),
  metrics: newMetrics(observed).text,
  onError: (error) => expect.fail(String(error)),
};
const asked = async (changes: Partial<HealthParts>, path: string) => {
  const response = await healthApp({ ...parts, ...changes }).request(path);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('the health endpoints', () => {
  test('say that the process lives, unless a restart would help', async () => {
    expect(await asked({}, '/livez')).toMatchObject({ status: 200, body: '{"live":true}' });
    expect(await asked({ live: () => false }, '/livez')).toMatchObject({
      status: 503,
      body: '{"live":false}',
    });
  });

  test('say whether people are answered, and what else is known of that', async () => {
    const readiness = (ready: boolean) => () => ({ connected: ready, ready });
    const yes = await asked({ readiness: readiness(true) }, '/readyz');
    expect([yes.status, JSON.parse(yes.body)]).toEqual([200, { connected: true, ready: true }]);
    expect(yes.headers.get('cache-control')).toBe('no-store');
    expect((await asked({ readiness: readiness(false) }, '/readyz')).status).toBe(503);
  });

  test('hide what went wrong, which is for the log', async () => {
    const errors: unknown[] = [];
    const failing = {
      metrics: () => Promise.reject(new Error('as asked')),
      onError: errors.push.bind(errors),
    };
    const { status, body } = await asked(failing, '/metrics');
    expect([status, body.includes('as asked'), String(errors[0])]).toEqual([500, false, 'Error: as asked']);
  });

  test('end with their server', async () => {
    const server = await startHealthServer(parts, { host: '127.0.0.1', port: 0 });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  });
});

describe('the metrics', () => {
  const line: Line = { connected: true, eventAgeMs: 1500, losses: 4 };

  test('tell of the dataset, its loads and the pictures', async () => {
    const { text, type } = await newMetrics(observed).text();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const expected of [
      'bot_dataset_info{version="0123456789ab",date="2020-12-31"} 1',
      'bot_dataset_reloads_total{outcome="good"} 2',
      'bot_dataset_reloads_total{outcome="bad"} 1',
      'bot_dataset_last_reload_ok 0',
      `bot_dataset_last_reload_timestamp_seconds ${at.getTime() / 1000}`,
      `bot_dataset_loaded_timestamp_seconds ${at.getTime() / 1000}`,
      `bot_dataset_reporting_date_timestamp_seconds ${Date.UTC(2020, 11, 31) / 1000}`,
      'bot_charts_waiting 3',
    ]) {
      expect(text.split('\n')).toContain(expected);
    }
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
    expect(text).not.toContain('bot_gateway');
  });

  test('tell of the memory that processes share, where they share one', async () => {
    expect((await newMetrics(observed).text()).text).not.toContain('bot_shared_memory');
    let inReach = true;
    const metrics = newMetrics({ ...observed, sharedMemory: () => inReach });
    expect((await metrics.text()).text).toMatch(/^bot_shared_memory_connected 1$/m);
    inReach = false;
    expect((await metrics.text()).text).toMatch(/^bot_shared_memory_connected 0$/m);
  });

  test('count answers and those that did not arrive', async () => {
    const metrics = newMetrics(observed);
    metrics.answered({ command: 'axis', kind: 'command', outcome: 'answer' }, 0.004);
    metrics.answered({ command: 'ask', kind: 'message', outcome: 'refuse' }, 0.2);
    metrics.undelivered('message');
    const { text } = await metrics.text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'bot_interactions_total{command="axis",kind="command",outcome="answer"} 1',
        'bot_interactions_total{command="ask",kind="message",outcome="refuse"} 1',
        'bot_interaction_duration_seconds_bucket{le="0.005",kind="command"} 1',
        'bot_answers_undelivered_total{kind="message"} 1',
      ]),
    );
  });

  test('tell of a connection, once there is one to tell of', async () => {
    const metrics = newMetrics(observed);
    let now: Line = { connected: false, eventAgeMs: null, losses: 0 };
    metrics.follow(() => now);
    const before = await metrics.text();
    expect(before.text).toMatch(/^bot_gateway_connected 0$/m);
    expect(before.text).toMatch(/^bot_gateway_last_event_age_seconds Nan$/m);
    now = line;
    const { text } = await metrics.text();
    expect(text).toMatch(/^bot_gateway_connected 1$/m);
    expect(text).toMatch(/^bot_gateway_last_event_age_seconds 1\.5$/m);
    expect(text).toMatch(/^bot_gateway_connections_lost_total 4$/m);
  });
});

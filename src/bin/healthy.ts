import { get } from 'node:http';

/**
 * Asks the process beside it, which runs with the same settings, whether it lives: what a container's HEALTHCHECK runs
 * twice a minute. It reads the settings by itself, since all that reads them for the program takes longer than the rest.
 */
const PATIENCE_MS = 4000;
/** Where a process that listens on every address is reached from its own machine. */
const REACHED: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function setting(name: string): string | undefined {
  // Docker keeps the quotes of an `--env-file`.
  return process.env[name]?.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function end(status: number, line: string): void {
  process.stdout.write(`${line}\n`);
  process.exit(status);
}

function ask(port: string, host = '127.0.0.1'): void {
  const isOff = setting('HEALTH_PORT') === '';
  const address = { host: REACHED[host] ?? host, port, path: '/livez' };
  const where = `${address.host}:${port}/livez`;
  get({ ...address, agent: false, signal: AbortSignal.timeout(PATIENCE_MS) }, ({ statusCode }) =>
    end(statusCode === 200 ? 0 : 1, `${where} says ${statusCode}`),
  ).on('error', (error: NodeJS.ErrnoException) => {
    // On the gateway there is then nothing to ask, which whoever switched it off knows.
    if (isOff && error.code === 'ECONNREFUSED') return end(0, 'HEALTH_PORT is empty: nothing to ask');
    const why =
      error.name === 'AbortError' ? `within ${PATIENCE_MS / 1000} s` : `(${error.code ?? error.message})`;
    end(1, `${where} does not answer ${why}`);
  });
}

try {
  // The environment wins, as it does for the program.
  process.loadEnvFile();
} catch {
  // There need not be one.
}
const healthPort = setting('HEALTH_PORT');
if (healthPort === '0') end(1, 'HEALTH_PORT is 0, any free port: set it to the number of one');
else if (healthPort) ask(healthPort, setting('HEALTH_HOST') || undefined);
else ask(setting('PORT') || '8787', setting('HOST') || undefined);

import { loadCatalogue } from '../desk/catalogue.ts';
import { EX_CONFIG } from '../discord/exitStatus.ts';
import { dryRun, type Outcome, register } from '../discord/register.ts';
import { readConfig } from '../start/config.ts';

const USAGE = 'Usage: npm run register -- [--dry-run]';

async function run(args: readonly string[]): Promise<Outcome> {
  if (args.some((arg) => arg !== '--dry-run')) return { status: 64, err: USAGE };
  const read = readConfig();
  if (!read.ok) return { status: EX_CONFIG, err: read.problems.join('\n') };
  const catalogue = await loadCatalogue();
  return args.length > 0 ? dryRun(catalogue, read.config) : await register(catalogue, read.config);
}

const { status, out, err } = await run(process.argv.slice(2));
if (out !== undefined) process.stdout.write(`${out}\n`);
if (err !== undefined) process.stderr.write(`${err}\n`);
process.exitCode = status;

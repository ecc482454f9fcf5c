import { grouped } from '../src/model/grouped.ts';
import { startBot } from './load/bot.ts';
import { LATE_MS, load, summary } from './load/run.ts';

/** `npm run load [-- COUNT [IN_FLIGHT]]`: a burst against the bot in a process of its own. Ends with 1 where one is lost, answered twice or late. */
const [count = 10_000, inFlight = 500] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const flags = process.argv.slice(3).filter((arg) => arg.startsWith('--'));

// Checking every response against the specification would take the time that is measured.
process.env.DISCORD_OPENAPI = '';
const { startLoopback } = await import('../tests/loopback/discord.ts');
const discord = await startLoopback();
const bot = await startBot(discord, { flags });
const began = performance.now();
const outcome = await load(discord, { count, inFlight });
console.log(summary(outcome, (performance.now() - began) / 1000));
console.log(`memory ${bot.resident().toFixed(0)} MB, ${bot.descriptors()} descriptors`);
const warnings = grouped(bot.logged(), (line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line);
for (const [message, lines] of warnings) console.log(`logged ${lines.length} times: ${message}`);
await bot.end();
await discord.close();
const { lost, twice, problems, times } = outcome;
if (lost.length + twice.length + problems.length > 0 || times.some((ms) => ms > LATE_MS))
  process.exitCode = 1;

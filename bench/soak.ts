import { startBot } from './load/bot.ts';
import { load } from './load/run.ts';

/**
 * `npm run soak [-- COUNT]`: what people send for weeks, with charts and exports. Ends with 1 where the bot holds more than
 * it may, more at the end than after the first tenth, or opens files and sockets that it does not close.
 */
const [count = 200_000] = process.argv
  .slice(3)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const flags = process.argv.slice(3).filter((arg) => arg.startsWith('--'));
const MOST_MB = 250;
const MOST_GROWTH = 0.1;
const MOST_DESCRIPTORS = 10;
/** As many at once as a busy bot has. */
const IN_FLIGHT = 20;
const STEPS = 20;

process.env.DISCORD_OPENAPI = '';
const { startLoopback } = await import('../tests/loopback/discord.ts');
const discord = await startLoopback();
const bot = await startBot(discord, { flags });
console.log(`at rest: ${bot.resident().toFixed(0)} MB, ${bot.descriptors()} descriptors`);
const step = Math.ceil(count / STEPS);
const marks: { readonly megabytes: number; readonly descriptors: number }[] = [];
let unanswered = 0;
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, bot.resident());
}, 250);
for (let done = 0; done < count; done += step) {
  const began = performance.now();
  const outcome = await load(discord, {
    count: Math.min(step, count - done),
    inFlight: IN_FLIGHT,
    from: done,
  });
  unanswered += outcome.lost.length + outcome.twice.length + outcome.problems.length;
  discord.forget();
  const seconds = (performance.now() - began) / 1000;
  const mark = { megabytes: bot.resident(), descriptors: bot.descriptors() };
  marks.push(mark);
  const speed = Math.round(outcome.times.length / seconds);
  console.log(
    `after ${done + step}: ${mark.megabytes.toFixed(0)} MB, ${mark.descriptors} descriptors, ${speed} a second`,
  );
}
clearInterval(watch);
const settled = marks[Math.floor(STEPS / 10) - 1];
const end = marks.at(-1);
const complaints = [
  ...(most > MOST_MB ? [`held ${most.toFixed(0)} MB: at most ${MOST_MB}`] : []),
  ...(settled && end && end.megabytes > settled.megabytes * (1 + MOST_GROWTH)
    ? [`grew from ${settled.megabytes.toFixed(0)} MB after the first tenth to ${end.megabytes.toFixed(0)} MB`]
    : []),
  ...(settled && end && end.descriptors > settled.descriptors + MOST_DESCRIPTORS
    ? [`descriptors grew from ${settled.descriptors} to ${end.descriptors}`]
    : []),
  ...(unanswered > 0 ? [`${unanswered} lost, answered twice or not valid`] : []),
];
console.log(`most ${most.toFixed(0)} MB`);
console.log(complaints.length === 0 ? 'all within bounds' : complaints.join('\n'));
await bot.end();
await discord.close();
if (complaints.length > 0) process.exitCode = 1;

import type { Reading, Wanted } from './reading.ts';

/** The same reading at the dates that the question names, from the oldest. */
export function dated(reading: Reading, dates: readonly string[]): Reading {
  if (dates.length === 0) return reading;
  if (reading.as === 'choose') {
    const choices = reading.choices.map((choice) => ({ ...choice, wanted: at(choice.wanted, dates) }));
    return { ...reading, choices };
  }
  if (reading.as !== 'requests') return reading;
  const [first, ...others] = reading.wanted;
  return { ...reading, wanted: [at(first, dates), ...others.map((wanted) => at(wanted, dates))] };
}

/** Two dates or more ask how something moved between the first and the last, or for all of them. */
function at(wanted: Wanted, dates: readonly string[]): Wanted {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const { command, options } = wanted;
  if (command === 'trend') return wanted;
  if (command === 'changes') {
    const to = dates.length > 1 ? { to: last } : {};
    return { command, options: { ...options, from: first, ...to } };
  }
  if (dates.length === 1) return { command, options: { ...options, date: first } };
  return between(wanted, first, last) ?? { command, options: { ...options, date: last } };
}

/** What each command's options are called where figures of two dates stand side by side. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  spending: ['axis', 'measure'],
  allocation: ['axis'],
  axis: ['axis'],
  ranking: ['measure'],
};
const OVER_TIME: readonly string[] = ['indicator', 'participants'];

function between({ command, options }: Wanted, from: string, to: string): Wanted | null {
  if (MOVING[command] && Object.keys(options).every((name) => MOVING[command]?.includes(name))) {
    const measure = command === 'allocation' ? { measure: 'allocation' } : {};
    return { command: 'changes', options: { ...options, ...measure, from, to } };
  }
  if (!OVER_TIME.includes(command)) return null;
  const { group, ...others } = options;
  return { command: 'trend', options: { ...others, ...(group ? { measure: group } : {}) } };
}

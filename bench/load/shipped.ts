import { readFileSync } from 'node:fs';

/** What `npm start` and `npm run serve` give Node. */
export function shippedFlags(script: 'start' | 'serve'): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return String(scripts[script]).match(/--\S+/g) ?? [];
}

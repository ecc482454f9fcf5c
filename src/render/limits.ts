/** Discord's limits, by name. Lengths are UTF-16 units, which is never less than what Discord counts. */
export const MESSAGE = { content: 2000, embedCharacters: 6000 } as const;
export const EMBED = { title: 256, fields: 25, fieldName: 256, fieldValue: 1024 } as const;
export const BUTTON = { perRow: 5, label: 80 } as const;
export const SELECT = { options: 25, label: 100, description: 100, placeholder: 150 } as const;
export const AUTOCOMPLETE = { choices: 25, name: 100, value: 100 } as const;
export const CUSTOM_ID = 100;

/** Cuts at a word where one ends in the second half; never inside a surrogate pair or a markdown escape. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, Math.max(0, max - 1));
  const wordEnd = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
  const kept = wordEnd > max / 2 ? room.slice(0, wordEnd) : room;
  return `${withoutHalves(kept).trimEnd()}…`;
}

function withoutHalves(text: string): string {
  const whole = text.replace(/[\uD800-\uDBFF]$/, '');
  let slashes = 0;
  while (whole.charAt(whole.length - 1 - slashes) === '\\') slashes += 1;
  return slashes % 2 === 0 ? whole : whole.slice(0, -1);
}

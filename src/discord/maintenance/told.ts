import type { Card, CardField, Tone } from '../../cards/card.ts';
import type { Locale } from '../../model/locale.ts';
import type { OutFile } from '../outgoing.ts';
import { maintenanceWords } from './words.ts';

/** A card, and all that it says as a file where it does not show everything. */
export type Told = { readonly card: Card; readonly files: readonly OutFile[] };

export type Section = { readonly name: string; readonly lines: readonly string[]; readonly most: number };

/** Bytes; Discord takes ten times as many, and nobody reads them. */
const LARGEST_REPORT = 1024 * 1024;

/** `most`: lines of a section that the card shows. */
export function told(
  tone: Tone,
  title: string,
  headline: string,
  sections: readonly Section[],
  notes: readonly string[],
  locale: Locale,
): Told {
  const filled = sections.filter(({ lines }) => lines.length > 0);
  const fields = filled.map((section) => shown(section, locale));
  const whole = filled.every(({ lines, most }) => lines.length <= most);
  const lines = [title, headline, ...filled.flatMap((section) => [`\n${section.name}`, ...section.lines])];
  const files = whole ? [] : [{ name: maintenanceWords[locale].report, data: report(lines, locale) }];
  return { card: { tone, title, headline, fields, notes, footer: '' }, files };
}

function shown({ name, lines, most }: Section, locale: Locale): CardField {
  const others = lines.length - most;
  const rest = others > 0 ? [maintenanceWords[locale].more(others)] : [];
  return { name, lines: [...lines.slice(0, most), ...rest], short: false };
}

/** One name may be as long as the file that it is in. */
function report(lines: readonly string[], locale: Locale): string {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  if (bytes.length <= LARGEST_REPORT) return bytes.toString();
  const whole = new TextDecoder().decode(bytes.subarray(0, LARGEST_REPORT), { stream: true });
  return `${whole}…\n\n${maintenanceWords[locale].cutOff}\n`;
}

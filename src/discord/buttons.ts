import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Locale } from '../locale/locale.ts';
import { phrases } from '../locale/phrases.ts';
import { nextSteps } from '../nextSteps.ts';
import { BUTTON, cut } from '../render/limits.ts';
import type { Reply } from '../reply.ts';
import { type Action, encode, type Stored } from './customId.ts';
import { DATE, PAGE } from './options.ts';

type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** A button, or nothing where its request does not fit. */
type Candidate = { readonly label: string; readonly id: string | null };

/** The one row under an answer: `first` (share or remove), source, export and the next likely steps. */
export function answerRow(
  reply: Reply,
  locale: Locale,
  first: Candidate,
  stored: Stored,
): readonly ButtonRow[] {
  const words = phrases[locale];
  const figures = reply.facts.length > 0;
  const steps = nextSteps(reply, stored.options[DATE]).map(({ label, request }) => ({
    label: words[label],
    id: encode('ask', request),
  }));
  return row([
    first,
    ...(figures ? [{ label: words.sourceButton, id: encode('source', stored) }] : []),
    ...(figures ? [{ label: words.exportButton, id: encode('export', stored) }] : []),
    ...steps,
  ]);
}

/** ◀ and ▶ of a long answer, or of its sources. */
export function pageRow(action: Action, page: number, pages: number, stored: Stored): readonly ButtonRow[] {
  if (pages === 1) return [];
  const at = (number: number) =>
    encode(action, { ...stored, options: { ...stored.options, [PAGE]: String(number) } });
  return row([
    { label: `◀ ${page - 1}/${pages}`, id: page > 1 ? at(page - 1) : null },
    { label: `${page + 1}/${pages} ▶`, id: page < pages ? at(page + 1) : null },
  ]);
}

function row(candidates: readonly Candidate[]): readonly ButtonRow[] {
  const taken = new Map(candidates.flatMap(({ label, id }) => (id === null ? [] : [[id, label] as const])));
  const components = [...taken].slice(0, BUTTON.perRow).map(
    ([custom_id, label]): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cut(label, BUTTON.label),
      custom_id,
    }),
  );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

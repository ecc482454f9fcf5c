import type { Desk } from '../../desk/desk.ts';
import { nextSteps } from '../../desk/nextSteps.ts';
import type { Reply } from '../../desk/reply.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Locale } from '../../model/locale.ts';
import { afreshId, encode, type Head, idsOf, removalId } from '../ids/customId.ts';
import type { Action, Stored } from '../ids/press.ts';
import { DATE } from '../options.ts';
import { buttonRow, type Candidate, type Row } from './rows.ts';
import type { Carried } from './shown.ts';

/** Who else may see an answer: it can be shared, or this person can remove it; null where neither. */
export type Audience = 'share' | { readonly removedBy: string } | null;

/** A button that carries the requests of its message. */
type Carrying = { readonly label: string; readonly head: Head; readonly disabled?: boolean };

/** Under an answer: share or remove, source, export and the next likely steps; in a second row its other pages. */
export function answerRows(
  desk: Desk,
  reply: Reply,
  locale: Locale,
  carried: Carried,
  audience: Audience,
  pages: number,
): readonly Row[] {
  const words = phrases[locale];
  const deeds: readonly Carrying[] = [
    ...(audience === 'share' ? [{ label: words.share, head: { action: 'share' } } as const] : []),
    ...(reply.facts.length > 0
      ? ([
          { label: words.sourceButton, head: { action: 'source' } },
          { label: words.exportButton, head: { action: 'export' } },
        ] as const)
      : []),
  ];
  const { requests, page } = carried;
  const buttons = withIds(desk, [...deeds, ...turns('ask', page, pages)], requests);
  return [
    ...buttonRow([
      ...removal(audience, locale),
      ...buttons.slice(0, deeds.length),
      ...afresh(desk, reply, locale, carried),
      ...steps(desk, reply, locale, requests),
    ]),
    ...buttonRow(buttons.slice(deeds.length)),
  ];
}

function removal(audience: Audience, locale: Locale): readonly Candidate[] {
  if (audience === null || audience === 'share') return [];
  return [{ label: phrases[locale].removeButton, id: removalId(audience.removedBy) }];
}

/** Where an answer continues from the question before: the same question without it. */
export function afresh(
  desk: Desk,
  { card }: Reply,
  locale: Locale,
  { question }: Carried,
): readonly Candidate[] {
  if (!question || card.lead === undefined) return [];
  return [{ label: phrases[locale].afreshButton, id: afreshId(question, desk) }];
}

function steps(desk: Desk, reply: Reply, locale: Locale, [first]: readonly Stored[]): readonly Candidate[] {
  return nextSteps(reply, first?.options[DATE]).map(({ label, request }) => ({
    label: phrases[locale][label],
    id: encode({ action: 'ask' }, [request], desk),
  }));
}

/** ◀ and ▶ of the sources of a long answer. */
export function sourceRows(desk: Desk, { requests, page }: Carried, pages: number): readonly Row[] {
  return buttonRow(withIds(desk, turns('source', page, pages), requests));
}

function turns(action: Action, wanted: number, pages: number): readonly Carrying[] {
  if (pages === 1) return [];
  const page = Math.min(wanted, pages);
  const [before, after] = [page - 1, page + 1];
  return [
    {
      label: before > 0 ? `◀ ${before}/${pages}` : '◀',
      head: { action, page: before },
      disabled: before === 0,
    },
    {
      label: after > pages ? '▶' : `${after}/${pages} ▶`,
      head: { action, page: after },
      disabled: after > pages,
    },
  ];
}

/** What cannot be pressed is left out, unless its id is needed to hold a part of the requests. */
function withIds(desk: Desk, all: readonly Carrying[], requests: readonly Stored[]): readonly Candidate[] {
  const usable = all.filter(({ disabled }) => !disabled);
  const { ids, inFull } = idsOf(
    usable.map(({ head }) => head),
    requests,
    desk,
  );
  if (inFull) return usable.map(({ label }, at) => ({ label, id: ids[at] ?? null }));
  const parts = idsOf(
    all.map(({ head }) => head),
    requests,
    desk,
  );
  return all.map(({ label, disabled = false }, at) => ({ label, disabled, id: parts.ids[at] ?? null }));
}

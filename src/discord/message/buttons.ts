import { nextSteps } from '../../desk/nextSteps.ts';
import { phrases } from '../../locale/phrases.ts';
import type { Locale } from '../../model/locale.ts';
import { afreshId, encode, type Head, idsOf, removalId } from '../ids/customId.ts';
import type { Action } from '../ids/press.ts';
import { DATE } from '../options.ts';
import { buttonRow, type Candidate, type Row } from './rows.ts';
import type { Shown } from './shown.ts';

/** Who else may see an answer: it can be shared, or this person can remove it; null where neither. */
export type Audience = 'share' | { readonly removedBy: string } | null;

/** A button that carries the requests of its message. */
type Carrying = { readonly label: string; readonly head: Head; readonly disabled?: boolean };

/**
 * Under an answer: share or remove, source, export and report; in a second row the question afresh and the next likely
 * steps; in a third the other pages.
 */
export function answerRows(shown: Shown, audience: Audience, pages: number): readonly Row[] {
  const { reply, locale, page } = shown;
  const { share, sourceButton, exportButton, reportButton, removeButton } = phrases[locale];
  const deeds: Carrying[] = audience === 'share' ? [{ label: share, head: { action: 'share' } }] : [];
  if (reply.facts.length > 0) {
    deeds.push({ label: sourceButton, head: { action: 'source' } });
    deeds.push({ label: exportButton, head: { action: 'export' } });
    deeds.push({ label: reportButton, head: { action: 'report' } });
  }
  const remover = audience === 'share' ? undefined : audience?.removedBy;
  const buttons = withIds(shown, [...deeds, ...turns('ask', page, pages, locale)]);
  return [
    ...buttonRow([
      ...(remover === undefined ? [] : [{ label: removeButton, id: removalId(remover) }]),
      ...buttons.slice(0, deeds.length),
    ]),
    ...buttonRow([...afresh(shown), ...steps(shown)]),
    ...buttonRow(buttons.slice(deeds.length)),
  ];
}

/** Under an answer that continues an earlier question: the same question on its own. */
export function afresh({ desk, reply, locale, question }: Shown): readonly Candidate[] {
  if (!question || !reply.continues) return [];
  return [{ label: phrases[locale].afreshButton, id: afreshId(question, desk) }];
}

function steps({ desk, reply, locale, requests: [first] }: Shown): readonly Candidate[] {
  return nextSteps(reply, first?.options[DATE]).map(({ label, request }) => ({
    label: phrases[locale][label],
    id: encode({ action: 'ask' }, [request], desk),
  }));
}

/** ◀ and ▶ of the sources of a long answer. */
export function sourceRows(shown: Shown, pages: number): readonly Row[] {
  return buttonRow(withIds(shown, turns('source', shown.page, pages, shown.locale)));
}

function turns(action: Action, wanted: number, pages: number, locale: Locale): readonly Carrying[] {
  if (pages === 1) return [];
  const page = Math.min(wanted, pages);
  const [before, after] = [page - 1, page + 1];
  const words = phrases[locale];
  const [isFirst, isLast] = [before === 0, after > pages];
  return [
    {
      label: isFirst ? '◀' : `◀ ${words.toPage(before, pages)}`,
      head: { action, page: before },
      disabled: isFirst,
    },
    {
      label: isLast ? '▶' : `${words.toPage(after, pages)} ▶`,
      head: { action, page: after },
      disabled: isLast,
    },
  ];
}

/** Disabled buttons are left out, unless their ids are needed to hold a part of the requests. */
function withIds({ desk, requests }: Shown, all: readonly Carrying[]): readonly Candidate[] {
  const usable = all.filter(({ disabled }) => !disabled);
  const idsFor = (buttons: readonly Carrying[]) =>
    idsOf(
      buttons.map(({ head }) => head),
      requests,
      desk,
    );
  const full = idsFor(usable);
  const [buttons, { ids }] = full.inFull ? [usable, full] : [all, idsFor(all)];
  return buttons.map(({ label, disabled = false }, at) => ({ label, disabled, id: ids[at] ?? null }));
}

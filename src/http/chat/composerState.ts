import type { Locale } from '../../model/locale.ts';
import type { Failure } from './api.ts';
import { byId } from './dom.ts';
import type { Draft } from './draft.ts';
import type { Entry } from './entries.ts';
import { createListbox, type Listbox } from './listbox.ts';
import { words as allWords, type Words } from './words.ts';

/** Sends; null where it was sent, else what went wrong. */
export type Outbox = {
  readonly question: (text: string) => Promise<Failure | null>;
  readonly command: (draft: Draft) => Promise<Failure | null>;
};

export type Composer = {
  readonly form: HTMLElement;
  readonly input: HTMLTextAreaElement;
  readonly chips: HTMLElement;
  readonly alert: HTMLElement;
  readonly count: HTMLElement;
  readonly listbox: Listbox;
  readonly entries: readonly Entry[];
  readonly outbox: Outbox;
  readonly locale: () => Locale;
  /** The command being written; null while it is plain text. */
  draft: Draft | null;
  /** Counts what was asked of the server: a suggestion that comes late is dropped. */
  turn: number;
  busy: boolean;
};

export function createComposer(entries: readonly Entry[], outbox: Outbox, locale: () => Locale): Composer {
  const input = byId('input') as HTMLTextAreaElement;
  const form = byId('composer');
  const listbox = createListbox('suggestions', input);
  form.prepend(listbox.element);
  const [chips, alert, count] = [byId('chips'), byId('alert'), byId('count')];
  return {
    form,
    input,
    chips,
    alert,
    count,
    listbox,
    entries,
    outbox,
    locale,
    draft: null,
    turn: 0,
    busy: false,
  };
}

export function wordsOf(composer: Composer): Words {
  return allWords[composer.locale()];
}

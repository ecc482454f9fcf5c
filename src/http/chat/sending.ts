import type { Failure } from './api.ts';
import { paint, turnTo } from './composer.ts';
import { type Composer, wordsOf } from './composerState.ts';
import { begin, type Draft, firstMissing, reopen, takeTyped } from './draft.ts';
import { nameOf, typedEntry } from './entries.ts';

const LONGEST = 6000;

/** Enter: takes the marked choice, else sends what is written. */
export async function enter(composer: Composer): Promise<void> {
  if (composer.busy) return;
  const marked = composer.listbox.active();
  if (marked) marked.pick();
  else await submit(composer);
}

export async function submit(composer: Composer): Promise<void> {
  if (composer.busy) return;
  if (composer.draft) await submitCommand(composer, takeTyped(composer.draft, composer.input.value));
  else await submitText(composer, composer.input.value.trim());
}

async function submitCommand(composer: Composer, draft: Draft): Promise<void> {
  const missing = firstMissing(draft);
  if (!missing) return post(composer, () => composer.outbox.command(draft));
  turnTo(composer, reopen(draft, missing));
  composer.alert.textContent = wordsOf(composer).missing(nameOf(missing, composer.locale()));
}

async function submitText(composer: Composer, text: string): Promise<void> {
  if (text === '') return;
  const words = wordsOf(composer);
  const typed = typedEntry(composer.entries, `${text} `, composer.locale());
  if (typed) turnTo(composer, begin(typed.entry), typed.rest.trim());
  else if (text.startsWith('/')) composer.alert.textContent = words.unknownCommand(text);
  else if (text.length > LONGEST) composer.alert.textContent = words.tooLong(text.length);
  else await post(composer, () => composer.outbox.question(text));
}

/** Empties the field only once the bot has answered: what was written is never lost. */
async function post(composer: Composer, send: () => Promise<Failure | null>): Promise<void> {
  composer.alert.textContent = '';
  composer.listbox.close();
  composer.turn += 1;
  setBusy(composer, true);
  const failure = await send();
  setBusy(composer, false);
  const words = wordsOf(composer);
  if (failure) composer.alert.textContent = `${words[failure]} ${words.kept}`;
  else turnTo(composer, null);
}

function setBusy(composer: Composer, busy: boolean): void {
  composer.busy = busy;
  composer.form.setAttribute('aria-busy', String(busy));
  paint(composer);
}

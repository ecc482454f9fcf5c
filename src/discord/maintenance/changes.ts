import type { Attachment } from '../../maintenance/attachment.ts';
import type { Person, Signature } from '../../maintenance/store/change.ts';
import { isReadOnly } from '../../maintenance/store/writable.ts';
import {
  applyConfirmed,
  type Confirmation,
  previewRollback,
  previewUpload,
  type Upkeep,
  type UpkeepRefusal,
} from '../../maintenance/upkeep.ts';
import { countOf } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import { plainText } from '../../render/markdown.ts';
import { appliedEdit, type Offer, rollbackEdit, uploadEdit, versionsEdit } from './cards.ts';
import { type Edit, lineEdit, versionChoices } from './edits.ts';
import { maintenanceWords } from './words.ts';

/** What each part of the command does, for somebody who may; `null` is an option that was not given. */

export async function upload(
  upkeep: Upkeep,
  files: readonly Attachment[],
  part: 'check' | 'update',
  person: Person,
  locale: Locale,
): Promise<Edit> {
  if (files.length === 0) return lineEdit(maintenanceWords[locale].missingFile);
  const may = part === 'update' ? await upkeep.store.writable() : null;
  if (may && !may.ok) return refusalEdit(may, locale);
  const preview = await previewUpload(upkeep, files);
  if (!preview.ok) return refusalEdit(preview, locale);
  const { change, base } = preview;
  if (part === 'check' || !change) return uploadEdit(preview, null, locale);
  const staged = await upkeep.store.stage(change);
  if (!staged.ok) return refusalEdit(staged, locale);
  const offer = await offered(upkeep, { action: 'update', target: staged.key, base }, person, locale);
  return 'refusal' in offer ? offer.refusal : uploadEdit(preview, offer, locale);
}

/** Without a version, or with an unknown one: the menu of those that there are. */
export async function rollback(
  upkeep: Upkeep,
  version: string | null,
  person: Person,
  locale: Locale,
): Promise<Edit> {
  const may = await upkeep.store.writable();
  if (!may.ok) return refusalEdit(may, locale);
  const preview = version === null ? null : await previewRollback(upkeep, version);
  if (preview?.ok) {
    const [target, base] = [preview.after.version, preview.base];
    const offer = await offered(upkeep, { action: 'rollback', target, base }, person, locale);
    return 'refusal' in offer ? offer.refusal : rollbackEdit(preview, offer, locale);
  }
  if (preview && preview.reason !== 'unknown-version') return refusalEdit(preview, locale);
  const words = maintenanceWords[locale];
  const choices = versionChoices(await upkeep.store.versions(), locale);
  if (choices.length === 0) return lineEdit(words.noVersions);
  return versionsEdit(choices, preview ? words['unknown-version'] : '', locale);
}

/** What can be confirmed, and by whom; where it takes another person, who asks for it is recorded. */
async function offered(
  { store, confirmBy }: Upkeep,
  confirmation: Confirmation,
  person: Person,
  locale: Locale,
): Promise<Offer | { readonly refusal: Edit }> {
  const { confirmNote, anotherNote } = maintenanceWords[locale];
  if (confirmBy === undefined) return { confirmation, notes: [confirmNote] };
  const proposed = await store.propose(confirmation.target, person);
  if (!proposed.ok) return { refusal: refusalEdit(proposed, locale) };
  return { confirmation, notes: [confirmNote, anotherNote(plainText(person.name))] };
}

export async function confirm(
  upkeep: Upkeep,
  confirmation: Confirmation,
  signature: Signature,
  locale: Locale,
): Promise<Edit> {
  const { dataset: before } = upkeep.live.desk();
  const confirmed = await applyConfirmed(upkeep, confirmation, signature);
  if (!confirmed.ok) return refusalEdit(confirmed, locale);
  return appliedEdit(confirmed, { before, after: upkeep.live.desk().dataset }, locale);
}

function refusalEdit(refusal: UpkeepRefusal, locale: Locale): Edit {
  return lineEdit(refusalLine(refusal, locale));
}

/** Why a change is not made, and what to do. */
export function refusalLine(refusal: UpkeepRefusal, locale: Locale): string {
  const words = maintenanceWords[locale];
  switch (refusal.reason) {
    case 'invalid':
      return words.errors(countOf(refusal.findings, 'error'));
    case 'unwritable':
      return words[isReadOnly(refusal.code) ? 'readOnly' : 'unwritable'](refusal.code);
    case 'host':
    case 'size':
    case 'unreachable':
      return [...(refusal.file ? [refusal.file] : []), words[refusal.reason]].join(': ');
    default:
      return words[refusal.reason];
  }
}

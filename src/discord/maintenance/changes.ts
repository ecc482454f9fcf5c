import type { Attachment } from '../../maintenance/attachment.ts';
import type { Signature } from '../../maintenance/store/change.ts';
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
import { appliedEdit, rollbackEdit, uploadEdit, versionsEdit } from './cards.ts';
import { type Edit, lineEdit, versionChoices } from './edits.ts';
import { maintenanceWords } from './words.ts';

/** What each part of the command does, for somebody who may; `null` is an option that was not given. */

export async function upload(
  upkeep: Upkeep,
  file: Attachment | null,
  part: 'check' | 'update',
  locale: Locale,
): Promise<Edit> {
  if (!file) return lineEdit(maintenanceWords[locale].missingFile);
  const preview = await previewUpload(upkeep, file);
  if (!preview.ok) return refusalEdit(preview, locale);
  const { change, base } = preview;
  if (part === 'check' || !change) return uploadEdit(preview, null, locale);
  const staged = await upkeep.store.stage(change);
  if (!staged.ok) return refusalEdit(staged, locale);
  return uploadEdit(preview, { action: 'update', target: staged.key, base }, locale);
}

/** Without a version, or with an unknown one: the menu of those that there are. */
export async function rollback(upkeep: Upkeep, version: string | null, locale: Locale): Promise<Edit> {
  const preview = version === null ? null : await previewRollback(upkeep, version);
  if (preview?.ok) return rollbackEdit(preview, locale);
  if (preview && preview.reason !== 'unknown-version') return refusalEdit(preview, locale);
  const words = maintenanceWords[locale];
  const choices = versionChoices(await upkeep.store.versions(), locale);
  if (choices.length === 0) return lineEdit(words.noVersions);
  return versionsEdit(choices, preview ? words['unknown-version'] : '', locale);
}

export async function confirm(
  upkeep: Upkeep,
  confirmation: Confirmation,
  signature: Signature,
  locale: Locale,
): Promise<Edit> {
  const confirmed = await applyConfirmed(upkeep, confirmation, signature);
  return confirmed.ok ? appliedEdit(confirmed, locale) : refusalEdit(confirmed, locale);
}

function refusalEdit(refusal: UpkeepRefusal, locale: Locale): Edit {
  const words = maintenanceWords[locale];
  switch (refusal.reason) {
    case 'invalid':
      return lineEdit(words.errors(countOf(refusal.findings, 'error')));
    case 'unwritable':
      return lineEdit(words.unwritable(refusal.code));
    default:
      return lineEdit(words[refusal.reason]);
  }
}

import { parsedFiles } from '../load/parsed.ts';
import type { RawDataset } from '../load/read.ts';
import { sourceTexts } from '../load/sourceTexts.ts';
import { versionOf } from '../load/version.ts';
import type { DocumentRecord } from '../model/schema.ts';

type Compared = {
  readonly sourceDir: string | null;
  /** Of the dataset that answers, for files whose own records cannot be read. */
  readonly documents: readonly DocumentRecord[];
};

/**
 * Tells one state of refused files from another. A file that cannot be read, or does not belong there, is not among the
 * files of which a version is made; nor are the texts, and the same files may be refused for one text and then for
 * another.
 */
export async function refusedVersion(raw: RawDataset, compared: Compared): Promise<string> {
  const { files, findings } = raw;
  const strange = findings.map(({ file, rule, message }) => `${file}\0${rule}\0${message.en}`);
  const documents = parsedFiles(raw).programme?.content.documents ?? compared.documents;
  const { mark } = await sourceTexts(documents, compared.sourceDir);
  return versionOf([...files, { file: '', bytes: Buffer.from([mark, ...strange].join('\n')) }]);
}

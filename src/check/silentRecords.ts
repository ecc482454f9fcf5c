import { newest } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { ProgrammeFile } from '../model/schema.ts';
import { type DataFile, type DataFiles, found } from './files.ts';
import { rowsOf } from './rows.ts';

const RULE = 'completeness';
const KINDS = ['fundingSources', 'axes', 'indicators', 'initiatives'] as const;
/** Ids that are shown of a long list. */
const SEEN = 8;
/** Up to so many are told one by one. */
const FEW = 3;

type Silent = {
  readonly id: string;
  readonly path: readonly [(typeof KINDS)[number], number];
  /** Whether a snapshot before the latest spoke of it. */
  readonly ever: boolean;
  readonly severity: Finding['severity'];
};

/**
 * Records of which no snapshot, or not the latest, says anything. Where that is most of them it is a snapshot that is
 * missing, which is said once.
 */
export function silentRecords({ programme, snapshots, drafted }: DataFiles): readonly Finding[] {
  const mentioned = snapshots.map((file) => ({
    partial: file.content.partial,
    ids: new Set([...rowsOf(file), ...file.content.remarks].map(({ subject }) => subject)),
  }));
  const latest = newest(mentioned);
  const all = KINDS.flatMap((kind) =>
    programme.content[kind].map(({ id }, at) => ({ id, path: [kind, at] as const })),
  );
  const silent = all.flatMap(({ id, path }): readonly Silent[] => {
    if (latest?.ids.has(id)) return [];
    const ever = mentioned.some(({ partial, ids }) => partial === latest?.partial && ids.has(id));
    if (ever && path[0] === 'initiatives') return [];
    return [{ id, path, ever, severity: ever || drafted.has(id) ? 'warning' : 'error' }];
  });
  return silent.length > FEW && silent.length * 2 > all.length
    ? [mostOf(programme, silent, all.length)]
    : silent.map((one) => eachOf(programme, one));
}

function eachOf(programme: DataFile<ProgrammeFile>, { id, path, ever, severity }: Silent): Finding {
  return found(programme, path, {
    rule: RULE,
    severity,
    message: ever
      ? {
          it: `Lo snapshot più recente non dice nulla di "${id}".`,
          en: `The latest snapshot says nothing of "${id}".`,
        }
      : { it: `Nessuno snapshot dice nulla di "${id}".`, en: `No snapshot says anything of "${id}".` },
    advice: {
      it: `Aggiungere una cifra o un’osservazione con "subject": "${id}", o togliere il record.`,
      en: `Add a figure or a remark with "subject": "${id}", or remove the record.`,
    },
  });
}

function mostOf(programme: DataFile<ProgrammeFile>, silent: readonly Silent[], all: number): Finding {
  const never = silent.some(({ severity }) => severity === 'error');
  const ids = `${silent
    .slice(0, SEEN)
    .map(({ id }) => id)
    .join(', ')}${silent.length > SEEN ? ', …' : ''}`;
  const [count, of] = [silent.length, all];
  return found(programme, [], {
    rule: RULE,
    severity: never ? 'error' : 'warning',
    message: never
      ? {
          it: `Gli snapshot non dicono nulla di ${count} record su ${of}: ${ids}.`,
          en: `The snapshots say nothing of ${count} records out of ${of}: ${ids}.`,
        }
      : {
          it: `Lo snapshot più recente non dice nulla di ${count} record su ${of}: ${ids}.`,
          en: `The latest snapshot says nothing of ${count} records out of ${of}: ${ids}.`,
        },
    advice: never
      ? {
          it: 'Controllare che in snapshots/ ci siano tutti i file, chiamati con la loro data, come 2020-12-31.json.',
          en: 'Check that every file is in snapshots/, named by its date, such as 2020-12-31.json.',
        }
      : {
          it: 'Se il file ha solo una parte di quello che si sa, scrivere "partial": true sotto "date"; altrimenti aggiungere le righe che mancano.',
          en: 'Where the file holds only part of what is known write "partial": true under "date"; else add the rows that are missing.',
        },
  });
}

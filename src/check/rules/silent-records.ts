import { newest } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { DataFiles } from '../files.ts';
import type { Wrong } from '../found.ts';
import { rowsOf } from '../rows.ts';
import type { Rule } from '../rule.ts';

const KINDS = ['fundingSources', 'axes', 'indicators', 'initiatives'] as const;
/** Ids that are shown of a long list. */
const SHOWN = 8;
/** Up to this many are listed one by one. */
const FEW = 3;

/**
 * Records that no snapshot mentions, or that the latest does not. Where most records are silent a snapshot is missing,
 * which makes a single finding. A partial snapshot breaks no record's silence unless all are partial; of those the latest
 * need not speak of everything. A record that only a draft speaks of waits for it. An initiative that falls silent has a
 * rule of its own, `initiatives-gone`.
 */
export const silentRecords: Rule = {
  id: 'completeness',
  programme({ content }, files) {
    const all = KINDS.flatMap((kind) =>
      content[kind].map(({ id }, at) => ({ id, path: [kind, at] as const })),
    );
    const silent = silentAmong(all, files);
    return silent.length > FEW && silent.length * 2 > all.length
      ? [mostOf(silent, all.length)]
      : silent.map(eachOf);
  },
};

type Place = { readonly id: string; readonly path: readonly [(typeof KINDS)[number], number] };
/** `ever`: whether a snapshot before the latest spoke of it. */
type Silent = Place & { readonly ever: boolean; readonly severity: Finding['severity'] };

function silentAmong(all: readonly Place[], { snapshots, drafted }: DataFiles): readonly Silent[] {
  const mentioned = snapshots.map((file) => ({
    partial: file.content.partial,
    rows: rowsOf(file),
    ids: new Set([...rowsOf(file), ...file.content.remarks].map(({ subject }) => subject)),
  }));
  const latest = newest(mentioned, ({ rows }) => rows);
  const silent = all.flatMap(({ id, path }): readonly Silent[] => {
    if (latest?.ids.has(id)) return [];
    const ever = mentioned.some(({ partial, ids }) => partial === latest?.partial && ids.has(id));
    if (ever && path[0] === 'initiatives') return [];
    return [{ id, path, ever, severity: ever || drafted.has(id) ? 'warning' : 'error' }];
  });
  return latest?.partial === true && silent.every(({ ever }) => ever) ? [] : silent;
}

function eachOf({ id, path, ever, severity }: Silent): Wrong {
  return {
    path,
    severity,
    it: ever
      ? `Lo snapshot più recente non dice nulla di "${id}".`
      : `Nessuno snapshot dice nulla di "${id}".`,
    en: ever ? `The latest snapshot says nothing of "${id}".` : `No snapshot says anything of "${id}".`,
    adviceIt: `Aggiungere una cifra o un’osservazione con "subject": "${id}", o togliere il record.`,
    adviceEn: `Add a figure or a remark with "subject": "${id}", or remove the record.`,
  };
}

function mostOf(silent: readonly Silent[], all: number): Wrong {
  const ids = `${silent
    .slice(0, SHOWN)
    .map(({ id }) => id)
    .join(', ')}${silent.length > SHOWN ? ', …' : ''}`;
  if (silent.some(({ severity }) => severity === 'error')) {
    return {
      path: [],
      it: `Gli snapshot non dicono nulla di ${silent.length} record su ${all}: ${ids}.`,
      en: `The snapshots say nothing of ${silent.length} records out of ${all}: ${ids}.`,
      adviceIt:
        'Controllare che in snapshots/ ci siano tutti i file, chiamati con la loro data, come 2020-12-31.json.',
      adviceEn: 'Check that every file is in snapshots/, named by its date, such as 2020-12-31.json.',
    };
  }
  return {
    path: [],
    severity: 'warning',
    it: `Lo snapshot più recente non dice nulla di ${silent.length} record su ${all}: ${ids}.`,
    en: `The latest snapshot says nothing of ${silent.length} records out of ${all}: ${ids}.`,
    adviceIt:
      'Se il file ha solo una parte di quello che si sa, scrivere "partial": true sotto "date"; altrimenti aggiungere le righe che mancano.',
    adviceEn:
      'Where the file holds only part of what is known write "partial": true under "date"; else add the rows that are missing.',
  };
}

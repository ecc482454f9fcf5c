import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RawFile } from '../../src/load/read.ts';

const THEMES = ['Lavoro', 'Scuola', 'Salute'];

/**
 * A whole dataset of an invented programme, small enough to be loaded a thousand times. Of two with different numbers
 * no figure and no name of a thing is the same, so that an answer made of both is like neither.
 */
export function smallDataset(number: number): readonly RawFile[] {
  const both = (text: string) => ({ it: `${text} ${number}`, en: `${text} ${number}` });
  const plain = (text: string) => ({ it: text, en: text });
  const axes = [1, 2, 3];
  const programme = {
    id: 'programme',
    cci: null,
    name: both('Programma di prova'),
    short: both('Prova'),
    region: plain('Regione Inventata'),
    aliases: ['programma'],
    documents: ['report', 'report-2'].map((id) => ({
      id,
      title: both('Relazione'),
      publisher: 'Regione Inventata',
      page: 'page',
    })),
    fundingSources: [],
    axes: axes.map((axis) => ({
      id: `axis-${axis}`,
      number: axis,
      name: both(THEMES[axis - 1] ?? ''),
      short: both(THEMES[axis - 1] ?? ''),
      official: both(THEMES[axis - 1] ?? ''),
      objective: null,
      aliases: [],
    })),
    priorities: [],
    indicators: [],
    initiatives: [],
    glossary: [],
    absent: [],
    sharedAliases: [],
  };
  const snapshot = (date: string, year: number) => ({
    date,
    sources: [{ document: year === 0 ? 'report' : 'report-2', figures: figures(axes, number + year) }],
    remarks: [],
    exceptions: [],
    notes: {},
  });
  const files = {
    'programme.json': programme,
    'snapshots/2019-12-31.json': snapshot('2019-12-31', 0),
    'snapshots/2020-12-31.json': snapshot('2020-12-31', 1),
  };
  return Object.entries(files).map(([file, content]) => ({
    file,
    bytes: Buffer.from(JSON.stringify(content, null, 2)),
  }));
}

function figures(axes: readonly number[], number: number) {
  const amount = (subject: string, measure: string, value: number) => ({
    subject,
    measure,
    value,
    unit: 'MEUR',
    page: 1,
    printed: `${value},0`,
  });
  const measures = { allocation: 40, activated: 30, committed: 20, paid: 10, certified: 5 };
  return Object.entries(measures).flatMap(([measure, base]) => {
    const values = axes.map((axis) => base * axis + number);
    const total = values.reduce((sum, value) => sum + value, 0);
    return [
      amount('programme', measure, total),
      ...axes.map((axis, at) => amount(`axis-${axis}`, measure, values[at] ?? 0)),
    ];
  });
}

export async function writeDataset(dir: string, files: readonly RawFile[]): Promise<void> {
  for (const { file, bytes } of files) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), bytes);
  }
}

/** A folder as Kubernetes mounts a ConfigMap: every file is a link through `..data`, which one rename turns. */
export async function mountDataset(dir: string, name: string, files: readonly RawFile[]): Promise<void> {
  await writeDataset(join(dir, `..${name}`), files);
  await rm(join(dir, '..data_tmp'), { force: true });
  await symlink(`..${name}`, join(dir, '..data_tmp'));
  await rename(join(dir, '..data_tmp'), join(dir, '..data'));
  for (const entry of ['programme.json', 'snapshots']) {
    await symlink(join('..data', entry), join(dir, entry)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

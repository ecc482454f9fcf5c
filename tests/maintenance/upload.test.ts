import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/desk/ask.ts';
import { loadCatalogue } from '../../src/desk/catalogue.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { uploadEdit } from '../../src/discord/maintenance/cards.ts';
import { loadDataset } from '../../src/load/load.ts';
import { roleOf } from '../../src/load/role.ts';
import { openReports } from '../../src/maintenance/reports/reports.ts';
import { sheetText } from '../../src/maintenance/sheet/text.ts';
import { openStore } from '../../src/maintenance/store/store.ts';
import { previewUpload, type Upkeep, type UploadPreview } from '../../src/maintenance/upkeep.ts';
import type { Locale } from '../../src/model/locale.ts';
import { type Files, readFiles, withCopy } from '../check/copy.ts';
import { type Message, textOf } from '../discord/read.ts';
import { zipped } from './zipped.ts';

const catalogue = await loadCatalogue();
const PROGRAMME = 'programme.json';
const SNAPSHOT = 'snapshots/2020-12-31.json';
const by = { by: 'anna', at: new Date('2026-11-02T10:00:00Z') };

type Bytes = Uint8Array | string;
type Kept = {
  readonly dir: string;
  readonly files: Files;
  /** What the upload of these files would do. */
  readonly preview: (...files: readonly Bytes[]) => Promise<UploadPreview>;
  readonly upkeep: Upkeep;
  /** Puts what was previewed in place, as a confirmation does. */
  readonly apply: (preview: UploadPreview) => Promise<void>;
};

async function withUpkeep(use: (kept: Kept) => Promise<void>): Promise<void> {
  const kept: Bytes[] = [];
  const server = createServer(({ url }, response) => response.end(kept[Number(url?.slice(1))]));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await withCopy(async (dir) => {
    const loaded = await loadDataset(dir);
    if (!loaded.ok) throw new Error('the dataset has errors');
    const desk = openDesk(loaded.dataset, catalogue);
    const store = openStore(dir);
    const live: Upkeep['live'] = {
      desk: () => desk,
      role: async (bytes) => roleOf(bytes),
      reload: () => Promise.reject(new Error('nothing is confirmed here')),
    };
    const upkeep = { store, live, reports: openReports(dir), apiUrl };
    await use({
      dir,
      files: await readFiles(dir),
      upkeep,
      async preview(...files) {
        const attached = files.map((bytes) => ({ url: `${apiUrl}/${kept.push(bytes) - 1}`, size: 1 }));
        const preview = await previewUpload(upkeep, attached);
        if (!preview.ok) throw new Error(preview.reason);
        return preview;
      },
      async apply({ change, base }) {
        const staged = change && (await store.stage(change));
        if (!staged?.ok) throw new Error('nothing to confirm');
        const again = await store.staged(staged.key);
        const applied = again && (await store.apply(again, by, base));
        if (!applied?.ok) throw new Error('not applied');
      },
    });
  });
  server.close();
}

const INITIATIVE = {
  id: 'orti-urbani',
  axis: 'axis-2',
  priority: null,
  printed: 'ORTI URBANI',
  name: { it: 'Orti urbani', en: 'Urban gardens' },
  aliases: ['orti'],
};
const FIGURE = {
  subject: INITIATIVE.id,
  measure: 'activated',
  value: 3.5,
  unit: 'MEUR',
  page: 6,
  printed: '3,5',
  quote: 'ORTI URBANI attivate risorse per 3,5 MLN€',
} as const;

/** The dataset's files with an initiative, and with its first figure. */
function withInitiative({ programme, snapshot }: Files) {
  const first = snapshot.sources[0];
  if (!first) throw new Error('no source');
  const figures = [...first.figures, FIGURE];
  return {
    programme: JSON.stringify({ ...programme, initiatives: [...programme.initiatives, INITIATIVE] }),
    snapshot: JSON.stringify({ ...snapshot, sources: [{ ...first, figures }, ...snapshot.sources.slice(1)] }),
  };
}

/** The table of figures of the snapshot with a row for the initiative. */
function table({ programme, snapshot }: Files): string {
  const row =
    'orti-urbani;;activated;;3,5;MEUR;slides-2020;6;3,5;ORTI URBANI attivate risorse per 3,5 MLN€;;;2020-12-31';
  return `${sheetText(programme, snapshot)}${row}\r\n`;
}

async function answerIn(dir: string, locale: Locale): Promise<string> {
  const loaded = await loadDataset(dir);
  if (!loaded.ok) throw new Error('the dataset has errors');
  const options = { initiative: 'orti' };
  return ask(openDesk(loaded.dataset, catalogue), { command: 'initiative', options, locale }).card.headline;
}

const card = (preview: UploadPreview, locale: Locale = 'it') =>
  textOf({ ...uploadEdit(preview, null, locale).message, attachments: [] } as Message);

describe('a new initiative and its figures come in together', () => {
  test.each(['two files', 'a ZIP', 'programme.json and a table'] as const)('as %s', (how) =>
    withUpkeep(async ({ dir, files, preview, apply }) => {
      const { programme, snapshot } = withInitiative(files);
      const forms = {
        'two files': [snapshot, programme],
        'a ZIP': [
          zipped([
            { name: 'lavoro/definitivo.json', bytes: snapshot },
            { name: 'lavoro/nomi (2).json', bytes: programme },
            { name: '__MACOSX/lavoro/._nomi (2).json', bytes: 'x' },
          ]),
        ],
        'programme.json and a table': [programme, table(files)],
      };
      const shown = await preview(...forms[how]);
      expect(shown.files).toEqual([PROGRAMME, SNAPSHOT]);
      expect(card(shown)).toContain('Orti urbani');
      const before = await readFile(join(dir, PROGRAMME), 'utf8');
      expect(before).not.toContain('orti-urbani');
      await apply(shown);
      expect(await answerIn(dir, 'it')).toMatch(/3,5\sMln\s€/);
      expect(await answerIn(dir, 'en')).toMatch(/€3\.5\sM/);
    }),
  );

  test('neither file is good without the other', () =>
    withUpkeep(async ({ files, preview }) => {
      const { programme, snapshot } = withInitiative(files);
      for (const file of [programme, snapshot]) {
        const shown = await preview(file);
        expect(shown.change === null).toBe(true);
        expect(JSON.stringify(shown.findings)).toContain('orti-urbani');
      }
    }));
});

describe('a table of figures', () => {
  test('that says what is there changes nothing', () =>
    withUpkeep(async ({ files, preview }) => {
      const shown = await preview(sheetText(files.programme, files.snapshot));
      expect([shown.change, shown.findings.length]).toEqual([null, 0]);
      expect(shown.after).not.toBeNull();
    }));

  test('shows its changes in the language of whoever asks', () =>
    withUpkeep(async ({ files, preview }) => {
      const text = sheetText(files.programme, files.snapshot).replace(
        /(lombardia-plus-cultura;[^;]*;projects;[^;]*;)20(;count;[^;]*;[^;]*;)20;([^;]*)20 progetti/,
        '$123$223;$323 progetti',
      );
      const shown = await preview(text);
      expect(shown.files).toEqual([SNAPSHOT]);
      expect(shown.tables.it.join('\n')).toMatch(/Che cosa cambia al 31\.12\.2020:\n~ .*20 → 23/s);
      expect(card(shown, 'en')).toMatch(/What changes at 31 Dec 2020:/);
    }));

  test('is refused by its rows and columns, in the language of whoever asks', () =>
    withUpkeep(async ({ files, preview }) => {
      const shown = await preview(table(files));
      expect(shown.change === null).toBe(true);
      expect(card(shown)).toMatch(/file, riga \d+, colonna A.*orti-urbani/s);
      expect(card(shown, 'en')).toMatch(/file, row \d+, column A.*orti-urbani/s);
      expect(card(shown)).toContain('Un errore: da correggere');
    }));
});

describe('an upload is refused whole', () => {
  test('where two files are the same file of the dataset', () =>
    withUpkeep(async ({ files, preview }) => {
      const { programme, snapshot } = withInitiative(files);
      const twice = await preview(programme, zipped([{ name: 'a.json', bytes: programme }]), snapshot);
      expect(twice.change === null).toBe(true);
      expect(twice.findings).toMatchObject([
        {
          rule: 'twice',
          file: PROGRAMME,
          message: { it: expect.stringMatching(/"file", "file2 › a\.json"/) },
        },
      ]);
      const other = table(files).replaceAll('3,5', '4,5');
      const both = await preview(snapshot, other, programme);
      expect(both.change === null).toBe(true);
      expect(both.findings).toMatchObject([{ rule: 'twice', file: SNAPSHOT }]);
    }));

  test('where one of the files is none of the dataset, which is named', () =>
    withUpkeep(async ({ files, preview }) => {
      const { programme, snapshot } = withInitiative(files);
      const shown = await preview(programme, snapshot, '{"a": 1}');
      expect(shown.change === null).toBe(true);
      expect(shown.findings).toMatchObject([{ rule: 'role', file: 'file3' }]);
      const inZip = await preview(
        zipped([
          { name: 'x.json', bytes: programme },
          { name: 'note.txt', bytes: 'ciao' },
        ]),
      );
      expect(inZip.findings).toMatchObject([{ rule: 'json', file: 'file › note.txt' }]);
      expect(inZip.change === null).toBe(true);
    }));

  test('where a ZIP is not to be trusted, or is a workbook', () =>
    withUpkeep(async ({ files, preview }) => {
      const { programme, snapshot } = withInitiative(files);
      const link = await preview(snapshot, zipped([{ name: 'p', bytes: programme, mode: 0o120777 }]));
      expect([link.change, card(link)]).toEqual([null, expect.stringContaining('"p" è un collegamento')]);
      const book = await preview(zipped([{ name: '[Content_Types].xml', bytes: '<a/>' }]));
      expect(card(book, 'en')).toContain('Save the table as “CSV UTF-8”');
    }));

  test('where it holds more tables than are read at a time', () =>
    withUpkeep(async ({ files, preview }) => {
      const bytes = sheetText(files.programme, files.snapshot);
      const six = await preview(zipped(Array.from({ length: 6 }, (_, at) => ({ name: `${at}.csv`, bytes }))));
      expect(six.change === null).toBe(true);
      expect(six.tables).toEqual({ it: [], en: [] });
      expect(six.findings).toMatchObject([
        {
          rule: 'tables',
          file: 'file › 5.csv',
          message: { en: expect.stringMatching(/^There are 6 tables/) },
        },
      ]);
    }));

  test('where its ZIPs hold too much together, however little each of them holds', () =>
    withUpkeep(async ({ preview }) => {
      const name = `${'a'.repeat(120)}\u202e.txt`;
      const zip = (megabytes: number) => zipped([{ name, bytes: Buffer.alloc(megabytes * 1024 ** 2, 'x') }]);
      const shown = await preview(zip(20), zip(13));
      expect(shown.findings.filter(({ rule }) => rule === 'zip')).toMatchObject([
        { file: 'file2', message: { en: expect.stringContaining('larger than 32 MB') } },
      ]);
      const labels = shown.findings.filter(({ rule }) => rule !== 'zip').map(({ file }) => file);
      expect(labels).toEqual([`file › ${'a'.repeat(80)}…`]);
      const odd = await preview(zipped([{ name: 'b\u202etxt.a', bytes: 'x' }]));
      expect(odd.findings.map(({ file }) => file)).toEqual(['file › b<U+202E>txt.a']);
    }));

  test('where one of the files cannot be had, which is named', () =>
    withUpkeep(async ({ upkeep }) => {
      const [good, large] = [
        { url: `${upkeep.apiUrl}/0`, size: 1 },
        { url: `${upkeep.apiUrl}/1`, size: 9 * 1024 ** 2 },
      ];
      expect(await previewUpload(upkeep, [good, large])).toEqual({
        ok: false,
        reason: 'size',
        file: 'file2',
      });
      expect(await previewUpload(upkeep, [large])).toEqual({ ok: false, reason: 'size' });
    }));
});

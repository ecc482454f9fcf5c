import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { maintenanceWords } from '../../src/discord/maintenance/words.ts';
import { copyData } from '../check/copy.ts';
import { compile, until } from '../live/compiled.ts';
import {
  part,
  pick,
  press,
  type Sender,
  sentBy,
  slash,
  snowflake,
  typingIn,
  upload,
} from '../loopback/interactions.ts';
import { PROGRAMME, renamed, rewritten, SNAPSHOT, spoilt } from '../maintenance/store/folder.ts';
import { zipped } from '../maintenance/zipped.ts';
import {
  type Edited,
  MAINTAINER,
  MANAGES,
  type MaintainedBot,
  SURFACES,
  startMaintained,
  uploaded,
} from './maintained.ts';
import { buttonsOf, choicesOf, messageOf, selectsOf, textOf, updateOf } from './read.ts';

const words = maintenanceWords.it;
const maintainer: Sender = { id: MAINTAINER, permissions: MANAGES };
const asMaintainer = <I extends ReturnType<typeof slash>>(interaction: I) => sentBy(interaction, maintainer);
const INITIATIVE = { initiative: 'lombardia-plus-cultura', measure: 'projects' };

/** Every step is a process's, on a machine that may have other work. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: PATIENCE });
beforeAll(compile, 2 * PATIENCE);

async function copied(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'maintained-'));
  await copyData(dir);
  return dir;
}

/** The snapshot with another number of projects in one place: good, and to be seen in an answer. */
async function better(dir: string, projects = 23): Promise<Uint8Array> {
  const { bytes } = await rewritten(dir, SNAPSHOT, (text) =>
    text.replace(
      /("subject": "lombardia-plus-cultura", "measure": "projects", "value": )\d+(.*?"printed": ")\d+(.*? per )\d+( progetti)/,
      `$1${projects}$2${projects}$3${projects}$4`,
    ),
  );
  return bytes;
}

const confirmOf = (edited: Edited) => buttonsOf(edited)[0] ?? '';

async function projects(bot: MaintainedBot): Promise<string> {
  return textOf(messageOf(await bot.send(slash('initiative', INITIATIVE, 'it'))));
}

describe.each(SURFACES)('over %s', (surface) => {
  let bot: MaintainedBot;
  let leave: () => Promise<void>;
  /** What the history already holds: the tests share one bot, as maintainers do. */
  let past: number;

  beforeAll(async () => {
    const dir = await copied();
    bot = await startMaintained(surface, dir);
    leave = async () => {
      await bot.end();
      await rm(dir, { recursive: true });
    };
  }, PATIENCE);
  afterAll(() => leave());
  beforeEach(async () => {
    past = (await bot.history()).length;
  });

  test('upload, findings and differences, confirm, other answers; rollback, the old answers', async () => {
    const empty = await bot.become(asMaintainer(part('dataset', 'rollback', [], 'it')));
    expect(empty.content).toBe(words.noVersions);
    const first = await bot.version();
    expect(await projects(bot)).toMatch(/\b20\b/);
    const offer = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir))));
    expect(offer.embeds?.[0]?.title).toContain(SNAPSHOT);
    expect(textOf(offer)).toMatch(/20 → 23/);
    expect(await bot.version()).toBe(first);
    expect(await projects(bot)).toMatch(/\b20\b/);

    const done = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
    expect(textOf(done)).toContain(words.updated);
    expect(buttonsOf(done)).toEqual([]);
    const second = await bot.version();
    expect(second).not.toBe(first);
    expect(textOf(done)).toContain(`${first} → ${second}`);
    expect(await projects(bot)).toMatch(/\b23\b/);
    const status = messageOf(await bot.send(part('dataset', 'status', [], 'it')));
    expect(textOf(status)).toContain(second);

    const typing = asMaintainer(typingIn('dataset', 'rollback', 'version', '', 'it'));
    const [offered] = choicesOf(await bot.send(typing));
    expect(offered?.value).toBe(first);
    const version = [{ name: 'version', type: 3, value: first }];
    const back = await bot.become(asMaintainer(part('dataset', 'rollback', version, 'it')));
    expect(textOf(back)).toMatch(/23 → 20/);
    const undone = await bot.become(asMaintainer(press(confirmOf(back), 'it', { flags: 64 })));
    expect(textOf(undone)).toContain(words.rolledBack);
    expect(await bot.version()).toBe(first);
    expect(await projects(bot)).toMatch(/\b20\b/);

    const by = expect.stringContaining(`(${MAINTAINER})`);
    expect((await bot.history()).slice(past)).toMatchObject([
      { action: 'apply', from: first, to: second, by, at: expect.any(String), files: [SNAPSHOT] },
      { action: 'rollback', from: second, to: first, by },
    ]);
    expect(bot.logged()).not.toMatch(/"level":50/);
  });

  test('several files in one command, or in a ZIP, are one change with one confirmation', async () => {
    const first = await bot.version();
    const [snapshot, programme] = [await better(bot.dir, 29), (await renamed(bot.dir, 'insieme')).bytes];
    const packed = zipped([
      { name: 'a.json', bytes: snapshot },
      { name: 'b.json', bytes: programme },
    ]);
    for (const files of [[snapshot, programme], [packed]]) {
      const offer = await bot.become(asMaintainer(uploaded(bot, 'update', files)));
      expect(offer.embeds?.[0]?.title).toContain(`${PROGRAMME}, ${SNAPSHOT}`);
      expect(textOf(offer)).toMatch(/20 → 29/);
      const done = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
      expect(textOf(done)).toContain(words.updated);
      expect(await projects(bot)).toMatch(/\b29\b/);
      const version = [{ name: 'version', type: 3, value: first }];
      const back = await bot.become(asMaintainer(part('dataset', 'rollback', version, 'it')));
      await bot.become(asMaintainer(press(confirmOf(back), 'it', { flags: 64 })));
      expect(await bot.version()).toBe(first);
    }
    expect((await bot.history()).slice(past).map(({ action, files }) => [action, files])).toEqual(
      ['apply', 'rollback', 'apply', 'rollback'].map((action) => [action, [PROGRAMME, SNAPSHOT]]),
    );
    const twice = await bot.become(asMaintainer(uploaded(bot, 'check', [snapshot, programme, snapshot])));
    expect(textOf(twice)).toMatch(/"file", "file3"/);
  });

  test('an answer that somebody reports is before maintainers, and before nobody else', async () => {
    const reports = () => part('dataset', 'reports', [], 'it');
    const answer = messageOf(await bot.send(slash('initiative', INITIATIVE, 'it')));
    const id = buttonsOf(answer).find((each) => each.startsWith('2d')) ?? '';
    for (const language of ['it', 'en-US']) {
      expect(messageOf(await bot.send(press(id, language, answer))).content).toMatch(
        /^(Segnalato|Reported): /,
      );
    }
    const list = await bot.become(asMaintainer(reports()));
    expect(textOf(list)).toMatch(/Una risposta segnalata.*initiative:lombardia-plus-cultura.*2 volte/s);
    expect(messageOf(await bot.send(reports())).content).toBe(words.notAllowed);
    expect(await bot.history()).toHaveLength(past);
  });

  test('without a version, rollback lets one choose from a list', async () => {
    const first = await bot.version();
    const offer = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir))));
    await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
    const unknown = [{ name: 'version', type: 3, value: '../../../etc' }];
    for (const options of [[], unknown]) {
      const list = await bot.become(asMaintainer(part('dataset', 'rollback', options, 'it')));
      expect(selectsOf(list)[0]).toBe(first);
    }
    const chosen = await bot.become(asMaintainer(pick('1v', first, 'it', { flags: 64 })));
    expect(textOf(chosen)).toMatch(/23 → 20/);
    const { content, components } = updateOf(await bot.send(asMaintainer(press('1n', 'it', { flags: 64 }))));
    expect([content, components]).toEqual([words.cancelled, []]);
    expect(await bot.version()).not.toBe(first);
    const back = await bot.become(asMaintainer(press(confirmOf(chosen), 'it', { flags: 64 })));
    expect(textOf(back)).toContain(words.rolledBack);
  });

  test('a file with errors gets its findings, whole in the attached file, and nothing to confirm', async () => {
    const first = await bot.version();
    const wrong = (await spoilt(bot.dir)).bytes;
    for (const name of ['check', 'update']) {
      const edited = await bot.become(asMaintainer(uploaded(bot, name, wrong)));
      expect(textOf(edited)).toMatch(/error[ei].*non è cambiato nulla/i);
      expect(`${textOf(edited)}${edited.report}`).toMatch(/2020-12-31\.json:\d+/);
      expect(buttonsOf(edited)).toEqual([]);
    }
    expect([await bot.version(), (await bot.history()).length]).toEqual([first, past]);
  });

  test('check shows the same as update, and offers nothing', async () => {
    const first = await bot.version();
    const checked = await bot.become(asMaintainer(uploaded(bot, 'check', await better(bot.dir))));
    expect(textOf(checked)).toMatch(/20 → 23/);
    expect(textOf(checked)).toContain(words.checkedOnly);
    expect([buttonsOf(checked), selectsOf(checked)]).toEqual([[], []]);
    const same = await bot.become(
      asMaintainer(uploaded(bot, 'update', await readFile(join(bot.dir, PROGRAMME)))),
    );
    expect(textOf(same)).toContain(words.same);
    expect(buttonsOf(same)).toEqual([]);
    expect([await bot.version(), (await bot.history()).length]).toEqual([first, past]);
  });

  test.each([
    ['no JSON', '{"date": "2020-12-31", '],
    ['another encoding', Buffer.from('{"date": "2020-12-31"}', 'utf16le')],
    ['neither of the two', '{"figures": []}'],
    ['both of the two', '{"axes": [], "date": "2020-12-31"}'],
    ['a date that leads elsewhere', '{"date": "../../../tmp/2020-12-31"}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['a number', '7'],
    ['deeply nested', '['.repeat(100_000)],
  ])('%s is refused with what is wrong', async (_, bytes) => {
    const edited = await bot.become(asMaintainer(uploaded(bot, 'update', bytes)));
    expect(textOf(edited)).toMatch(/Un errore/);
    expect(buttonsOf(edited)).toEqual([]);
    expect(await bot.history()).toHaveLength(past);
  });

  test('a new date is shown as what changed since the date before, before and after the confirmation', async () => {
    const first = await bot.version();
    const { bytes } = await rewritten(bot.dir, SNAPSHOT, (text) =>
      text
        .replaceAll('"date": "2020-12-31"', '"date": "2023-12-31"')
        .replace(
          /("subject": "ifts-2019-2020", "measure": "projects", "value": )2(.*?"printed": ")2(.*?: )2( progetti)/,
          '$13$23$33$4',
        ),
    );
    const offer = await bot.become(asMaintainer(uploaded(bot, 'update', bytes)));
    const done = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
    for (const edited of [offer, done]) {
      expect(textOf(edited)).toMatch(
        /Nuova data 31\.12\.2023: \d+ cifre; rispetto al 31\.12\.2020: una cambiata, \d+ uguali\./,
      );
      expect(textOf(edited)).toMatch(/IFTS.*: progetti 2 → 3 \(\+1\)/);
      expect(textOf(edited)).not.toMatch(/\(nuova\)/);
    }
    const back = await bot.become(
      asMaintainer(part('dataset', 'rollback', [{ name: 'version', type: 3, value: first }], 'it')),
    );
    await bot.become(asMaintainer(press(confirmOf(back), 'it', { flags: 64 })));
    expect(await bot.version()).toBe(first);
  });

  test('a draft is said to be one, and nothing would be answered from it', async () => {
    const { bytes } = await rewritten(bot.dir, 'snapshots/2019-12-31.json', (text) =>
      text.replace(/("measure": "committed".*?)("printed": )("[\d.]+")/, '$1$2$3, "confirm": $3'),
    );
    const checked = await bot.become(asMaintainer(uploaded(bot, 'check', bytes)));
    expect(textOf(checked)).toContain(words.draft(1));
  });

  test('an offer that is no longer of the data in use is refused kindly, with what to do', async () => {
    const offer = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir, 23))));
    const other = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir, 24))));
    await bot.become(asMaintainer(press(confirmOf(other), 'it', { flags: 64 })));
    const late = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
    expect(late.content).toBe(words.outdated);
    expect(await projects(bot)).toMatch(/\b24\b/);
    const again = await bot.become(asMaintainer(press(confirmOf(other), 'it', { flags: 64 })));
    expect(again.content).toBe(words.unchanged);
    expect(await bot.history()).toHaveLength(past + 1);
  });

  test('an offer survives a restart, and is forgotten kindly', async () => {
    const dir = await copied();
    const before = await startMaintained(surface, dir);
    const offer = await before.become(asMaintainer(uploaded(before, 'update', await better(dir))));
    await before.end('SIGKILL');
    const after = await startMaintained(surface, dir, { DEFAULT_LOCALE: 'en' });
    const done = await after.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
    expect(textOf(done)).toContain(words.updated);
    expect(await projects(after)).toMatch(/\b23\b/);
    const next = await after.become(asMaintainer(uploaded(after, 'update', await better(dir, 25))));
    await rm(join(dir, '.history', 'staged'), { recursive: true });
    const gone = await after.become(asMaintainer(press(confirmOf(next), 'it', { flags: 64 })));
    expect(gone.content).toBe(words.forgotten);
    await after.end();
    await rm(dir, { recursive: true });
  });

  test('an edit that comes before Discord has taken in the answer is tried again', async () => {
    bot.discord.behaviour.earlyEdits = 2;
    const asked = asMaintainer(part('dataset', 'rollback', [], 'it'));
    await bot.become(asked);
    while (bot.discord.edits(asked.token).length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(bot.logged()).not.toMatch(/"level":50/);
  });

  test('a file that was broken by hand is mended by uploading the good one, or by going back', async () => {
    const good = await readFile(join(bot.dir, SNAPSHOT));
    const first = await bot.version();
    const before = await projects(bot);
    const breaking = () => writeFile(join(bot.dir, SNAPSHOT), good.subarray(0, 500));
    const confirmed = async (offer: Edited) => {
      expect(textOf(offer)).toContain(words.folderDiffers);
      const done = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
      expect(textOf(done)).not.toContain(words.notLoaded);
      expect([await bot.version(), await projects(bot)]).toEqual([first, before]);
      return textOf(done);
    };
    await breaking();
    expect(await confirmed(await bot.become(asMaintainer(uploaded(bot, 'update', good))))).toContain(
      words.updated,
    );
    await breaking();
    const version = [{ name: 'version', type: 3, value: first }];
    const back = await bot.become(asMaintainer(part('dataset', 'rollback', version, 'it')));
    expect(await confirmed(back)).toContain(words.rolledBack);
    const same = await bot.become(asMaintainer(uploaded(bot, 'update', good)));
    expect([textOf(same), buttonsOf(same)]).toEqual([expect.stringContaining(words.same), []]);
  });

  test('a report is never longer than Discord takes, and is said to be cut off', async () => {
    const long = 'x'.repeat(3_000_000);
    const text = `{"date":"2020-12-31","${long}":0,"sources":[{"figures":[${'0,'.repeat(20)}0]}]}`;
    const { report } = await bot.become(asMaintainer(uploaded(bot, 'check', text)));
    expect(report?.length).toBeLessThan(1_100_000);
    expect(report).toContain(words.cutOff);
  });

  test('where Discord does not take the files, a line says so', async () => {
    bot.discord.behaviour.tooLarge = true;
    const figures = '0,'.repeat(20);
    const text = `{"date":"2020-12-31","sources":[{"figures":[${figures}0]}]}`;
    const asked = asMaintainer(uploaded(bot, 'check', text));
    await bot.send(asked);
    await until(() => bot.discord.edits(asked.token).length === 2);
    bot.discord.behaviour.tooLarge = false;
    const [, line] = bot.discord.edits(asked.token);
    const [start = ''] = words.failure('').split('.');
    expect(line).toMatchObject({
      problems: [],
      files: [],
      body: { content: expect.stringContaining(start), attachments: [] },
    });
  });

  describe('without the right', () => {
    const ALL_BUT_MANAGE = String(((1n << 50n) - 1n) & ~0x20n);
    const PEOPLE: readonly (readonly [string, Sender])[] = [
      ['somebody', { id: '500000000000000001', permissions: '0' }],
      ['who manages the server but is no maintainer', { id: '500000000000000002', permissions: MANAGES }],
      ['a maintainer who does not manage the server', { id: MAINTAINER, permissions: '0' }],
      ['a maintainer with every other permission', { id: MAINTAINER, permissions: ALL_BUT_MANAGE }],
      ['a maintainer with permissions that are no number', { id: MAINTAINER, permissions: '0x20' }],
      ['a maintainer in direct messages', { id: MAINTAINER, dm: true }],
      ['an id that only begins like a maintainer’s', { id: `${MAINTAINER}0`, permissions: MANAGES }],
    ];
    let offered: { readonly confirm: string; readonly rollback: string; readonly version: string };
    let before: { readonly version: string; readonly history: readonly object[]; readonly requests: number };

    beforeAll(async () => {
      const version = await bot.version();
      const first = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir))));
      await bot.become(asMaintainer(press(confirmOf(first), 'it', { flags: 64 })));
      const options = [{ name: 'version', type: 3, value: version }];
      const back = await bot.become(asMaintainer(part('dataset', 'rollback', options, 'it')));
      const next = await bot.become(asMaintainer(uploaded(bot, 'update', await better(bot.dir, 30))));
      offered = { confirm: confirmOf(next), rollback: confirmOf(back), version };
    }, PATIENCE);
    beforeEach(async () => {
      before = {
        version: await bot.version(),
        history: await bot.history(),
        requests: bot.discord.sent.filter(({ method }) => method !== 'POST').length,
      };
    });

    const PATHS = [
      ['/dataset check', async () => uploaded(bot, 'check', await better(bot.dir, 31))],
      ['/dataset update', async () => uploaded(bot, 'update', await better(bot.dir, 31))],
      ['/dataset update without a file', async () => part('dataset', 'update', [], 'it')],
      ['/dataset rollback', async () => part('dataset', 'rollback', [], 'it')],
      [
        '/dataset rollback to a version',
        async () => part('dataset', 'rollback', [{ name: 'version', type: 3, value: offered.version }], 'it'),
      ],
      ['the button that confirms an update', async () => press(offered.confirm, 'it', { flags: 64 })],
      ['the button that confirms a rollback', async () => press(offered.rollback, 'it', { flags: 64 })],
      ['the button that cancels', async () => press('1n', 'it', { flags: 64 })],
      ['the menu of versions', async () => pick('1v', offered.version, 'it', { flags: 64 })],
    ] as const;

    test.each(PEOPLE)(
      '%s gets one line, on every path, and nothing is read or changed',
      async (_, sender) => {
        for (const [path, interaction] of PATHS) {
          const { flags, content, embeds, components } = messageOf(
            await bot.send(sentBy((await interaction()) as ReturnType<typeof slash>, sender)),
          );
          expect([flags, content, embeds, components], path).toEqual([
            64,
            words.notAllowed,
            undefined,
            undefined,
          ]);
        }
        const typing = typingIn('dataset', 'rollback', 'version', '', 'it');
        expect(choicesOf(await bot.send(sentBy(typing, sender)))).toEqual([]);
        expect([await bot.version(), await bot.history()]).toEqual([before.version, before.history]);
        expect(bot.discord.sent.filter(({ method }) => method !== 'POST')).toHaveLength(before.requests);
        const status = messageOf(await bot.send(sentBy(part('dataset', 'status', [], 'it'), sender)));
        expect(textOf(status)).toContain(before.version);
      },
    );

    test('the offers that they tried are still good for a maintainer', async () => {
      const done = await bot.become(asMaintainer(press(offered.confirm, 'it', { flags: 64 })));
      expect(textOf(done)).toContain(words.updated);
    });
  });

  test('attachments of other hosts are not fetched', async () => {
    const { host, port } = new URL(bot.discord.url);
    for (const url of [
      `http://localhost:${port}/api/v10/attachments/1`,
      `https://${host}/api/v10/attachments/1`,
      'http://cdn.discordapp.com/attachments/1/2/x.json',
      'https://cdn.discordapp.com.example.org/x.json',
      'file:///etc/passwd',
      'x',
    ]) {
      const edited = await bot.become(asMaintainer(upload('dataset', 'update', { url, size: 10 }, 'it')));
      expect(edited.content, url).toBe(words.host);
    }
  });

  test('an id that no button of this bot has is nobody’s offer', async () => {
    for (const id of [
      '1u:',
      '1u:../../x:69308347c024',
      `1u:${snowflake()}:x`,
      '1b:69308347c024',
      '2u:0:0',
      '1v',
    ]) {
      const { flags } = messageOf(await bot.send(asMaintainer(press(id, 'it', { flags: 64 }))));
      expect(flags, id).toBe(64);
    }
    expect(await bot.history()).toHaveLength(past);
  });

  test('nobody may where MAINTAINER_IDS names nobody, and each is told in their language', async () => {
    const dir = await copied();
    const closed = await startMaintained(surface, dir, { MAINTAINER_IDS: '' });
    const { content } = messageOf(await closed.send(asMaintainer(part('dataset', 'rollback', [], 'en-US'))));
    expect(content).toBe(maintenanceWords.en.notAllowed);
    await closed.end();
    await rm(dir, { recursive: true });
  });
});

describe.each(['fail', 'hang', 'unknown'] as const)(
  'a confirmation whose answer Discord does not take (%s)',
  (callback) => {
    test('changes nothing, and can be pressed again; once made, a further press says so', async () => {
      const dir = await copied();
      const bot = await startMaintained('gateway', dir);
      const first = await bot.version();
      const offer = await bot.become(asMaintainer(uploaded(bot, 'update', await better(dir))));
      bot.discord.behaviour.callback = callback;
      const unseen = asMaintainer(press(confirmOf(offer), 'it', { flags: 64 }));
      await bot.send(unseen);
      await until(() => bot.logged().includes('a confirmation was not taken up'));
      await until(() => bot.discord.edits(unseen.token).length > 0);
      expect(bot.discord.edits(unseen.token)[0]?.body).toMatchObject({ content: words.unseen });
      expect([await bot.version(), await bot.history()]).toEqual([first, []]);
      bot.discord.behaviour.callback = 'accept';
      const done = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
      expect(textOf(done)).toContain(words.updated);
      const further = await bot.become(asMaintainer(press(confirmOf(offer), 'it', { flags: 64 })));
      expect(further.content).toBe(words.unchanged);
      expect(await bot.history()).toHaveLength(1);
      await bot.end();
      await rm(dir, { recursive: true });
    });
  },
);

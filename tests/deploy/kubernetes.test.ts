import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { loadDataset } from '../../src/load/load.ts';
import {
  asList,
  asObject,
  at,
  DEPLOY,
  documentIn,
  documentsIn,
  FULL_VERSION,
  filesIn,
  objectsIn,
  type Plain,
  type PlainObject,
} from './documents.ts';

const FOLDER = join(DEPLOY, 'kubernetes');
const files = filesIn(FOLDER);
const lists = files.filter((file) => basename(file) === 'kustomization.yaml');
const objects = files
  .filter((file) => !lists.includes(file))
  .flatMap((file) => documentsIn(file).map((object) => [nameOf(object), object] as const));

function nameOf(object: PlainObject): string {
  return `${object.kind} ${at(object, 'metadata', 'name')}`;
}

const ofKind = (kind: string) => objects.map(([, object]) => object).filter((object) => object.kind === kind);
const workloads = objects.filter(([, object]) => at(object, 'spec', 'template', 'spec') !== undefined);
const podOf = (object: PlainObject) => asObject(at(object, 'spec', 'template', 'spec'));
const containersOf = (object: PlainObject) =>
  ['initContainers', 'containers'].flatMap((list) => asList(podOf(object)[list])).map(asObject);

type Model = { new (object: object): { validate(): void } };
const load = createRequire(import.meta.url);

/** Kubernetes' own schema of a kind, as a check that throws. */
function modelOf({ apiVersion, kind }: PlainObject): Model {
  const module = load(`kubernetes-models/${apiVersion}/${kind}`) as Record<string, Model>;
  const model = module[String(kind)];
  if (!model) throw new Error(`no schema of ${apiVersion} ${kind}`);
  return model;
}

describe.each(objects)('%s', (_, object) => {
  it('fits the schema that Kubernetes publishes', () => {
    const Checked = modelOf(object);
    expect(() => new Checked(object).validate()).not.toThrow();
  });

  it('says no namespace and holds no secret', () => {
    expect(object.kind).not.toBe('Secret');
    expect(at(object, 'metadata', 'namespace')).toBeUndefined();
    for (const { name, value } of objectsIn(object)) {
      if (/TOKEN|KEY/.test(String(name))) expect(value).toBeUndefined();
    }
  });
});

describe.each(lists.map((list) => [list, documentIn(list)] as const))('%s', (list, { resources }) => {
  it('lists what lies beside it, and folders that exist', () => {
    const listed = asList(resources).map((each) => join(dirname(list), String(each)));
    const beside = files.filter((file) => dirname(file) === dirname(list) && file !== list);
    expect(listed.filter((each) => each.endsWith('.yaml')).sort()).toEqual(beside);
    const folders = listed.filter((each) => !each.endsWith('.yaml'));
    for (const folder of folders) expect(lists).toContain(join(folder, 'kustomization.yaml'));
  });
});

describe.each(workloads)('the pods of %s', (_, object) => {
  const pod = podOf(object);

  it('run without rights, on a read-only disk, within limits', () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: expect.any(Number),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of containersOf(object)) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      const { requests, limits } = asObject(container.resources);
      expect(Object.keys(asObject(requests)).sort()).toEqual(['cpu', 'memory']);
      expect(Object.keys(asObject(limits)).sort()).toEqual(['cpu', 'memory']);
    }
  });

  it('carry the labels by which they are found', () => {
    const labels = asObject(at(object, 'spec', 'template', 'metadata', 'labels'));
    const chosen = Object.entries(asObject(at(object, 'spec', 'selector', 'matchLabels')));
    expect(chosen).not.toEqual([]);
    for (const [name, value] of chosen) expect(labels[name]).toBe(value);
  });

  it('mount volumes that exist, and are probed at ports that they have', () => {
    const claims = asList(at(object, 'spec', 'volumeClaimTemplates')).map((claim) =>
      at(claim, 'metadata', 'name'),
    );
    const volumes: readonly unknown[] = [
      ...asList(pod.volumes).map((volume) => at(volume, 'name')),
      ...claims,
    ];
    for (const container of containersOf(object)) {
      const mounted = asList(container.volumeMounts).map((mount) => String(at(mount, 'name')));
      expect(volumes).toEqual(expect.arrayContaining(mounted));
      const ports: readonly unknown[] = asList(container.ports).map((port) => at(port, 'name'));
      const probed = objectsIn(container).flatMap(({ httpGet, tcpSocket }) => {
        const port = at(httpGet, 'port') ?? at(tcpSocket, 'port');
        return port === undefined ? [] : [String(port)];
      });
      expect(ports).toEqual(expect.arrayContaining(probed));
    }
  });

  it('take settings and secrets from objects that are named in one place each', () => {
    const settings = ofKind('ConfigMap').map((map) => at(map, 'metadata', 'name'));
    for (const { configMapRef, serviceAccountName } of objectsIn(pod)) {
      if (configMapRef !== undefined) expect(settings).toContain(at(configMapRef, 'name'));
      const accounts = ofKind('ServiceAccount').map((account) => at(account, 'metadata', 'name'));
      if (serviceAccountName !== undefined) expect(accounts).toContain(serviceAccountName);
    }
  });
});

test('images are named by their full version, the bot’s own where the parts are put together', () => {
  const named = workloads.flatMap(([, object]) => containersOf(object).map(({ image }) => String(image)));
  const put = lists.flatMap((list) => asList(documentIn(list).images)).map(asObject);
  const full = named.map((image) => {
    const other = put.find(({ name }) => name === image);
    return other ? `${other.newName}:${other.newTag}` : image;
  });
  expect(full.length).toBeGreaterThan(3);
  expect(full.filter((image) => !FULL_VERSION.test(image))).toEqual([]);
});

test('Services, disruption budgets and policies choose pods that exist, by ports that these have', () => {
  const pods = workloads.map(([, object]) => ({
    labels: asObject(at(object, 'spec', 'template', 'metadata', 'labels')),
    ports: containersOf(object).flatMap(({ ports }) => asList(ports).map((port) => at(port, 'name'))),
  }));
  const chosenBy = (labels: PlainObject) =>
    pods.filter((pod) => Object.entries(labels).every(([name, value]) => pod.labels[name] === value));
  for (const service of ofKind('Service')) {
    const chosen = chosenBy(asObject(at(service, 'spec', 'selector')));
    expect(
      chosen.map(({ labels }) => labels),
      nameOf(service),
    ).toHaveLength(1);
    for (const port of asList(at(service, 'spec', 'ports'))) {
      expect(chosen[0]?.ports).toContain(at(port, 'targetPort'));
    }
  }
  for (const [name, { spec, kind }] of objects) {
    if (kind !== 'NetworkPolicy' && kind !== 'PodDisruptionBudget') continue;
    const selector = asObject(at(spec, 'podSelector') ?? at(spec, 'selector'));
    expect(chosenBy(asObject(selector.matchLabels)), name).not.toEqual([]);
  }
});

test('whichever way the bot runs, the memory brings the policies by which the bot reaches it', () => {
  const brought = documentsIn(join(FOLDER, 'memory', 'networkpolicy.yaml')).map(({ spec }) => spec);
  const labelsOf = (object: PlainObject) => asObject(at(object, 'spec', 'template', 'metadata', 'labels'));
  const [bots, memories] = ['por-fse-bot', 'por-fse-bot-memory'].map((name) =>
    workloads.map(([, each]) => labelsOf(each)).filter((labels) => labels['app.kubernetes.io/name'] === name),
  );
  expect([bots?.length, memories?.length]).toEqual([2, 1]);
  const chooses = (selector: Plain, labels: PlainObject) =>
    Object.entries(asObject(at(selector, 'matchLabels'))).every(([name, value]) => labels[name] === value);
  const allows = (way: string, end: string, from: PlainObject, to: PlainObject) =>
    brought.some(
      (spec) =>
        chooses(at(spec, 'podSelector'), from) &&
        asList(at(spec, way)).some((rule) =>
          asList(at(rule, end)).some((peer) => chooses(at(peer, 'podSelector'), to)),
        ),
    );
  for (const [bot, memory] of (bots ?? []).flatMap((each) =>
    (memories ?? []).map((one) => [each, one] as const),
  )) {
    expect(allows('egress', 'to', bot, memory)).toBe(true);
    expect(allows('ingress', 'from', memory, bot)).toBe(true);
  }
});

describe('the first copy of the data', () => {
  const commands = workloads
    .flatMap(([, object]) => containersOf(object))
    .filter(({ name }) => name === 'first-data')
    .map(({ command }) => asList(command).map(String));

  it('is one command, however the bot runs', () => {
    expect(commands).toHaveLength(2);
    expect(commands[0]).toEqual(commands[1]);
  });

  it('heals where an earlier one was cut off, and then leaves the volume alone', async () => {
    const volume = await mkdtemp(join(tmpdir(), 'volume-'));
    const [program = '', ...args] = (commands[0] ?? []).map((part) =>
      part.replaceAll('/app/data', resolve('data')).replaceAll(/(?<=\s)\/data\//g, `${volume}/`),
    );
    const run = () => promisify(execFile)(program, args);
    const loaded = async () => (await loadDataset(volume)).ok;
    // As a pod that was ended in the middle leaves it.
    await mkdir(join(volume, 'snapshots'));
    await writeFile(join(volume, 'snapshots/2020-12-31.json'), '{ "cut');
    await run();
    expect(await loaded()).toBe(true);
    await writeFile(join(volume, 'snapshots/2020-12-31.json'), '{ "of a maintainer');
    await run();
    expect(await loaded()).toBe(false);
    await rm(volume, { recursive: true });
  });
});

describe('one interaction is answered once', () => {
  it('by a bot on the gateway that never runs twice', () => {
    const [gateway, ...others] = ofKind('StatefulSet');
    expect(others).toEqual([]);
    expect(at(gateway, 'spec', 'replicas')).toBe(1);
  });

  it('by replicas of which two are always there, and which are told to stop before they end', () => {
    const http = ofKind('Deployment').find((each) => at(each, 'metadata', 'name') === 'por-fse-bot-http');
    expect(at(http, 'spec', 'replicas')).toBe(3);
    expect(at(http, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable')).toBe(0);
    expect(at(ofKind('PodDisruptionBudget')[0], 'spec', 'minAvailable')).toBe(2);
    const [bot] = asList(at(http, 'spec', 'template', 'spec', 'containers'));
    const pause: Plain = at(bot, 'lifecycle', 'preStop', 'exec', 'command');
    expect(pause).toEqual(['sleep', expect.stringMatching(/^\d+$/)]);
    const grace = at(http, 'spec', 'template', 'spec', 'terminationGracePeriodSeconds');
    // The pause, and then the nine seconds that the server takes at most.
    expect(Number(grace)).toBeGreaterThan(Number(asList(pause)[1]) + 9);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asList, asObject, at, DEPLOY, documentIn, objectsIn, type Plain } from './documents.ts';
import { alerts, dashboard, expressions, metricsIn, rules } from './promql.ts';

it.each(expressions)('Prometheus’ grammar takes %s', (expression) => {
  expect(metricsIn(expression)).not.toEqual([]);
});

it('and no other text', () => {
  expect(() => metricsIn('sum by (le) (rate(bot_x[5m])')).toThrow();
  expect(metricsIn('sum(rate(a{b="c"}[5m])) / on (d) e > f_1')).toEqual(['a', 'e', 'f_1']);
});

describe('the alert rules', () => {
  it('have the shape that Prometheus reads', () => {
    const rule = { metadata: { name: 'bot' }, spec: alerts } as ConstructorParameters<
      typeof PrometheusRule
    >[0];
    expect(() => new PrometheusRule(rule).validate()).not.toThrow();
    // What the schema lets pass, Prometheus refuses.
    const known = ['alert', 'expr', 'for', 'labels', 'annotations'];
    const fields = rules.flatMap((each) => Object.keys(asObject(each)));
    expect(fields.filter((field) => !known.includes(field))).toEqual([]);
  });

  it('have names of their own, a severity, and say what to do', () => {
    const names = rules.map((rule) => at(rule, 'alert'));
    expect(new Set(names).size).toBe(names.length);
    for (const rule of rules) {
      expect(['critical', 'warning', 'info']).toContain(at(rule, 'labels', 'severity'));
      for (const text of ['summary', 'description']) {
        expect(at(rule, 'annotations', text), String(at(rule, 'alert'))).toMatch(/\S+ \S+/);
      }
    }
  });
});

describe('the scrape configurations of deploy/README.md', () => {
  const page = readFileSync(join(DEPLOY, 'README.md'), 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => parse(text) as Plain,
  );
  const configs = blocks.flatMap((block) => asList(at(block, 'scrape_configs')));

  it('name the job that the alerts ask for', () => {
    const asked = new Set([...JSON.stringify(alerts).matchAll(/job=\\"([^"\\]+)\\"/g)].map(([, job]) => job));
    expect(configs.map((config) => at(config, 'job_name'))).toEqual([...asked, ...asked]);
    expect(asked.size).toBe(1);
  });

  it('choose pods by annotations and a port that these have', () => {
    const [rule] = configs.flatMap((config) => asList(at(config, 'relabel_configs')));
    const [annotation, port] = asList(at(rule, 'source_labels')).map(String);
    expect(port).toBe('__meta_kubernetes_pod_container_port_name');
    const [value, name] = String(at(rule, 'regex')).split(';');
    for (const file of ['gateway/statefulset.yaml', 'http/deployment.yaml']) {
      const pod = at(documentIn(join(DEPLOY, 'kubernetes', file)), 'spec', 'template');
      const annotations = Object.entries(asObject(at(pod, 'metadata', 'annotations'))).map(([key, said]) => [
        `__meta_kubernetes_pod_annotation_${key.replace(/\W/g, '_')}`,
        said,
      ]);
      expect(annotations).toContainEqual([annotation, value]);
      const ports = objectsIn(at(pod, 'spec')).filter(({ containerPort }) => containerPort !== undefined);
      expect(ports.map((each) => each.name)).toEqual([name]);
    }
  });
});

describe('the dashboard', () => {
  const panels = asList(at(dashboard, 'panels')).map(asObject);

  it('has panels with ids of their own that do not lie on each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos }) => {
      const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((name) => Number(at(gridPos, name)));
      const [left = 0, top = 0, width = 0, height = 0] = [x, y, w, h];
      expect(left + width).toBeLessThanOrEqual(24);
      return Array.from(
        { length: width * height },
        (_, n) => `${left + (n % width)},${top + Math.floor(n / width)}`,
      );
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('takes every figure from the source that is chosen in it', () => {
    const sources = objectsIn(dashboard).flatMap(({ datasource }) => (datasource ? [datasource] : []));
    expect(sources.length).toBeGreaterThan(panels.length);
    for (const source of sources) expect(source).toEqual({ type: 'prometheus', uid: `$${'{source}'}` });
    const variables = asList(at(dashboard, 'templating', 'list')).map((each) => at(each, 'name'));
    const used = [...JSON.stringify(dashboard).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !name?.startsWith('__') && !variables.includes(name))).toEqual([]);
  });
});

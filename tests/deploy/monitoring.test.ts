import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { describe, expect, it } from 'vitest';
import { asList, asObject, at, objectsIn } from './documents.ts';
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

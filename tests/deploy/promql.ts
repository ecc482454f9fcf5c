import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { asList, at, DEPLOY, documentIn, objectsIn, type Plain } from './documents.ts';

/** The metrics that an expression reads. Throws where Prometheus' grammar does not take it. */
export function metricsIn(expression: string): readonly string[] {
  // Grafana puts a duration there.
  const text = expression.replaceAll('$__rate_interval', '5m');
  const names: string[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`${expression}: at ${from}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector')
        names.push(text.slice(from, to));
    },
  });
  return names;
}

export const alerts = documentIn(join(DEPLOY, 'alerts.yaml'));
export const dashboard = JSON.parse(readFileSync(join(DEPLOY, 'dashboard.json'), 'utf8')) as Plain;

export const rules = asList(alerts.groups).flatMap((group) => asList(at(group, 'rules')));

/** Every expression of the rules and of the dashboard, its variables included. */
export const expressions: readonly string[] = [
  ...objectsIn(alerts).map(({ expr }) => expr),
  ...objectsIn(dashboard).map(({ expr }) => expr),
  ...objectsIn(dashboard).map(
    ({ definition }) => /^label_values\((.+), \w+\)$/.exec(String(definition))?.[1],
  ),
].filter((each) => typeof each === 'string');

import { describe, expect, it } from 'vitest';
import { capped, MOST_OF_A_FILE } from '../../src/check/capped.ts';
import { report } from '../../src/load/report.ts';
import { reportJson } from '../../src/load/reportJson.ts';
import { roleOf } from '../../src/load/role.ts';
import { countOf, type Finding, fileFinding } from '../../src/model/finding.ts';
import { loadRewritten, SNAPSHOT } from './copy.ts';

const said = { it: 'no', en: 'no' };
const findings = (file: string, severity: Finding['severity'], count: number) =>
  Array.from({ length: count }, () => fileFinding(file, 'rule', said, said, severity));
const where = { folder: '', sourceDir: '' };
const FIGURES = 5000;

describe('findings of one file', () => {
  it('are all told up to a number, whatever other files have', () => {
    const all = [...findings('a', 'error', MOST_OF_A_FILE), ...findings('b', 'error', MOST_OF_A_FILE)];
    expect(capped(all)).toEqual(all);
  });

  it('beyond it are counted, errors apart from warnings, and never twice', () => {
    const all = [
      ...findings('a', 'warning', 300),
      ...findings('a', 'error', 201),
      ...findings('b', 'error', 1),
    ];
    const told = capped(all);
    expect(told).toHaveLength(2 * MOST_OF_A_FILE + 3);
    expect(told.filter(({ standsFor }) => standsFor !== undefined)).toMatchObject([
      { file: 'a', severity: 'error', standsFor: 1 },
      { file: 'a', severity: 'warning', standsFor: 100 },
    ]);
    expect([countOf(told, 'error'), countOf(told, 'warning')]).toEqual([202, 300]);
    expect(capped(told)).toEqual(told);
  });
});

describe('a snapshot with thousands of errors', () => {
  const spoilt = () =>
    loadRewritten(
      SNAPSHOT,
      () => `{"date":"2020-12-31","sources":[{"figures":[${'0,'.repeat(FIGURES - 1)}0]}]}`,
    );

  it('has a bounded report, in which all of them are counted, in both languages', async () => {
    const loaded = await spoilt();
    const all = countOf(loaded.findings, 'error');
    const listed = loaded.findings.filter(({ file }) => file === SNAPSHOT);
    expect(all).toBeGreaterThanOrEqual(FIGURES);
    expect(listed).toHaveLength(MOST_OF_A_FILE + 1);
    const rest = all - (loaded.findings.length - 1);
    expect(report(loaded, 'it', where)).toContain(`altri errori, non elencati qui: ${rest}.`);
    expect(report(loaded, 'it', where)).toContain(`Errori: ${all}; avvisi: 0.`);
    expect(report(loaded, 'en', where)).toContain(`other errors, not listed here: ${rest}.`);
    expect(reportJson(loaded, 'en', '').summary.errors).toBe(all);
  });

  it('is no more than that where its keys are repeated', async () => {
    const text = `{${'"a":0,'.repeat(FIGURES)}"a":0}`;
    const loaded = await loadRewritten(SNAPSHOT, () => text);
    expect(loaded.findings).toHaveLength(MOST_OF_A_FILE + 1);
    expect(countOf(loaded.findings, 'error')).toBe(FIGURES);
    const { file, findings } = roleOf(Buffer.from(text));
    expect([file, findings.length, countOf(findings, 'error')]).toEqual([null, MOST_OF_A_FILE + 1, FIGURES]);
  });
});

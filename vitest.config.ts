import { defineConfig } from 'vitest/config';

/**
 * Proofs take minutes: a thousand reloads, hundreds of damages, killed and restarted processes, browsers. CI runs them
 * after the quick tests.
 */
const PROOFS = [
  'tests/live/**/*.test.ts',
  'tests/**/*.proof.test.ts',
  'tests/secondProgramme/*.test.ts',
  'tests/check/mistakes.test.ts',
  'tests/load/load.test.ts',
  'tests/check/structureWords.test.ts',
  'tests/check/warnings.test.ts',
  'tests/maintenance/sheet/words.test.ts',
  'tests/maintenance/form/newSnapshot.test.ts',
  'tests/start/diffSides.test.ts',
  'tests/discord/pictures.test.ts',
  'tests/discord/process.test.ts',
  'tests/ask/any-text.test.ts',
  'tests/maintenance/eu/realFiles.test.ts',
  'tests/maintenance/form/alone.test.ts',
  'tests/maintenance/form/format.test.ts',
  'tests/commands/every.test.ts',
  'tests/maintenance/review.test.ts',
  'tests/maintenance/upload.test.ts',
  'tests/maintenance/report/proposals.test.ts',
  'tests/ask/datedTexts.test.ts',
  'tests/ask/datedNames.test.ts',
  'tests/figures/caveats.test.ts',
];
const limits = {
  testTimeout: 180_000,
  /** The first to need the compiled product builds it. */
  hookTimeout: 300_000,
  maxWorkers: 2,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig(({ mode }) => {
  // `vitest --mode screenshot` takes the pictures of docs/ anew.
  const shared = { ...limits, env: mode === 'screenshot' ? { SCREENSHOT: '1' } : {} };
  return {
    test: {
      projects: [
        {
          test: {
            ...shared,
            name: 'quick',
            // No module keeps anything between questions: files of tests may share what they load.
            isolate: false,
            include: ['tests/**/*.test.ts'],
            exclude: PROOFS,
          },
        },
        { test: { ...shared, name: 'proofs', include: PROOFS } },
      ],
    },
  };
});

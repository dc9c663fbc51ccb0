/*
 * Mutation testing of a context's domain: the code is changed in one small way after another, and
 * the context's own domain specs are to notice each. `npm run mutation -- tickets rules` takes
 * `libs/tickets/src/domain/rules`; without a folder, the whole of `domain/`.
 */
import { existsSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import jestConfig from '../../jest.config.mjs';

const [context, ...folders] = process.argv.slice(2);
const domain = `libs/${context}/src/domain`;
if (context === undefined || !existsSync(domain)) {
  console.error(
    'Which context? For one that has a domain/: npm run mutation -- tickets [folder ...]',
  );
  process.exit(2);
}

/** Such a spec tells whole stories, passes over every line in each, and would run for every change. */
const STORIES = 'ticket\\.decider\\.spec\\.ts$';

const { transform, moduleNameMapper } = jestConfig;
const within = folders.length > 0 ? folders.map((folder) => `${domain}/${folder}`) : [domain];

const results = await new Stryker({
  mutate: within.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : [`${path}/**/*.ts`, `!${path}/**/*.spec.ts`, `!${path}/**/fixtures/**`],
  ),
  // What a string says is its type's matter, or of the words that people read.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  testRunner: 'jest',
  // Nothing here needs Node's own modules, and Jest's are faster.
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: true,
    config: {
      testEnvironment: 'node',
      roots: [`<rootDir>/${domain}`],
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/fixtures/', STORIES],
      moduleNameMapper,
      transform,
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 30_000,
  ignorePatterns: ['/*', '!/libs', '!/tsconfig.json', '!/package.json'],
  tempDirName: 'dist/mutation',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, allowEmojis: false, reportTests: false, skipFull: true },
  checkers: [],
  disableTypeChecks: false,
}).runMutationTest();

const survived = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
process.exit(survived.length > 0 ? 1 : 0);

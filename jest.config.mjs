export default {
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  // On two cores Jest would run all files in one process, whose memory grows with each of them.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  // What a hanging test is ended after, not how fast one must be; the environment lengthens it.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    // As in tsconfig.json: what a library shows is its contract.ts, or its index.ts where it is no context.
    '^@app/([a-z-]+)$': ['<rootDir>/libs/$1/src/contract', '<rootDir>/libs/$1/src/index'],
    '^@app/(.*)\\.js$': '<rootDir>/libs/$1',
    // A package may have `metadata.json.js` beside `metadata.json`.
    '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
};

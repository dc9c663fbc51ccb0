/**
 * The boundaries of the house (CONTRIBUTING.md, "Which way imports point"). Every rule is proved
 * against a planted violation in test/architecture.spec.ts.
 */
const CONTEXT = '^libs/(tickets|customers|department|registers)/';
const CONTRACT = '^libs/[^/]+/src/contract\\.ts$';
const NOT_PRODUCTION = '(\\.spec\\.ts$|/testing/|^test/)';
const DATABASE_PACKAGES = 'node_modules/(pg|typeorm|@nestjs/typeorm)/';
const OUTSIDE = ['^node:', '^node_modules/', '/node_modules/'];

export default {
  forbidden: [
    {
      name: 'kernel-knows-nobody',
      comment: 'The kernel is the bottom: no other library, no npm package. Ids need node:crypto.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: NOT_PRODUCTION },
      to: { pathNot: ['^libs/kernel/', '^(node:)?crypto$'] },
    },
    {
      name: 'policy-knows-only-the-kernel',
      comment: 'Articles and the policy table are data: they need the kernel and nothing else.',
      severity: 'error',
      from: { path: '^libs/policy/', pathNot: NOT_PRODUCTION },
      to: { pathNot: '^libs/(kernel|policy)/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Decisions import the kernel, the policy and their own domain; no package, no node:.',
      severity: 'error',
      from: { path: `${CONTEXT}src/domain/`, pathNot: NOT_PRODUCTION },
      to: { pathNot: ['^libs/(kernel|policy)/', '^libs/$1/src/domain/'] },
    },
    {
      name: 'application-does-not-know-http',
      comment: 'Handlers must run without a web server: http depends on application, not back.',
      severity: 'error',
      from: { path: `${CONTEXT}src/application/` },
      to: { path: '^libs/$1/src/http/' },
    },
    {
      name: 'contexts-do-not-meet',
      comment:
        'What a context may know of another stands in its contract; apps/server adapts the rest.',
      severity: 'error',
      from: { path: CONTEXT },
      to: { path: CONTEXT, pathNot: ['^libs/$1/', '^libs/[^/]+/src/contract\\.ts$'] },
    },
    {
      name: 'only-the-contract-is-public',
      comment: 'Other libraries see event and command types of a context, nothing behind them.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [CONTEXT, '^libs/read-models/', NOT_PRODUCTION] },
      to: { path: CONTEXT, pathNot: CONTRACT },
    },
    {
      name: 'read-models-are-listed-by-what-they-declare',
      comment:
        'The one list takes what a folder of read-models/ declares of itself, nothing behind it.',
      severity: 'error',
      from: { path: '^libs/read-models/', pathNot: NOT_PRODUCTION },
      to: { path: CONTEXT, pathNot: [CONTRACT, '/src/read-models/.+\\.read-model\\.ts$'] },
    },
    {
      name: 'nobody-imports-apps',
      comment: 'Apps wire libraries together; a library that needs its app is in the wrong place.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'database-packages-stay-where-rows-are-kept',
      comment:
        'Who speaks SQL: the client, the store, projections, read models, accounts, files and the apps.',
      severity: 'error',
      from: {
        path: '^libs/',
        pathNot: [
          '^libs/(postgres|event-store|projections|read-models|identity|files|local-database)/',
          `${CONTEXT}src/read-models/`,
          NOT_PRODUCTION,
        ],
      },
      to: { path: DATABASE_PACKAGES },
    },
    {
      name: 'stores-are-wired-in-apps',
      comment: 'Libraries know the port of the event store; which adapter it is, an app decides.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/event-store/', NOT_PRODUCTION] },
      to: { path: '^libs/event-store/src/(postgres|eventstoredb)/' },
    },
    {
      name: 'production-does-not-need-tests',
      comment: 'Builders, fixtures and specs are for tests.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: NOT_PRODUCTION },
      to: { path: NOT_PRODUCTION },
    },
    {
      name: 'production-installs-what-it-imports',
      comment: 'A devDependency is missing where the service runs.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: NOT_PRODUCTION },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other to run are one file, or three. Types may meet.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere hides from every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: OUTSIDE },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};

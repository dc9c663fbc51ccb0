/**
 * The boundaries of the house (CONTRIBUTING.md, "Which way imports point"). Every rule is proved
 * against a planted violation in test/architecture.spec.ts.
 */
import { existsSync, readdirSync } from 'node:fs';

/** What contexts stand on. Any other folder is taken for a context, so that a new one is not free of the rules. */
const LIBRARIES = [
  'aggregates',
  'audit',
  'clock',
  'event-store',
  'files',
  'findings',
  'http',
  'identity',
  'internals',
  'kernel',
  'local-database',
  'policy',
  'postgres',
  'privacy',
  'processes',
  'projections',
  'read-models',
  'scenario',
];

const libs = new URL('libs/', import.meta.url);
const hasContract = (name) => existsSync(new URL(`${name}/src/contract.ts`, libs));

/** Folders that are either listed above or have a contract; one with both would be neither. */
const known = readdirSync(libs).filter((name) => LIBRARIES.includes(name) !== hasContract(name));
const KNOWN = `^libs/(${known.join('|')})/`;

const CONTEXT = `^libs/(?!(?:${LIBRARIES.join('|')})/)([^/]+)/`;
/** The one folder of a context that speaks SQL. */
const OWN_READ_MODELS = `${CONTEXT}src/read-models/`;
const FINDINGS_READ_MODELS = '^libs/findings/src/read-models/';
const CONTRACT = '^libs/[^/]+/src/contract\\.ts$';
/** The part of findings that decisions stand on, as they do on the kernel and the policy. */
const FINDINGS_DECIDED = '^libs/findings/src/(index\\.ts$|domain/)';
const TESTING = '^libs/[^/]+/src/testing/';
const NOT_PRODUCTION = '(\\.spec\\.ts$|/testing/|^test/)';
const DATABASE_PACKAGES = 'node_modules/(pg|typeorm|@nestjs/typeorm)/';
const OUTSIDE = ['^node:', '^node_modules/', '/node_modules/'];

export default {
  forbidden: [
    ...[
      ['folders-are-known-by-what-they-import', { path: '^libs/', pathNot: KNOWN }, {}],
      ['folders-are-known-by-who-imports-them', {}, { path: '^libs/', pathNot: KNOWN }],
      ['folders-are-known-alone', { orphan: true, path: '^libs/', pathNot: KNOWN }, {}],
    ].map(([name, from, to]) => ({
      name,
      comment: 'A folder in libs has a src/contract.ts and is a context, or is listed above.',
      severity: 'error',
      from,
      to,
    })),
    {
      name: 'kernel-knows-nobody',
      comment:
        'The kernel is the bottom: no other library, no npm package. Ids and hashes need node:crypto.',
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
      name: 'findings-are-decided-purely',
      comment: 'What decisions know of findings imports the kernel, the policy and its own domain.',
      severity: 'error',
      from: { path: FINDINGS_DECIDED, pathNot: NOT_PRODUCTION },
      to: { pathNot: ['^libs/(kernel|policy)/', '^libs/findings/src/domain/'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Decisions import the kernel, the policy, what is decided of findings and their own domain; no package, no node:.',
      severity: 'error',
      from: { path: `${CONTEXT}src/domain/`, pathNot: NOT_PRODUCTION },
      to: { pathNot: ['^libs/(kernel|policy)/', FINDINGS_DECIDED, '^libs/$1/src/domain/'] },
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
      to: { path: CONTEXT, pathNot: ['^libs/$1/', CONTRACT] },
    },
    {
      name: 'only-the-contract-is-public',
      comment: 'Other libraries see what a contract shows; their tests also what testing/ builds.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [CONTEXT, '^libs/read-models/'] },
      to: { path: CONTEXT, pathNot: [CONTRACT, TESTING] },
    },
    {
      name: 'read-models-are-listed-by-what-they-declare',
      comment:
        'The one list takes what a folder of read-models/ declares of itself, nothing behind it.',
      severity: 'error',
      from: { path: '^libs/read-models/' },
      to: {
        path: CONTEXT,
        pathNot: [CONTRACT, TESTING, '/src/read-models/.+\\.read-model\\.ts$'],
      },
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
        'Who speaks SQL: the client, the store, processes, projections, read models, users, files and the apps.',
      severity: 'error',
      from: {
        path: '^libs/',
        pathNot: [
          '^libs/(postgres|event-store|privacy|processes|projections|read-models|identity|internals|files|local-database)/',
          OWN_READ_MODELS,
          FINDINGS_READ_MODELS,
          NOT_PRODUCTION,
        ],
      },
      to: { path: DATABASE_PACKAGES },
    },
    {
      name: 'projections-stay-in-read-models',
      comment: 'Rows lag behind the log: what decides or shows one stream reads the stream itself.',
      severity: 'error',
      from: {
        path: '^libs/',
        pathNot: [
          '^libs/(processes|projections|read-models)/',
          OWN_READ_MODELS,
          FINDINGS_READ_MODELS,
          NOT_PRODUCTION,
        ],
      },
      to: { path: '^libs/projections/' },
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
      comment:
        'Two files that need each other are one file, or three; also where they need types alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
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

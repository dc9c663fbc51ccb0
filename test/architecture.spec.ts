import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

jest.setTimeout(120_000);

const root = fileURLToPath(new URL('..', import.meta.url));
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One import that must not be, for every rule: the rule, who imports, and what. */
const planted: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['kernel-knows-nobody', 'libs/kernel/src/sees-a-package.ts', 'pg'],
  ['kernel-knows-nobody', 'libs/kernel/src/sees-policy.ts', 'libs/policy/src/index.ts'],
  ['kernel-knows-nobody', 'libs/kernel/src/sees-the-disk.ts', 'node:fs'],
  ['policy-knows-only-the-kernel', 'libs/policy/src/sees-http.ts', 'libs/http/src/index.ts'],
  ['domain-is-pure', 'libs/tickets/src/domain/sees-a-package.ts', 'rxjs'],
  ['domain-is-pure', 'libs/tickets/src/domain/sees-the-disk.ts', 'node:fs'],
  ['domain-is-pure', 'libs/tickets/src/domain/sees-up.ts', 'libs/tickets/src/application/all.ts'],
  ['domain-is-pure', 'libs/tickets/src/domain/sees-store.ts', 'libs/event-store/src/index.ts'],
  [
    'domain-is-pure',
    'libs/tickets/src/domain/sees-the-inbox.ts',
    'libs/findings/src/read-models/inbox/inbox.query.ts',
  ],
  ['findings-are-decided-purely', 'libs/findings/src/domain/sees-a-package.ts', 'rxjs'],
  [
    'findings-are-decided-purely',
    'libs/findings/src/domain/sees-words.ts',
    'libs/findings/src/account/all.ts',
  ],
  ['domain-is-pure', 'libs/complaints/src/domain/sees-a-package.ts', 'rxjs'],
  [
    'folders-are-known-by-what-they-import',
    'libs/unheard-of/src/sees-kernel.ts',
    'libs/kernel/src/index.ts',
  ],
  [
    'folders-are-known-by-who-imports-them',
    'libs/http/src/sees-unknown.ts',
    'libs/unheard-of/src/all.ts',
  ],
  ['folders-are-known-alone', 'libs/alone/src/alone.ts', 'libs/alone/src/alone.ts'],
  ['folders-are-known-alone', 'libs/scenario/src/contract.ts', 'libs/scenario/src/contract.ts'],
  [
    'application-does-not-know-http',
    'libs/tickets/src/application/sees-http.ts',
    'libs/tickets/src/http/all.ts',
  ],
  [
    'contexts-do-not-meet',
    'libs/tickets/src/application/sees-customers.ts',
    'libs/customers/src/domain/all.ts',
  ],
  ['only-the-contract-is-public', 'libs/http/src/sees-inside.ts', 'libs/tickets/src/domain/all.ts'],
  [
    'read-models-are-listed-by-what-they-declare',
    'libs/read-models/src/sees-inside.ts',
    'libs/tickets/src/read-models/one/one.query.ts',
  ],
  [
    'read-models-are-listed-by-what-they-declare',
    'libs/read-models/src/sees-inside.spec.ts',
    'libs/tickets/src/domain/all.ts',
  ],
  ['nobody-imports-apps', 'libs/http/src/sees-an-app.ts', 'apps/server/src/main.ts'],
  ['database-packages-stay-where-rows-are-kept', 'libs/http/src/sees-rows.ts', 'pg'],
  ['database-packages-stay-where-rows-are-kept', 'libs/findings/src/account/sees-rows.ts', 'pg'],
  ['database-packages-stay-where-rows-are-kept', 'libs/tickets/src/application/sees-rows.ts', 'pg'],
  [
    'projections-stay-in-read-models',
    'libs/tickets/src/application/sees-projections.ts',
    'libs/projections/src/index.ts',
  ],
  [
    'projections-stay-in-read-models',
    'libs/findings/src/account/sees-projections.ts',
    'libs/projections/src/index.ts',
  ],
  [
    'stores-are-wired-in-apps',
    'libs/projections/src/sees-adapter.ts',
    'libs/event-store/src/postgres/all.ts',
  ],
  [
    'production-does-not-need-tests',
    'libs/http/src/sees-builders.ts',
    'libs/tickets/src/testing/all.ts',
  ],
  ['production-installs-what-it-imports', 'libs/http/src/sees-dev-tool.ts', 'fast-check'],
  ['no-circles', 'libs/http/src/egg.ts', 'libs/http/src/hen.ts'],
  ['no-circles', 'libs/http/src/column-types.ts', 'libs/http/src/row-types.ts'],
  ['nothing-unresolved', 'libs/http/src/sees-nothing.ts', 'libs/http/src/nowhere.ts'],
];

/** The ways back that make circles of the imports planted for `no-circles`. */
const waysBack = [
  ['libs/http/src/hen.ts', 'libs/http/src/egg.ts'],
  ['libs/http/src/row-types.ts', 'libs/http/src/column-types.ts'],
] as const;

/** A file so called is planted with imports of types alone. */
const TYPES_ALONE = /-types\.ts$/u;

/** Imports that the same rules must let pass. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ['libs/read-models/src/sees-builders.spec.ts', 'libs/tickets/src/testing/all.ts'],
  ['libs/read-models/src/sees-a-new-context.ts', 'libs/complaints/src/contract.ts'],
  ['libs/complaints/src/read-models/sees-rows.ts', 'pg'],
  ['libs/complaints/src/read-models/sees-projections.ts', 'libs/projections/src/index.ts'],
  ['libs/tickets/src/domain/sees-kernel.ts', 'libs/kernel/src/index.ts'],
  ['libs/tickets/src/domain/sees-findings.ts', 'libs/findings/src/index.ts'],
  ['libs/findings/src/read-models/sees-rows.ts', 'pg'],
  ['libs/findings/src/read-models/sees-projections.ts', 'libs/projections/src/index.ts'],
  ['libs/tickets/src/domain/sees-policy.ts', 'libs/policy/src/index.ts'],
  ['libs/tickets/src/http/sees-application.ts', 'libs/tickets/src/application/all.ts'],
  ['libs/read-models/src/sees-contract.ts', 'libs/tickets/src/contract.ts'],
  ['libs/tickets/src/application/sees-contract.ts', 'libs/customers/src/contract.ts'],
  ['libs/read-models/src/sees-rows.ts', 'pg'],
  ['libs/tickets/src/read-models/sees-rows.ts', 'pg'],
  ['libs/read-models/src/sees-one.ts', 'libs/tickets/src/read-models/one/one.read-model.ts'],
  ['apps/server/src/sees-adapter.ts', 'libs/event-store/src/postgres/all.ts'],
];

/** A decision of a context that nobody has declared, and what it imports that no decision may. */
const stock = 'libs/inventory/src/domain/stock.ts';
const stockImports = [
  'rxjs',
  'node:fs',
  '@app/complaints',
  '@app/tickets/src/domain/all.js',
  '@app/event-store/src/executor.js',
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Summary {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

let tree: string;
let seen: Summary;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'architecture-'));
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
    await cp(join(root, name), join(tree, name));
  }
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [from, to] of [...planted.map(([, ...edge]) => edge), ...allowed, ...waysBack]) {
    if (isFile(to) && !to.includes('nowhere')) await write(to, 'export default 1;\n', 'wx');
    const exported = TYPES_ALONE.test(from) ? 'type *' : '*';
    await write(from, from === to ? '' : `export ${exported} from '${specifier(from, to)}';\n`);
  }
  await write('libs/event-store/src/executor.ts', 'export default 1;\n');
  await write(stock, stockImports.map((to) => `export * from '${to}';\n`).join(''));
  seen = await cruise(tree, ['apps', 'libs']);
});

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('the boundaries', () => {
  test.each(planted)('%s catches %s importing %s', (rule, from, to) => {
    const caught = seen.violations.filter((each) => each.rule.name === rule && each.from === from);
    expect(caught.map((each) => target(each.to))).toEqual([target(to)]);
  });

  test.each(allowed)('let %s import %s', (from) => {
    expect(seen.violations.filter((each) => each.from === from)).toEqual([]);
  });

  test('hold for a context that nobody has declared', () => {
    const caughtBy = (rule: string) =>
      seen.violations
        .filter((each) => each.rule.name === rule && each.from === stock)
        .map((each) => target(each.to))
        .sort();
    // Of a context that no line of tsconfig.json names, the contract is what others see.
    const all = ['rxjs', 'fs', 'contract', 'all', 'executor'].sort();
    expect(caughtBy('domain-is-pure')).toEqual(all);
    expect(caughtBy('folders-are-known-by-what-they-import')).toEqual(all);
    expect(caughtBy('contexts-do-not-meet')).toEqual(['all']);
  });

  test('are each proved by a planted violation', () => {
    const proved = new Set(planted.map(([rule]) => rule));
    const names = seen.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(names.filter((name) => !proved.has(name))).toEqual([]);
    expect(names).toHaveLength(proved.size);
  });

  test('hold in the whole tree', async () => {
    const { violations } = await cruise(root, ['apps', 'libs', 'test']);
    expect(violations).toEqual([]);
  });
});

async function cruise(directory: string, folders: readonly string[]): Promise<Summary> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders],
    { cwd: directory, maxBuffer: 64 * 1024 * 1024 },
  ).catch((failed: { stdout: string }) => failed);
  return (JSON.parse(stdout) as { summary: Summary }).summary;
}

/** What an import leads to, the same for a specifier and for the path that it resolved to. */
function target(to: string): string | undefined {
  const [, inPackages] = to.split('node_modules/');
  if (inPackages) return inPackages.split('/')[0];
  return to
    .replace(/^(node:|\.\/)/, '')
    .replace(/\.[jt]s$/, '')
    .split('/')
    .pop();
}

function specifier(from: string, to: string): string {
  if (!isFile(to)) return to;
  const path = relative(dirname(from), to).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

function isFile(to: string): boolean {
  return to.endsWith('.ts');
}

async function write(path: string, content: string, flag: 'w' | 'wx' = 'w'): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), content, { flag }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

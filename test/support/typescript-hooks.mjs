/**
 * Module hooks that let plain Node run the project's TypeScript sources, for the places where Jest
 * does not compile: its global setup and teardown. Same compiler and same options as in the specs.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../../', import.meta.url);
const tsconfig = JSON.parse(await readFile(new URL('tsconfig.json', root), 'utf8'));
const aliases = Object.entries(tsconfig.compilerOptions.paths).map(([alias, [target]]) => ({
  pattern: new RegExp(`^${alias.replace('*', '(.*?)(?:\\.js)?')}$`),
  target: target.replace('*', '$1').replace(/\/\$1$/, '/$1.ts'),
}));

export async function resolve(specifier, context, next) {
  const alias = aliases.find(({ pattern }) => pattern.test(specifier));
  if (alias) {
    const target = specifier.replace(alias.pattern, alias.target);
    return { url: new URL(target, root).href, shortCircuit: true };
  }
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

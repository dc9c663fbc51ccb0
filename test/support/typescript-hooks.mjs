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
/** Where an alias may lead, as `paths` of tsconfig.json has it: the first that is there. */
const [[alias, targets]] = Object.entries(tsconfig.compilerOptions.paths);
const prefix = alias.replace('*', '');

export async function resolve(specifier, context, next) {
  if (specifier.startsWith(prefix)) {
    const name = specifier.slice(prefix.length).replace(/\.js$/, '.ts');
    const places = targets.map((target) => new URL(target.replace('*', name), root));
    const found = places.find((place) => place.pathname.endsWith('.ts') && existsSync(place));
    if (found) return { url: found.href, shortCircuit: true };
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

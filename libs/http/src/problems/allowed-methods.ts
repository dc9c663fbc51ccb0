import type { HttpServer } from '@nestjs/common';

/** What is read of Express's router: its layers, each with its route and the test of a path. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): object | false;
}

/** The methods that a path answers to, for `Allow`; none when no route has that path. */
export function allowedMethods(adapter: HttpServer, path: string): string[] {
  const { router } = adapter.getInstance() as { router?: { stack: readonly Layer[] } };
  const methods = (router?.stack ?? [])
    .filter((layer) => layer.route && matches(layer, path))
    .flatMap(({ route }) => Object.keys(route!.methods))
    .map((method) => method.toUpperCase());
  if (methods.length === 0) return [];
  const beside = methods.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
  return [...new Set([...methods, ...beside])].sort();
}

/** A path that cannot be decoded matches nothing. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path) !== false;
  } catch {
    return false;
  }
}

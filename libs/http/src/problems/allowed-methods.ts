import type { HttpServer } from '@nestjs/common';

/** What is read of Express's router: its layers, each with its route and the test of a path. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): object | false;
}

/** The methods that a path answers to; none when no route has that path. */
export function allowedMethods(adapter: HttpServer, path: string): string[] {
  const { router } = adapter.getInstance() as { router?: { stack: readonly Layer[] } };
  const methods = (router?.stack ?? [])
    .filter((layer) => layer.route && matches(layer, path))
    .flatMap(({ route }) => Object.keys(route!.methods))
    .filter((method) => method !== '_all')
    .map((method) => method.toUpperCase());
  return [...new Set(methods)].sort();
}

/** A path that cannot be decoded matches nothing. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path) !== false;
  } catch {
    return false;
  }
}

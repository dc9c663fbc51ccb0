import type { Change } from '../changes.js';

/** `before` with the changes made to it, in their order; `before` itself stays as it is. */
export function applyChanges(before: unknown, changes: readonly Change[]): unknown {
  const root = { value: structuredClone(before) };
  for (const change of changes) {
    const steps = ['value', ...change.path.split('/').slice(1).map(unescape)];
    const last = steps.pop()!;
    const parent = steps.reduce<Container>((part, step) => part[step] as Container, root);
    if (change.op === 'remove') remove(parent, last);
    else set(parent, last, structuredClone(change.to));
  }
  return root.value;
}

type Container = Record<string, unknown>;

function set(parent: Container, name: string, value: unknown): void {
  Object.defineProperty(parent, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function remove(parent: Container, name: string): void {
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

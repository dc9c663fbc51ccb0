/** The value at a JSON pointer (RFC 6901); null where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  const found = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Record<string, unknown>)[name]
          : undefined,
      value,
    );
  return found ?? null;
}

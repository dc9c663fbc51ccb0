/**
 * One field that an event changed. `path` is a JSON pointer (RFC 6901) into the state, empty for
 * the state as a whole; `from` is what stood there before, `to` what stands there after.
 */
export type Change =
  | { readonly op: 'add'; readonly path: string; readonly to: unknown }
  | { readonly op: 'replace'; readonly path: string; readonly from: unknown; readonly to: unknown }
  | { readonly op: 'remove'; readonly path: string; readonly from: unknown };

/**
 * What differs between two JSON values, field by field; taken in their order, the changes turn the
 * one into the other. Items of a list are matched by their index, because visits and findings only
 * ever grow at the end. A property that is undefined counts as absent, as it does in JSON. Parts
 * that both values share are not walked, so a small change of a large state costs little.
 */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  if (isRecord(before) && isRecord(after)) return recordChanges(before, after, path);
  return [{ op: 'replace', path, from: before, to: after }];
}

/** Items taken away are told from the end, so that each index is still right when its turn comes. */
function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
): Change[] {
  const shared = Math.min(before.length, after.length);
  const changed = before
    .slice(0, shared)
    .flatMap((item, index) => changesBetween(item, after[index], `${path}/${index}`));
  const added = after
    .slice(shared)
    .map((to, index): Change => ({ op: 'add', path: `${path}/${shared + index}`, to }));
  const removed = before
    .slice(shared)
    .map((from, index): Change => ({ op: 'remove', path: `${path}/${shared + index}`, from }));
  return [...changed, ...added, ...removed.reverse()];
}

function recordChanges(before: Properties, after: Properties, path: string): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const here = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const from = own(before, name);
    const to = own(after, name);
    if (from === undefined && to === undefined) return [];
    if (from === undefined) return [{ op: 'add' as const, path: here, to }];
    if (to === undefined) return [{ op: 'remove' as const, path: here, from }];
    return changesBetween(from, to, here);
  });
}

type Properties = Readonly<Record<string, unknown>>;

function own(record: Properties, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

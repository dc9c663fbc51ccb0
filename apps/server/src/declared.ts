import type { AnyAggregate, ContextModule } from '@app/aggregates';
import type { StreamKind } from '@app/audit';
import { ContextsOfLog, Executor, type Contexts, type EventStore } from '@app/event-store';
import { ownPermissions, type Permission } from '@app/identity';
import * as modules from './contexts.js';

export const contexts: readonly ContextModule[] = Object.values(modules);

export const aggregates: readonly AnyAggregate[] = contexts.flatMap(
  (context) => context.aggregates,
);

/** Every category of stream that the installation writes, for replay, verification and accounts. */
export const streamKinds: readonly StreamKind[] = [...aggregates];

const allPermissions = [...aggregates.flatMap((each) => each.permissions), ...ownPermissions];

/** The whole table of who may do what; a command that several aggregates share stands in it once. */
export const permissions: readonly Permission[] = [
  ...new Map(allPermissions.map((each) => [each.action, each])).values(),
];

/** How contexts read one another on that log. */
export function contextsOn(store: EventStore, executor = new Executor(store)): Contexts {
  return new ContextsOfLog(store, executor, aggregates);
}

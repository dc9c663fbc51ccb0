import type { AnyAggregate, ContextModule } from '@app/aggregates';
import type { StreamKind } from '@app/audit';
import { ContextsOfLog, Executor, type Contexts, type EventStore } from '@app/event-store';
import { findingsInboxModel } from '@app/findings/src/read-models/findings-inbox/findings-inbox.read-model.js';
import { ownPermissions, type Permission } from '@app/identity';
import type { Process } from '@app/processes';
import { tablesOf, type ReadModel } from '@app/projections';
import * as modules from './contexts.js';

/** The module of a context, with the questions that its events answer and what follows from them; default: none. */
interface AskedContext extends ContextModule {
  readonly readModels?: readonly ReadModel[];
  readonly processes?: readonly Process[];
  /** Of controllers that belong to no read model. */
  readonly permissions?: readonly Permission[];
}

export const contexts: readonly AskedContext[] = Object.values(modules);

export const aggregates: readonly AnyAggregate[] = contexts.flatMap(
  (context) => context.aggregates,
);

/** Every category of stream that the installation writes, for replay, verification and accounts. */
export const streamKinds: readonly StreamKind[] = [...aggregates];

/** Every question that the read side answers; each rebuilds from the log alone. */
export const readModels: readonly ReadModel[] = [
  ...contexts.flatMap(({ readModels: own = [] }) => own),
  findingsInboxModel,
];

/** Everything that follows by itself. */
export const processes: readonly Process[] = contexts.flatMap(({ processes: own = [] }) => own);

export const projections = readModels.map(({ projection }) => projection);

/** The rows of all read models, for the data source. */
export const readModelEntities = projections.flatMap(tablesOf).map(({ row }) => row);

/** What makes their tables; each says in its name when it came. */
export const readModelMigrations = readModels.flatMap(({ migrations }) => migrations);

const allPermissions = [
  ...aggregates.flatMap((each) => each.permissions),
  ...readModels.map(({ permission }) => permission),
  ...contexts.flatMap(({ permissions: own = [] }) => own),
  ...ownPermissions,
];

/** The whole table of who may do what; what several aggregates or read models share stands in it once. */
export const permissions: readonly Permission[] = [
  ...new Map(allPermissions.map((each) => [each.action, each])).values(),
];

/** How contexts read one another on that log. */
export function contextsOn(store: EventStore, executor = new Executor(store)): Contexts {
  return new ContextsOfLog(store, executor, aggregates);
}

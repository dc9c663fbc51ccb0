import { newId } from '@app/kernel';
import type { EventStoreDbOptions } from '@app/event-store/src/eventstoredb/options.js';
import type { Environment } from '../../server/src/environment.js';
import { eventStoreDbOf } from '../../server/src/store/event-store-db-settings.js';

/**
 * The EventStoreDB that the demo is told to play on; undefined: its log is in PostgreSQL. What is
 * played once begins with nothing, so it goes under a prefix of its own, and stays there: streams of
 * the service are never deleted.
 *
 * @throws EnvironmentError it cannot be reached so
 */
export function demoLogOf(
  environment: Environment,
  once: boolean,
): EventStoreDbOptions | undefined {
  const log = eventStoreDbOf(environment);
  if (!log || !once) return log;
  return { ...log, streamPrefix: `demo_${newId().replaceAll('-', '')}` };
}

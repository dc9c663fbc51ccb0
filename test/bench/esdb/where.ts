import { newId } from '@app/kernel';
import { startProtocolDouble } from '../../support/eventstoredb/protocol-double.js';

/** The EventStoreDB that is measured. */
export interface MeasuredLog {
  readonly connectionString: string;
  /** What it is, for people. */
  readonly words: string;
  close(): Promise<void>;
}

/** @param url of a real server; without it, the double is started */
export async function logAt(url: string | undefined): Promise<MeasuredLog> {
  if (url !== undefined)
    return { connectionString: url, words: '(at ESDB_URL)', close: () => Promise.resolve() };
  const double = await startProtocolDouble();
  const { connectionString } = double;
  return { connectionString, words: '(on the double)', close: () => double.stop() };
}

/** Sets an installation apart whose log has to be empty. */
export function ownPrefix(): string {
  return `bench_${newId().replaceAll('-', '_')}`;
}

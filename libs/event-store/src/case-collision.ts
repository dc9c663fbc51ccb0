import { NotPossible } from '@app/kernel';
import type { EventStore } from './port.js';

/**
 * Refuses to begin a stream whose name differs from an existing one in upper and lower case only,
 * since people who read `T-1` and `t-1` aloud cannot tell them apart. Two that begin at the same
 * moment in two processes may both pass.
 *
 * @throws NotPossible `differs-in-case-only`
 */
export async function refuseCaseCollision(store: EventStore, stream: string): Promise<void> {
  const other = await store.caseCollisionOf(stream);
  if (other === undefined) return;
  const [wanted, there] = [stream, other].map((name) => name.slice(name.indexOf('-') + 1));
  throw new NotPossible('differs-in-case-only', {
    zh: `已有编号 ${there}，与 ${wanted} 仅大小写不同`,
    en: `there is ${there} already, which differs from ${wanted} in upper and lower case only`,
  });
}

import { withTimeout } from './with-timeout.js';
import type { Endpoint } from './gossip.js';
import { Node, type NodeOptions } from './node.js';
import { NotSent } from './not-sent.js';

/** Finds out where the leader listens. @throws NotSent */
export type Find = (signal: AbortSignal) => Promise<Endpoint>;

/**
 * The node to which every call goes: the one that leads. It is looked for when it is first needed
 * and again after it was lost, once for all who wait.
 */
export class Leader {
  private node: Node | undefined;
  private lookedFor: Promise<Node> | undefined;
  /** Not used since it was lost, but perhaps still the leader: then it is taken up again. */
  private last: Node | undefined;
  private readonly ended = new AbortController();

  constructor(
    private readonly find: Find,
    private readonly options: NodeOptions,
  ) {}

  /**
   * @param patienceMs milliseconds after which it is waited for no longer
   * @throws NotSent it was not found in time
   */
  async reach(patienceMs: number): Promise<Node> {
    if (this.node) return this.node;
    this.lookedFor ??= this.look().finally(() => (this.lookedFor = undefined));
    return withTimeout(this.lookedFor, patienceMs, () => {
      return new NotSent('the connection was lost: the leader is still looked for');
    });
  }

  /** A call to it broke off: the next one asks who leads. */
  lost(node: Node): void {
    if (this.node === node) this.node = undefined;
  }

  /** It cannot be used again. */
  async close(): Promise<void> {
    this.ended.abort();
    await this.lookedFor?.catch(() => undefined);
    await this.last?.close();
  }

  private async look(): Promise<Node> {
    const { last } = this;
    const endpoint = await this.find(this.ended.signal);
    if (this.ended.signal.aborted) throw new NotSent('the connection was lost: it is closed');
    if (!last?.isAt(endpoint)) {
      this.last = new Node(endpoint, this.options);
      await last?.abandon();
    }
    return (this.node = this.last!);
  }
}

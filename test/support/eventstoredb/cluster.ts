import type { Member } from './gossip.js';
import { HOST } from './listener.js';
import { startProtocolDouble, type ProtocolDouble } from './protocol-double.js';

/** Protocol doubles as the nodes of a cluster: one log, one leader or none. */
export class Cluster {
  private constructor(readonly nodes: readonly ProtocolDouble[]) {}

  /** The first of them leads. */
  static async start(size: number): Promise<Cluster> {
    const first = await startProtocolDouble();
    const others = Array.from({ length: size - 1 }, () => startProtocolDouble({ log: first.log }));
    const cluster = new Cluster([first, ...(await Promise.all(others))]);
    cluster.lead(first);
    return cluster;
  }

  get hosts(): string {
    return this.nodes.map(({ port }) => `${HOST}:${port}`).join(',');
  }

  get log(): ProtocolDouble['log'] {
    return this.nodes[0]!.log;
  }

  /** From now on this one leads, and the others know. */
  lead(leader: ProtocolDouble): void {
    const told = this.members(({ port }) => (port === leader.port ? 'LEADER' : 'FOLLOWER'));
    for (const node of this.nodes) {
      node.members = told;
      node.faults.leaderless = false;
      node.faults.leader = node === leader ? undefined : { host: HOST, port: leader.port };
    }
  }

  /** Nobody leads any more: all that still run refuse whoever needs the leader. What is under way goes on. */
  loseLeader(): void {
    const told = this.members(() => 'UNKNOWN');
    for (const node of this.nodes) {
      node.members = told;
      node.faults.leaderless = true;
      node.faults.leader = undefined;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  private members(state: (node: ProtocolDouble) => Member['state']): Member[] {
    return this.nodes.map((node) => ({ host: HOST, port: node.port, state: state(node) }));
  }
}

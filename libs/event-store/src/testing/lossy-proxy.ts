import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server on which answers can be lost: the request arrives and is carried out, its answer does not come back. */
export class LossyProxy {
  /** Answers still to be lost; each takes its connection with it. */
  toLose = 0;
  /** Whether an answer of this kind is to be lost; default: any. */
  losing: (question: Buffer) => boolean = () => true;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(url: string): Promise<LossyProxy> {
    const target = new URL(url);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    const proxy = new LossyProxy(server, through.href);
    server.on('connection', (client) =>
      proxy.join(client, connect(Number(target.port), target.hostname)),
    );
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    let question = Buffer.alloc(0);
    client.on('data', (data) => {
      question = Buffer.from(data);
      server.write(data);
    });
    server.on('data', (data) => {
      if (this.toLose === 0 || !this.losing(question)) return void client.write(data);
      this.toLose--;
      client.destroy();
      server.destroy();
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  }
}

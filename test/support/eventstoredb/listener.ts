import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as SocketServer, type Socket } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';
import { keptPort } from '../kept-port.js';

export const HOST = '127.0.0.1';

/** Takes connections for a gRPC server, and keeps them at hand to be cut. */
export class Listener {
  private readonly sockets = new Set<Socket>();
  private readonly server: SocketServer;

  constructor(
    private readonly grpc: Server,
    credentials: ServerCredentials,
  ) {
    const injector = grpc.createConnectionInjector(credentials);
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      injector.injectConnection(socket);
    });
  }

  /** @param port 0: one that is free, and stays so while nobody listens */
  async listen(port: number): Promise<number> {
    for (;;) {
      this.server.listen(port === 0 ? keptPort() : port, HOST);
      try {
        await once(this.server, 'listening');
        return (this.server.address() as AddressInfo).port;
      } catch (error) {
        if (port !== 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
  }

  /** Cuts every connection; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.cut();
    this.grpc.forceShutdown();
    await closed;
  }
}

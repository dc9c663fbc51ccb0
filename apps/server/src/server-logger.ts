import { ConsoleLogger } from '@nestjs/common';

/** Where the framework tells of every module and route that it has found. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** One JSON object a line; the framework's account of its own start is for debugging only. */
export class ServerLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && CHATTER.has(context)) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }

  /** Why a start failed is told by whoever started it, and once. */
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) === 'ExceptionHandler') this.debug(message, ...rest);
    else super.error(message, ...rest);
  }
}

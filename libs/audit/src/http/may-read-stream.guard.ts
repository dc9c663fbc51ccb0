import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { contextOf } from '@app/http';
import { Forbidden } from '@app/kernel';
import { ReadableStreams } from './readable-streams.js';

/** Lets those read a stream's history whom its kind lets. */
@Injectable()
export class MayReadStream implements CanActivate {
  constructor(private readonly streams: ReadableStreams) {}

  /** @throws Forbidden `stream-of-another` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const stream = String(request.params['stream']);
    const { principal } = contextOf(request);
    if (!principal || (await this.streams.isReadable(stream, principal))) return true;
    throw new Forbidden('stream-of-another', {
      zh: '只能查看本人或所辖人员的记录',
      en: 'only one’s own record can be read, or that of somebody below',
    });
  }
}

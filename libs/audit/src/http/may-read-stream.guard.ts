import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { contextOf } from '@app/http';
import { Contexts } from '@app/event-store';
import { Forbidden } from '@app/kernel';
import { kindOf, STREAM_KINDS, type StreamKind } from '../stream-kind.js';

/** Lets those read a stream's history whom its kind lets: a personnel record is not everybody's. */
@Injectable()
export class MayReadStream implements CanActivate {
  constructor(
    @Inject(STREAM_KINDS) private readonly kinds: readonly StreamKind[],
    private readonly contexts: Contexts,
  ) {}

  /** @throws Forbidden `stream-of-another` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const stream = String(request.params['stream']);
    const { principal } = contextOf(request);
    const mayRead = kindOf(this.kinds, stream)?.mayRead;
    if (!mayRead || !principal || (await mayRead(stream, principal, this.contexts))) return true;
    throw new Forbidden('stream-of-another', {
      zh: '只能查看本人或所辖人员的记录',
      en: 'only one’s own record can be read, or that of somebody below',
    });
  }
}

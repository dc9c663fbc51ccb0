import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { contextOf, receive, Room } from '@app/http';
import { FILE_LIMIT } from './file-types.js';

/**
 * Bytes of files that one process receives and stores at a time: twelve of the largest, sixty photos
 * of 1 MB; about a quarter of the memory that the service takes by itself.
 */
const FILES_AT_A_TIME = 64 * 1024 * 1024;

/**
 * Reads a file once the guards have let its sender pass. A middleware would run before them, and
 * keep up to 5 MiB for everybody who can reach the server.
 */
@Injectable()
export class FileBody implements NestInterceptor {
  private readonly room = new Room(FILES_AT_A_TIME);

  /**
   * The room is kept until the answer: bytes that wait for the database are in memory still.
   *
   * @throws HttpProblem 503 `intake-full` when too many files are coming in, 413 for a file that is
   *   too large, 415 for an unknown compression, 400 for a broken one
   */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const place = this.room.placeOf(response, contextOf(request).principal?.login);
    request.body = await receive(request, response, { limit: FILE_LIMIT, place });
    return next.handle();
  }
}

import { promisify } from 'node:util';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { raw, type Request, type Response } from 'express';
import type { Observable } from 'rxjs';
import { bytesToKeep, Room } from '@app/http';
import { FILE_LIMIT, FILE_TYPES } from './file-types.js';

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
  private readonly read = promisify<Request, Response, void>(
    raw({ type: [...FILE_TYPES], limit: FILE_LIMIT }),
  );

  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * The room is kept until the answer: bytes that wait for the database are in memory still.
   *
   * @throws HttpProblem 503 `intake-full` when too many files are coming in
   * @throws HttpException 413 for a file that is too large, 415 for an unknown compression, 400 for a broken one
   */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    this.room.take(bytesToKeep(request, FILE_LIMIT), response);
    try {
      await this.read(request, response);
    } catch (error) {
      throw this.host.httpAdapter.mapException(error);
    }
    return next.handle();
  }
}

import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AnswerInterceptor } from './answers/answer.interceptor.js';
import { RequestPipe } from './input/request.pipe.js';
import { ProblemFilter } from './problems/problem.filter.js';

/** How every route of the server validates, answers and refuses. */
@Module({
  providers: [
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

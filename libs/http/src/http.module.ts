import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DemandsGuard } from './answers/demands.guard.js';
import { JsonBody } from './input/json-body.js';
import { RequestPipe } from './input/request.pipe.js';
import { ProblemFilter } from './problems/problem.filter.js';

/**
 * How every route of the server reads, validates and refuses; how it answers is AnsweringAdapter's.
 * Import it after the module that guards who may ask: nobody else is told what a route demands, or
 * has a body read that is longer than it takes to sign in.
 */
@Module({
  providers: [
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_GUARD, useClass: DemandsGuard },
    { provide: APP_GUARD, useClass: JsonBody },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

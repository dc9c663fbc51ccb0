import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { HttpProblem, type InputError } from '../problems/http-problem.js';
import { inputErrors } from './input-errors.js';

const PARTS: Readonly<Record<string, InputError['in']>> = {
  body: 'body',
  query: 'query',
  param: 'path',
};

const SAYS = { zh: '输入有误，未保存任何内容', en: 'the input is not valid; nothing was stored' };

/** Thrown within the pipe, where it is not known which part of the request is looked at. */
class Unfit extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('input is not valid');
  }
}

/**
 * Turns body, query and path into their classes, or answers 400 with every fault. A field that
 * the class does not know is a fault; nothing is converted silently.
 */
@Injectable()
export class RequestPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      stopAtFirstError: false,
      validationError: { target: true, value: true },
      exceptionFactory: (errors: ValidationError[]) => new Unfit(errors),
    });
  }

  /** @throws HttpProblem 400 `invalid-input` */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || metadata.metatype === String) return value;
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      const errors = inputErrors(error.errors, PARTS[metadata.type] ?? 'body');
      throw new HttpProblem(400, 'invalid-input', { says: SAYS, errors });
    }
  }
}

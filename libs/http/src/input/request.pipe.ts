import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { HttpProblem, type InputError } from '../problems/http-problem.js';
import { inputErrors } from './input-errors.js';
import { rememberRules } from './remembered-rules.js';
import { reservedNames } from './reserved-names.js';

const PARTS: Readonly<Record<string, InputError['in']>> = {
  body: 'body',
  query: 'query',
  param: 'path',
};

const WISH = { zh: '输入有误，未保存任何内容', en: 'the input is not valid; nothing was stored' };

/** Path and query alone store nothing, so nobody has to be told that nothing was. */
const QUESTION = { zh: '输入有误', en: 'the input is not valid' };

rememberRules();

/** Thrown within the pipe, where it is not known which part of the request is looked at. */
class Unfit extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('input is not valid');
  }
}

function unfit(error: unknown): Unfit {
  if (error instanceof Unfit) return error;
  throw error;
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
    // The pipe of the framework would take them out of the value, and let the rest pass.
    const reserved = reservedNames(value);
    const checked: unknown = await super.transform(value, metadata).catch(unfit);
    const found = checked instanceof Unfit ? [...reserved, ...checked.errors] : reserved;
    if (found.length === 0) return checked;
    const says = metadata.type === 'body' ? WISH : QUESTION;
    const errors = inputErrors(found, PARTS[metadata.type] ?? 'body');
    throw new HttpProblem(400, 'invalid-input', { says, errors });
  }
}

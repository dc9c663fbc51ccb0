import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { HttpProblem, type InputError } from '../problems/http-problem.js';
import { firstLook, type FirstLook } from './bounds.js';
import { faultsIn, inputErrors, type Found } from './input-errors.js';
import { rememberConversions } from '@app/internals/src/form-conversions.js';
import { rememberRules } from '@app/internals/src/form-rules.js';

const PARTS: Readonly<Record<string, InputError['in']>> = {
  body: 'body',
  query: 'query',
  param: 'path',
};

const WISH = { zh: '输入有误，未保存任何内容', en: 'the input is not valid; nothing was stored' };

/** Path and query alone store nothing, so nobody has to be told that nothing was. */
const QUESTION = { zh: '输入有误', en: 'the input is not valid' };

rememberRules();
rememberConversions();

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
      // What is said of a fault is ours, and only of the first.
      dismissDefaultMessages: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors: ValidationError[]) => new Unfit(errors),
    });
  }

  /** @throws HttpProblem 400 `invalid-input` */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || metadata.metatype === String) return value;
    const look = firstLook(value, metadata.metatype);
    if (look.done) throw invalid(look.found, metadata);
    const checked: unknown = await super.transform(value, metadata).catch(unfit);
    if (checked instanceof Unfit) throw invalid(allFound(look, checked), metadata);
    // The pipe of the framework takes reserved names out of the value, and lets the rest pass.
    if (look.found.length > 0) throw invalid(look.found, metadata);
    return checked;
  }
}

function* allFound({ found, isCutOff }: FirstLook, { errors }: Unfit): Generator<Found> {
  yield* found;
  yield* faultsIn(errors, isCutOff);
}

function invalid(found: Iterable<Found>, { type }: ArgumentMetadata): HttpProblem {
  const says = type === 'body' ? WISH : QUESTION;
  return new HttpProblem(400, 'invalid-input', {
    says,
    errors: inputErrors(found, PARTS[type] ?? 'body'),
  });
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, ValidateIf } from 'class-validator';
import { asPrinted, asWritten } from '@app/kernel';
import { IDEMPOTENCY_KEY } from '../conditions.js';
import { fieldRule, type Diagnosis, type EachOption } from './field-rule.js';
import { diagnoseInstant, parseInstant } from './instant-text.js';
import { faultOf } from './messages.js';
import { diagnoseText, type TextOptions } from './text.js';

const SLUG = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const AMOUNT = /^(0|[1-9]\d{0,11})\.\d{2}$/;
const HOURS = /^(?!0\.00$)(0|[1-9]\d{0,2})\.\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * A text that people wrote, taken as it is: emoji, quotes and right-to-left script pass. Left out is what
 * turns around what stands beside it (U+202A–202E, U+2066–2069, ADR 49), which nobody sees. Refused are NUL and
 * other control characters (tab and line breaks pass unless `singleLine`), half surrogate pairs, and a text
 * of spaces and invisible characters only.
 */
export function Text(options: TextOptions & EachOption): PropertyDecorator {
  const schema = { minLength: options.min ?? 1, maxLength: options.max };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => eachText(value, asWritten)),
    fieldRule('text', diagnoseText(options), schema, options),
  );
}

/** An id that callers may choose: letters, digits and hyphens, at most 64, no hyphen in front. */
export function Slug(options: EachOption = {}): PropertyDecorator {
  return fieldRule(
    'slug',
    matches(SLUG, 'not-an-id', {
      zh: '必须是 1 至 64 个字母、数字或连字符，且不以连字符开头',
      en: 'must be 1 to 64 letters, digits or hyphens, and not start with a hyphen',
    }),
    { pattern: SLUG.source },
    options,
  );
}

/** A number or code that is typed, copied or scanned, taken as it is printed; what it may be says the field beside it. */
export function AsPrinted(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => eachText(value, asPrinted));
}

/** An amount in yuan with two places, not negative, such as `128.00`. */
export function Amount(options: EachOption = {}): PropertyDecorator {
  return fieldRule(
    'amount',
    matches(AMOUNT, 'not-an-amount', {
      zh: '必须是以元为单位、带两位小数的金额文本，例如 "128.00"',
      en: 'must be an amount in yuan as text with two places, such as "128.00"',
    }),
    { pattern: AMOUNT.source, example: '128.00' },
    options,
  );
}

/** Hours of work with two places, more than none and fewer than a thousand, such as `1.50`. */
export function Hours(options: EachOption = {}): PropertyDecorator {
  return fieldRule(
    'hours',
    matches(HOURS, 'not-hours', {
      zh: '必须是大于零、带两位小数的小时数文本，例如 "1.50"',
      en: 'must be hours above zero as text with two places, such as "1.50"',
    }),
    { pattern: HOURS.source, example: '1.50' },
    options,
  );
}

/** A caller's own key for a command, of the form that the header `Idempotency-Key` has. */
export function KeyOfCommand(options: EachOption = {}): PropertyDecorator {
  return fieldRule(
    'keyOfCommand',
    matches(IDEMPOTENCY_KEY, 'not-a-key', {
      zh: '必须由 1 至 200 个可见 ASCII 字符组成',
      en: 'must be 1 to 200 visible ASCII characters',
    }),
    { pattern: IDEMPOTENCY_KEY.source },
    options,
  );
}

/** The SHA-256 of a stored file, in lower-case hexadecimal digits. */
export function ContentHash(options: EachOption = {}): PropertyDecorator {
  return fieldRule(
    'contentHash',
    matches(HASH, 'not-a-content-hash', {
      zh: '必须是 64 位小写十六进制的 SHA-256',
      en: 'must be a SHA-256 in 64 lower-case hexadecimal digits',
    }),
    { pattern: HASH.source },
    options,
  );
}

/**
 * An ISO 8601 instant with its zone (`2026-03-02T09:00:00+08:00`) from 2000 up to 2100; arrives as
 * UTC with milliseconds.
 */
export function InstantText(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && diagnoseInstant(value) === undefined
        ? parseInstant(value)
        : value,
    ),
    fieldRule('instant', diagnoseInstant, { format: 'date-time' }),
  );
}

/** A whole number in a body; its bounds are the neighbours' `@Min` and `@Max`. */
export function Integer(): PropertyDecorator {
  return applyDecorators(IsInt(), ApiProperty({ type: 'integer' }));
}

/**
 * A number in a body with at most so many decimals, however it is written: `1e-7` has seven. Its bounds
 * are the neighbours' `@Min` and `@Max`.
 */
export function Decimals(most: number): PropertyDecorator {
  const tooMany = { zh: `至多 ${most} 位小数`, en: `must have at most ${most} decimals` };
  return fieldRule(
    'decimals',
    (value) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return faultOf('isNumber', []);
      const fits = Number(value.toFixed(most)) === value;
      return fits ? undefined : { code: 'too-many-decimals', says: tooMany };
    },
    {},
  );
}

/** The field may be left out; unlike class-validator's IsOptional, null is not the same as left out. */
export function MayBeAbsent(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );
}

/** The field may be null, which says something else than leaving it out. */
export function MayBeNull(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== null),
    ApiProperty({ nullable: true }),
  );
}

function matches(pattern: RegExp, code: string, says: { zh: string; en: string }): Diagnosis {
  return (value) => (typeof value === 'string' && pattern.test(value) ? undefined : { code, says });
}

/** A text, or each of a list, read by `reader`; anything else as it is, for rules to find. */
function eachText(value: unknown, reader: (text: string) => string): unknown {
  if (typeof value === 'string') return reader(value);
  return Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? reader(each) : each))
    : value;
}

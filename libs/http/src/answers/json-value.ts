import { ApiProperty } from '@nestjs/swagger';

const TYPES = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** Documents a field that may hold any JSON value: what it is depends on the type of an event, or of a stream. */
export function JsonValue({ required = true } = {}): PropertyDecorator {
  return ApiProperty({ anyOf: TYPES.map((type) => ({ type })), required });
}

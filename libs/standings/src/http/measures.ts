import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { measures } from '../domain/edition/clause.js';

const MOST = 5;

/** Measures that follow together, from one to five. */
export function Measures(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ isArray: true, enum: [...measures], minItems: 1, maxItems: MOST }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST),
    IsIn(measures, { each: true }),
  );
}

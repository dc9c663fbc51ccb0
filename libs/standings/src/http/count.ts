import { applyDecorators } from '@nestjs/common';
import { Max, Min } from 'class-validator';
import { Integer } from '@app/http';

/** A whole number of the settings, its bounds included. */
export function Count(min: number, max: number): PropertyDecorator {
  return applyDecorators(Integer(), Min(min), Max(max));
}

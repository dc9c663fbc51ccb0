import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { permissionFor, type Action, type Permission } from './permissions.js';

export const NEEDS = Symbol('action that the route needs');
export const PUBLIC = Symbol('the route needs no token');

/**
 * Lets those pass whose role may do the action; without this decorator (or `@Public()`) a route is
 * closed to everybody.
 */
export function Can(needed: Action | Permission): MethodDecorator {
  return applyDecorators(SetMetadata(NEEDS, permissionFor(needed)), ApiBearerAuth());
}

/** A route that needs no token: health, login, the API's description. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC, true);
}

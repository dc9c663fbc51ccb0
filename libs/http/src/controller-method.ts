import { Param, type PipeTransform, type Type } from '@nestjs/common';

interface Parameter {
  /** The class that Nest's validation would read from a hand-written parameter's type. */
  readonly type: unknown;
  /** Name of the path parameter that it is taken from; absent for a parameter from elsewhere. */
  readonly name?: string;
  readonly pipe?: Type<PipeTransform>;
  /** Decorator that takes it from elsewhere, such as `Body()`. */
  readonly decorate?: ParameterDecorator;
}

interface Method {
  readonly decorators: readonly MethodDecorator[];
  readonly parameters: readonly Parameter[];
  readonly handle: (...values: never[]) => Promise<unknown>;
}

/** Adds to a controller what a hand-written method with its decorators would be. */
export function addMethod(
  controller: Type<object>,
  name: string,
  { decorators, parameters, handle }: Method,
): void {
  const target = controller.prototype as Record<string, unknown>;
  target[name] = handle;
  const types = parameters.map(({ type }) => type);
  Reflect.defineMetadata('design:paramtypes', types, target, name);
  for (const [index, { name: inPath, pipe, decorate }] of parameters.entries()) {
    if (inPath !== undefined && pipe) Param(inPath, pipe)(target, name, index);
    decorate?.(target, name, index);
  }
  const descriptor = Object.getOwnPropertyDescriptor(target, name)!;
  for (const decorate of decorators) decorate(target, name, descriptor);
}

import 'reflect-metadata';
import { beforeAll, expect, test } from '@jest/globals';
import { instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import { IsString } from 'class-validator';
import { conversions, rememberConversions } from './form-conversions.js';

class Part {
  @IsString()
  sku!: unknown;
}

class Named {
  @IsString()
  @Transform(({ value }: { value: unknown }) => String(value).trim(), { toClassOnly: true })
  name!: unknown;
}

class Order extends Named {
  @IsString()
  @Type(() => Part)
  part!: unknown;
}

/** How often class-transformer itself has looked something up. */
let lookedUp = 0;

beforeAll(() => {
  const storage = conversions();
  for (const name of ['findTransformMetadatas', 'findTypeMetadata'] as const) {
    const lookUp = storage[name].bind(storage) as (...asked: never[]) => never;
    storage[name] = (...asked: never[]) => {
      lookedUp++;
      return lookUp(...asked);
    };
  }
  rememberConversions(storage);
});

test('what class-transformer converts by was looked up once, and fields are converted as ever', () => {
  const order = () => plainToInstance(Order, { name: ' lamp ', part: { sku: 'A-1' } });
  expect(order()).toEqual(Object.assign(new Order(), { name: 'lamp', part: { sku: 'A-1' } }));
  const before = lookedUp;
  for (let i = 0; i < 5; i++) expect(order().part).toBeInstanceOf(Part);
  expect(before).toBeGreaterThan(0);
  expect(lookedUp).toBe(before);
});

test('nothing is kept of fields without rules, which callers make up', () => {
  const send = () => plainToInstance(Order, { madeUp: 1 });
  send();
  const before = lookedUp;
  send();
  expect(lookedUp).toBeGreaterThan(before);
});

test('the other way the fields are looked up by their own direction', () => {
  const order = plainToInstance(Order, { name: ' lamp ' });
  order.name = ' as it is ';
  expect(instanceToPlain(order)).toEqual({ name: ' as it is ' });
});

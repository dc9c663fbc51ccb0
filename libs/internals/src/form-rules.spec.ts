import { beforeAll, expect, test } from '@jest/globals';
import { ArrayMaxSize, getMetadataStorage, IsString, validate } from 'class-validator';
import { rememberRules, rulesOf } from './form-rules.js';

class Named {
  @IsString()
  name!: unknown;
}

class Listed extends Named {
  @ArrayMaxSize(3)
  @IsString({ each: true })
  list!: unknown;
}

/** How often class-validator itself has looked the rules of a class up. */
let lookedUp = 0;

/** How often it has grouped the rules of a class by their fields. */
let grouped = 0;

beforeAll(() => {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (...asked) => {
    lookedUp++;
    return lookUp(...asked);
  };
  const group = storage.groupByPropertyName.bind(storage);
  storage.groupByPropertyName = (rules) => {
    grouped++;
    return group(rules);
  };
  rememberRules(storage);
});

test('a rule says its field, its name, its constraints, and whether each item has to keep it', () => {
  const told = rulesOf(Listed).map(({ propertyName, name, constraints, each }) => ({
    propertyName,
    name,
    constraints,
    each,
  }));
  expect(told).toEqual(
    expect.arrayContaining([
      { propertyName: 'list', name: 'arrayMaxSize', constraints: [3], each: false },
      { propertyName: 'list', name: 'isString', constraints: undefined, each: true },
      { propertyName: 'name', name: 'isString', constraints: undefined, each: false },
    ]),
  );
  expect(told).toHaveLength(3);
});

test('what class-validator validates by was looked up and grouped once, however often it validates', async () => {
  const wrong = Object.assign(new Listed(), { name: 1, list: ['a', 'b', 'c', 'd'] });
  expect(await validate(wrong)).toHaveLength(2);
  const before = [lookedUp, grouped];
  for (let i = 0; i < 5; i++) expect(await validate(wrong)).toHaveLength(2);
  expect([lookedUp, grouped]).toEqual(before);
});

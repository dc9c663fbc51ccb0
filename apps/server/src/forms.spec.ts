import { expect, test } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import type { Type as Class } from '@nestjs/common';
import { RequestPipe } from '@app/http';
import './app.module.js';

/** Every class that has a rule. */
const forms = [
  ...(
    getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<Class<object>, unknown> }
  ).validationMetadatas.keys(),
];

const rulesOf = (form: Class<object>) =>
  getMetadataStorage().getTargetValidationMetadatas(form, '', false, false);

test('every list that a form takes says how many items at most, and no free one could have held more', () => {
  const lists = forms.flatMap((form) =>
    rulesOf(form)
      .filter(({ name, each }) => each || name === 'isArray')
      .map(({ propertyName }) => ({
        field: `${form.name}.${propertyName}`,
        most: rulesOf(form).find(
          (rule) => rule.name === 'arrayMaxSize' && rule.propertyName === propertyName,
        )?.constraints[0] as number | undefined,
      })),
  );
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.filter(({ most = Infinity }) => most > 200)).toEqual([]);
});

test('every form has few fields beside what an object may have', () => {
  for (const form of forms)
    expect(new Set(rulesOf(form).map(({ propertyName }) => propertyName)).size).toBeLessThan(50);
});

test('every form that takes a list refuses one item more', async () => {
  for (const form of forms) {
    for (const { propertyName, name, constraints } of rulesOf(form)) {
      if (name !== 'arrayMaxSize') continue;
      const most = constraints[0] as number;
      const body = { [propertyName]: Array.from({ length: most + 1 }, () => ({})) };
      const refused = new RequestPipe().transform(body, { type: 'body', metatype: form });
      const errors = expect.arrayContaining([
        expect.objectContaining({ pointer: `/${propertyName}`, code: 'too-many' }),
      ]) as unknown;
      await expect(refused).rejects.toMatchObject({ details: { errors } });
    }
  }
});

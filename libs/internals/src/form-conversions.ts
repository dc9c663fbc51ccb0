import { createRequire } from 'node:module';
import { TransformationType } from 'class-transformer';
import type { MetadataStorage } from 'class-transformer/types/MetadataStorage.js';
import { rulesOf } from './form-rules.js';

/** What class-transformer asks its storage for each field that it converts. */
const OF_FIELDS = [
  'findTransformMetadatas',
  'findExposeMetadata',
  'findExposeMetadataByCustomName',
  'findTypeMetadata',
] as const;

/** And for each object. */
const OF_FORMS = ['getExposedProperties', 'getExcludedProperties'] as const;

type Ask = (form: unknown, of: unknown, direction?: TransformationType) => unknown;

/** What class-transformer knows of all forms. */
export function conversions(): MetadataStorage {
  const { defaultMetadataStorage } = createRequire(import.meta.url)(
    'class-transformer/cjs/storage.js',
  ) as { defaultMetadataStorage: MetadataStorage };
  return defaultMetadataStorage;
}

/**
 * Lets class-transformer look up once how a form's fields are converted. By itself it goes through
 * the class and all that it extends several times, for each field of each object that it makes.
 * Only of fields with rules anything is remembered: callers can think of any number of others.
 */
export function rememberConversions(storage: MetadataStorage = conversions()): void {
  const asked = storage as unknown as Record<string, Ask>;
  for (const name of OF_FIELDS) asked[name] = remembering(asked[name]!.bind(storage), hasRules);
  for (const name of OF_FORMS) asked[name] = remembering(asked[name]!.bind(storage), () => true);
}

function remembering(ask: Ask, may: (form: object, of: unknown) => boolean): Ask {
  const known = new WeakMap<object, Map<unknown, unknown>>();
  return (form, of, direction = TransformationType.PLAIN_TO_CLASS) => {
    if (typeof form !== 'function' || direction !== TransformationType.PLAIN_TO_CLASS)
      return ask(form, of, direction);
    let answers = known.get(form);
    if (!answers) known.set(form, (answers = new Map()));
    const kept = answers.get(of);
    if (kept !== undefined || answers.has(of)) return kept;
    const answer = ask(form, of, direction);
    if (may(form, of)) answers.set(of, answer);
    return answer;
  };
}

const ruled = new WeakMap<object, ReadonlySet<unknown>>();

function hasRules(form: object, field: unknown): boolean {
  let fields = ruled.get(form);
  if (!fields)
    ruled.set(form, (fields = new Set(rulesOf(form).map(({ propertyName }) => propertyName))));
  return fields.has(field);
}

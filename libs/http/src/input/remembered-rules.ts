import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Lets class-validator look a class's rules up once. By itself it goes through all classes that
 * have any, for each object that it validates: the more forms there are, the longer every one takes.
 * Rules that stand in groups, which no form of ours has, are looked up as ever.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const known = new WeakMap<object, Rules>();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (...asked) => {
    const [form, schema, always, strictGroups, groups] = asked;
    if (schema || always || strictGroups || groups?.length) return lookUp(...asked);
    let rules = known.get(form);
    if (!rules) known.set(form, (rules = lookUp(...asked)));
    return rules;
  };
}

import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;

/** The rules of a form, as class-validator keeps them: one for each decorator. */
export type FormRules = ReturnType<Storage['getTargetValidationMetadatas']>;

/** The rules that stand in the form of that class, and in those that it extends. */
export function rulesOf(form: object): FormRules {
  return getMetadataStorage().getTargetValidationMetadatas(form as never, '', false, false);
}

/**
 * Lets class-validator look a class's rules up once. By itself it goes through all classes that
 * have any, for each object that it validates: the more forms there are, the longer every one takes.
 * Rules that stand in groups, which no form of ours has, are looked up as ever.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const known = new WeakMap<object, FormRules>();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (...asked) => {
    const [form, schema, always, strictGroups, groups] = asked;
    if (schema || always || strictGroups || groups?.length) return lookUp(...asked);
    let rules = known.get(form);
    if (!rules) known.set(form, (rules = lookUp(...asked)));
    return rules;
  };
  rememberFields(storage);
}

/** The same for the fields by which class-validator groups those rules anew for each object. */
function rememberFields(storage: Storage): void {
  const known = new WeakMap<FormRules, ReturnType<Storage['groupByPropertyName']>>();
  const group = storage.groupByPropertyName.bind(storage);
  storage.groupByPropertyName = (rules) => {
    let fields = known.get(rules);
    if (!fields) known.set(rules, (fields = group(rules)));
    return fields;
  };
}

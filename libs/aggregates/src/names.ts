/** `RecordArrival` as it stands in routes and in the table of permissions: `record-arrival`. */
export function kebabCase(type: string): string {
  return type.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}

/** `record-arrival` as the command's type: `RecordArrival`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `RecordArrival` as the name of an operation: `recordArrival`, or `recordArrivalOfTicket`. */
export function operationOf(type: string, category?: string): string {
  const of = category === undefined ? '' : `Of${pascalCase(category)}`;
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}${of}`;
}

/** `RecordArrival` as a short sentence: `Record arrival`. */
export function words(type: string): string {
  const text = kebabCase(type).replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The class, called as a hand-written one would be: `HandleToolHandler`. */
export function called<C extends object>(made: C, verb: string, category: string, suffix = ''): C {
  const value = `${verb}${pascalCase(category)}${suffix}`;
  return Object.defineProperty(made, 'name', { value });
}

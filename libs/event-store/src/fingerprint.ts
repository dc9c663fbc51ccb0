import { hash } from 'node:crypto';

/** Equal for equal JSON, whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  return hash('sha256', canonical(value), 'base64url').slice(0, 22);
}

/** The JSON of a value with the keys of every object in order; what JSON leaves out is left out. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue;
    text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonical(record[key])}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

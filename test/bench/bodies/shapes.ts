/** A body that somebody sends, of the worst that fits into the limit. */
export interface Shape {
  readonly name: string;
  readonly path: string;
  /** Default `application/json`. */
  readonly type?: string;
  /** Sent without a token; default false. */
  readonly stranger?: boolean;
  readonly body: () => string;
}

const MIB = 1024 * 1024;

const STEPS = '/api/v1/tickets/T-1/send-steps';
const PREPARE = '/api/v1/tickets/T-1/prepare-visit';
const CUSTOMERS = '/api/v1/customers';
const SESSIONS = '/api/v1/sessions';
const STROKES = { path: '/api/v1/files', type: 'application/vnd.strokes+json' };

/** As many of the numbered pieces as fit into so many bytes, between what comes before and after. */
function filled(
  before: string,
  piece: (number: number) => string,
  after: string,
  { bytes = MIB, most = Infinity } = {},
): string {
  const pieces: string[] = [];
  let length = before.length + after.length;
  for (let number = 0; number < most; number++) {
    const next = (number > 0 ? ',' : '') + piece(number);
    length += Buffer.byteLength(next);
    if (length > bytes) break;
    pieces.push(next);
  }
  return before + pieces.join('') + after;
}

const field = (number: number): string => `"f${number}":1`;
const step = (data: string) => (number: number) =>
  `{"key":"k${number}","command":"prepare-visit","occurredAt":"2026-03-02T09:00:00+08:00","data":${data}}`;
const fewer = { most: 19_900 };

/** Every shape within the size limit that was ever slow, and those next to it. */
export const shapes: readonly Shape[] = [
  { name: 'a customer', path: CUSTOMERS, body: () => '{"customer":"C-1","name":"王芳"}' },
  { name: 'stranger, 1 MiB of fields', path: SESSIONS, stranger: true, body: wide },
  {
    name: 'stranger, 4 KiB of fields',
    path: SESSIONS,
    stranger: true,
    body: () => filled('{', field, '}', { bytes: 4096 }),
  },
  { name: '1 MiB of fields', path: CUSTOMERS, body: wide },
  { name: '19,900 fields', path: CUSTOMERS, body: () => filled('{', field, '}', fewer) },
  { name: '100 fields', path: CUSTOMERS, body: () => filled('{', field, '}', { most: 100 }) },
  {
    name: '50 fields with names of 20 kB',
    path: CUSTOMERS,
    body: () => filled('{', (number) => `"${'~'.repeat(20_900)}${number}":1`, '}'),
  },
  { name: '1 MiB of steps {}', path: STEPS, body: () => filled('{"steps":[', () => '{}', ']}') },
  {
    name: '19,900 steps {}',
    path: STEPS,
    body: () => filled('{"steps":[', () => '{}', ']}', fewer),
  },
  {
    name: '200 steps {}',
    path: STEPS,
    body: () => filled('{"steps":[', () => '{}', ']}', { most: 200 }),
  },
  {
    name: '200 steps of 90 unknown fields',
    path: STEPS,
    body: () => {
      const data = filled('{', field, '}', { most: 90 });
      return filled('{"steps":[', step(data), ']}', { most: 200 });
    },
  },
  {
    name: '200 steps of 95 parts {}',
    path: STEPS,
    body: () => {
      const data = filled('{"parts":[', () => '{}', ']}', { most: 90 });
      return filled('{"steps":[', step(data), ']}', { most: 200 });
    },
  },
  {
    name: 'one step of 19,900 values',
    path: STEPS,
    body: () => {
      const list = filled('[', () => '1', ']', { most: 199 });
      const data = filled('{', (number) => `"f${number}":${list}`, '}', { most: 99 });
      return `{"steps":[${step(data)(0)}]}`;
    },
  },
  {
    name: '19,900 parts {}',
    path: PREPARE,
    body: () => filled('{"parts":[', () => '{}', ']}', fewer),
  },
  {
    name: '100 parts of 190 parts {}',
    path: PREPARE,
    body: () => {
      const list = filled('[', () => '{}', ']', { most: 190 });
      return filled('{"parts":[', () => list, ']}', { most: 100 });
    },
  },
  {
    name: 'roles, 1 MiB of one',
    path: '/api/v1/users',
    body: () => filled('{"roles":[', () => '"hotline"', ']}'),
  },
  {
    name: 'roles, 19,900 different ones',
    path: '/api/v1/users',
    body: () => filled('{"roles":[', (number) => `"r${number}"`, ']}', fewer),
  },
  { name: '1 MiB deep', path: CUSTOMERS, body: () => '['.repeat(MIB / 2) + ']'.repeat(MIB / 2) },
  {
    name: '19,900 values 30 deep',
    path: CUSTOMERS,
    body: () => {
      const deep = (number: number) => `"f${number}":${'{"a":'.repeat(28)}1${'}'.repeat(28)}`;
      return filled('{', deep, '}', { most: 690 });
    },
  },
  ...['x', '长', ' ', '\\u0041', '\\ud83d\\ude00', '👩', '\\n'].map((character) => ({
    name: `a name of 1 MiB ${character}`,
    path: CUSTOMERS,
    body: () => {
      const times = Math.floor((MIB - 60) / Buffer.byteLength(character));
      return `{"customer":"C-1","name":"${character.repeat(times)}"}`;
    },
  })),
  { name: 'a number of 1 MiB', path: CUSTOMERS, body: () => `{"name":${'1'.repeat(MIB - 20)}}` },
  {
    name: 'strokes, 1.7 million lines',
    ...STROKES,
    body: () => '{}\n'.repeat(1_700_000),
  },
  {
    name: 'strokes, one list of 1.7 million',
    ...STROKES,
    body: () => filled('[', () => '{}', ']', { bytes: 5 * MIB }),
  },
  {
    name: 'strokes, 5 MiB of points',
    ...STROKES,
    body: () => {
      const point = (number: number) => `{"x":${number % 900},"y":40,"t":${number}}`;
      return filled('[', point, ']', { bytes: 5 * MIB });
    },
  },
  { name: 'strokes, 5 MiB deep', ...STROKES, body: () => '['.repeat(5 * MIB) },
  {
    name: 'strokes, one text of 5 MiB',
    ...STROKES,
    body: () => `["${'长'.repeat((5 * MIB) / 3 - 4)}"]`,
  },
];

function wide(): string {
  return filled('{', field, '}');
}

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { diagnoseInstant, parseInstant } from '@app/http';

const LEVELS = ['fatal', 'error', 'warn', 'log', 'debug'] as const;

export type LogLevel = (typeof LEVELS)[number];

const ROLES = ['api,worker', 'api', 'worker'] as const;

/** What a process does. */
export type Roles = (typeof ROLES)[number];

/** Settings that may also be given as a file, by the setting's name with `_FILE` appended. */
const SECRETS = [
  'DATABASE_URL',
  'OPERATOR_PASSWORD',
  'EVENTSTOREDB_URL',
  'SMTP_URL',
  'MASTER_KEY',
] as const;

const NOT_IN_PRODUCTION =
  'CLOCK 用于演示和试用，正式运行（NODE_ENV=production）时不得设置 / CLOCK is for trying out, and refused in production (NODE_ENV=production): leave it out';

/** Settings that have no default. */
const OPTIONAL = [
  'TOKEN_SECRET_FILE',
  'TRUST_PROXY',
  'CLOCK',
  'MAIL_FROM',
  'EVENTSTOREDB_STREAM_PREFIX',
  'EVENTSTOREDB_CA_FILE',
  'EVENTSTOREDB_CREDENTIALS_FILE',
] as const;

/** What an operator can set from outside. */
export class Environment {
  /** Port to listen on; default 3000, and 0 lets the system choose. */
  @Type(() => Number)
  @Max(65_535)
  @Min(0)
  @IsInt()
  PORT: number = 3000;

  /** Address to listen on; default 127.0.0.1, which nobody else can reach. */
  @IsString()
  HOST: string = '127.0.0.1';

  /** `api` answers requests, `worker` runs the projections and answers health alone; default both. */
  @IsIn(ROLES, { message: 'ROLES must be api, worker, or api,worker' })
  ROLES: Roles = 'api,worker';

  /** PostgreSQL to use (or `DATABASE_URL_FILE`); default: one of our own, started under DATA_DIR. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, {
    message: 'DATABASE_URL must start with postgres:// or postgresql://',
  })
  DATABASE_URL?: string;

  /** Where events are kept: postgres (default) or eventstoredb; all else is in PostgreSQL either way. */
  @IsIn(['postgres', 'eventstoredb'], { message: 'EVENT_STORE must be postgres or eventstoredb' })
  EVENT_STORE: 'postgres' | 'eventstoredb' = 'postgres';

  /**
   * EventStoreDB to use (or `EVENTSTOREDB_URL_FILE`), one node or several; refused while EVENT_STORE
   * is another, since the log would then begin where it is not looked for.
   */
  @ValidateIf(({ EVENT_STORE }: Environment) => EVENT_STORE === 'eventstoredb')
  @Matches(/^esdb(\+discover)?:\/\//, {
    message: ({ value }) =>
      value === undefined
        ? 'EVENTSTOREDB_URL is missing: EVENT_STORE=eventstoredb needs it, or EVENTSTOREDB_URL_FILE'
        : 'EVENTSTOREDB_URL must start with esdb:// or esdb+discover://',
  })
  EVENTSTOREDB_URL?: string;

  /** Stands with a colon before the name of each of its streams, where several installations share it; default: neither. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]*$/, {
    message:
      'EVENTSTOREDB_STREAM_PREFIX must be small letters, digits and underscores, a letter first',
  })
  EVENTSTOREDB_STREAM_PREFIX?: string;

  /** File of the authority that signed its certificates; default: those that the system trusts. */
  @IsOptional()
  @IsString()
  EVENTSTOREDB_CA_FILE?: string;

  /** File with `user:password` for it; default: those in EVENTSTOREDB_URL. */
  @IsOptional()
  @IsString()
  EVENTSTOREDB_CREDENTIALS_FILE?: string;

  /** Directory of the installation's own files; default `.data` in the working directory. */
  @IsString()
  DATA_DIR: string = '.data';

  /** Password of the user `operator` at the first start (or `OPERATOR_PASSWORD_FILE`); default: a random one, left in DATA_DIR. */
  @IsOptional()
  @MinLength(8)
  OPERATOR_PASSWORD?: string;

  /** File with the secret that signs tokens, 32 bytes or more; default: one that is kept in the database. */
  @IsOptional()
  @IsString()
  TOKEN_SECRET_FILE?: string;

  /**
   * 32 bytes (or `MASTER_KEY_FILE`), as 64 hexadecimal digits or in base64: wraps the keys under which personal
   * data is sealed. Default: made at the first start, in DATA_DIR; with DATABASE_URL in production there is none.
   */
  @IsOptional()
  @IsString()
  MASTER_KEY?: string;

  /** What is logged: fatal, error, warn, log (default, requests too) or debug. */
  @IsIn(LEVELS)
  LOG_LEVEL: LogLevel = 'log';

  /** Proxies whose X-Forwarded-For is believed: how many stand in front, or their addresses; default: none. */
  @IsOptional()
  @IsString()
  TRUST_PROXY?: string;

  /** Mail server that takes the mails of notices (or `SMTP_URL_FILE`); default: none are sent. */
  @IsOptional()
  @IsUrl(
    { protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false },
    { message: 'SMTP_URL must be an address that starts with smtp:// or smtps://' },
  )
  SMTP_URL?: string;

  /** Sender's address of those mails; default: `service-centre@` and the host of SMTP_URL. */
  @IsOptional()
  @IsEmail({ require_tld: false }, { message: 'MAIL_FROM must be an e-mail address' })
  MAIL_FROM?: string;

  /**
   * When the service's clock begins, on an empty database, to be set forward by POST
   * /api/v1/clock/set-forward; for trying out. Default: the database's clock. Refused in production.
   */
  @IsOptional()
  @Transform(({ value }: { value: string }) => parseInstant(value) ?? value)
  @ValidateBy({
    name: 'clock',
    validator: {
      validate: (value) => diagnoseInstant(value) === undefined,
      defaultMessage: () =>
        'CLOCK must be an instant with a zone, such as 2026-03-02T07:00:00+08:00',
    },
  })
  CLOCK?: string;
}

/** A setting that cannot be used; the message names it, and never quotes a secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Every setting's name; those of SECRETS are also read with `_FILE` appended. */
const NAMES: readonly string[] = Object.keys(new Environment()).concat(SECRETS, OPTIONAL);

/** Whether a variable is read at all: a name that is misspelt would be passed over. */
export function isSetting(variable: string): boolean {
  return NAMES.includes(variable) || SECRETS.some((name) => variable === `${name}_FILE`);
}

/** The settings of a process. @throws EnvironmentError with every setting that is wrong */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(
    NAMES.map((name) => [name, valueOf(name, variables)] as const).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const environment = plainToInstance(Environment, { ...new Environment(), ...given });
  const errors = validateSync(environment, {
    // Of what is no number, only that is true, and not that it is too small and too large as well.
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  const wrong = errors.flatMap(({ constraints }) => Object.values(constraints ?? {}));
  if (environment.EVENT_STORE === 'postgres' && environment.EVENTSTOREDB_URL !== undefined)
    wrong.push('EVENTSTOREDB_URL is for EVENT_STORE=eventstoredb: set both, or neither');
  if (environment.CLOCK !== undefined && variables['NODE_ENV'] === 'production')
    wrong.push(NOT_IN_PRODUCTION);
  if (wrong.length === 0) return environment;
  throw new EnvironmentError(wrong.join('; '));
}

function valueOf(name: string, variables: NodeJS.ProcessEnv): string | undefined {
  const value = variables[name];
  const setting = `${name}_FILE`;
  const file = (SECRETS as readonly string[]).includes(name) ? variables[setting] : undefined;
  if (!file) return value;
  if (value) throw new EnvironmentError(`${name} and ${setting} are both set: leave one out`);
  return readSecret(setting, file).toString('utf8').trim();
}

/** The content of a secret's file. @throws EnvironmentError it cannot be read, or holds nothing */
export function readSecret(setting: string, file: string): Buffer {
  const content = contentOf(setting, file);
  // Nothing is no secret, and taken for a setting that was left out it would mean another installation.
  if (content.toString('utf8').trim() === '')
    throw new EnvironmentError(`${setting}: ${file} is empty`);
  return content;
}

function contentOf(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new EnvironmentError(`${setting}: cannot read ${file}`, { cause });
  }
}

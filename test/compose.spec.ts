import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isSetting, readEnvironment } from '../apps/server/src/environment.js';
import { eventStoreDbOf } from '../apps/server/src/store/event-store-db-settings.js';

/** As much of Compose's form as is looked at here; lists and mappings are written in one way only. */
interface Service {
  readonly image: string;
  readonly profiles: readonly string[];
  readonly restart: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly env_file?: readonly { readonly path: string }[];
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, { ipv4_address?: string }>>;
  readonly ports?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: object;
  readonly volumes: object;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const OURS = 'service-centre:';
const PROFILES = ['default', 'eventstoredb', 'cluster'];

const of = (profile: string) => services.filter(([, each]) => each.profiles.includes(profile));
const sourcesOf = ({ volumes = [] }: Service) => volumes.map((volume) => volume.split(':')[0]!);
const isPath = (source: string) => source.startsWith('.') || source.startsWith('/');

let secrets: string;
/** Stands for the certificates' authority, which the cluster itself makes. */
let authority: string;

beforeAll(() => {
  authority = mkdtempSync(join(tmpdir(), 'service-centre-authority-'));
  writeFileSync(join(authority, 'ca.crt'), rootCertificates[0]!);
  secrets = mkdtempSync(join(tmpdir(), 'service-centre-secrets-'));
  execFileSync('sh', ['docker/make-secrets.sh', secrets]);
});
afterAll(() =>
  [secrets, authority].forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

const secret = (name: string) => readFileSync(join(secrets, name), 'utf8');

describe('docker-compose.yml', () => {
  test('gives each service one profile, and starts the default one where none is named', () => {
    expect(
      services.map(([, { profiles }]) => profiles).filter(({ length }) => length !== 1),
    ).toEqual([]);
    expect(new Set(services.flatMap(([, { profiles }]) => profiles))).toEqual(new Set(PROFILES));
    expect(readFileSync('.env', 'utf8')).toMatch(/^COMPOSE_PROFILES=default$/m);
  });

  test('mounts files that are there, or that make-secrets.sh makes', () => {
    const mounted = services.flatMap(([, each]) => sourcesOf(each)).filter(isPath);
    expect(mounted.filter((path) => !existsSync(path))).toEqual([]);
    const made = [
      ...Object.values(compose.secrets).map(({ file }) => file),
      ...services.flatMap(([, { env_file = [] }]) => env_file.map(({ path }) => path)),
    ];
    expect(new Set(made)).toEqual(new Set(readdirSync(secrets).map((name) => `./secrets/${name}`)));
  });

  test('declares every volume, network and secret that a service names, and no other', () => {
    const named = (list: readonly string[]) => [...new Set(list)].sort();
    const volumes = services.flatMap(([, each]) => sourcesOf(each).filter((one) => !isPath(one)));
    const networks = services.flatMap(([, { networks: some = [] }]) =>
      Array.isArray(some) ? (some as readonly string[]) : Object.keys(some),
    );
    expect(named(volumes)).toEqual(Object.keys(compose.volumes).sort());
    expect(named(networks)).toEqual(Object.keys(compose.networks).sort());
    expect(named(services.flatMap(([, each]) => each.secrets ?? []))).toEqual(
      Object.keys(compose.secrets).sort(),
    );
  });

  // The read models of one log mean nothing to another.
  test('shares no volume between two profiles', () => {
    const volumes = PROFILES.flatMap((profile) => [
      ...new Set(of(profile).flatMap(([, each]) => sourcesOf(each))),
    ]);
    expect(new Set(volumes).size).toBe(volumes.length);
  });

  test('publishes a port once in a profile, and to this machine alone', () => {
    for (const profile of PROFILES) {
      const ports = of(profile).flatMap(([, each]) => each.ports ?? []);
      expect(ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))).toEqual([]);
      expect(new Set(ports.map((port) => port.split(':')[1])).size).toBe(ports.length);
    }
  });

  test.each(services)(
    '%s waits for what its profile starts, and for what can be seen',
    (_, each) => {
      for (const [name, { condition }] of Object.entries(each.depends_on ?? {})) {
        const other = compose.services[name];
        expect([name, other?.profiles]).toEqual([name, each.profiles]);
        const fits = other?.restart === 'no' ? 'service_completed_successfully' : 'service_healthy';
        expect([name, condition]).toEqual([name, fits]);
      }
      expect(each.restart === 'no' || each.healthcheck !== undefined).toBe(true);
    },
  );

  test('names an exact version of every image', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const bases = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map(
      ([, one]) => one!,
    );
    const images = [...bases, ...services.map(([, { image }]) => image)];
    expect(images.filter((image) => !/:\d+\.\d+(\.\d+)?(-[a-z-]+)?$/.test(image))).toEqual([]);
    for (const image of images.filter((one) => one.startsWith(OURS)))
      expect(image).toBe(`${OURS}${version}`);
  });
});

describe('what docker-compose.yml tells the service', () => {
  const ours = services.filter(([, { image }]) => image.startsWith(OURS));

  test.each(ours)('%s: is read, is valid, and its secrets are mounted', (_, each) => {
    const { environment = {} } = each;
    expect(Object.keys(environment).filter((name) => !isSetting(name))).toEqual([]);
    const here = Object.entries(environment).map(([name, value]) => {
      const [, mounted] = /^\/run\/secrets\/(.+)$/.exec(String(value)) ?? [];
      if (mounted === undefined)
        return [name, String(value).replace('/authority/', `${authority}/`)];
      expect(each.secrets).toContain(mounted);
      return [name, join(secrets, mounted)];
    });
    const settings = readEnvironment(Object.fromEntries(here) as NodeJS.ProcessEnv);
    expect(settings.DATABASE_URL).toContain(`${secret('postgres_password')}@database:5432/`);
    const log = eventStoreDbOf(settings);
    expect(log !== undefined).toBe(environment['EVENT_STORE'] === 'eventstoredb');
    const known = secret('eventstoredb.env').includes(`=${log?.credentials?.password}\n`);
    expect(known).toBe(
      each.profiles.includes('cluster') && environment['EVENT_STORE'] !== undefined,
    );
  });

  test('the cluster has three nodes that know each other, two APIs and two workers', () => {
    const roles = of('cluster').map(([, { environment }]) => environment?.['ROLES']);
    expect(roles.filter((role) => role === 'api')).toHaveLength(2);
    expect(roles.filter((role) => role === 'worker')).toHaveLength(2);
    const nodes = of('cluster').filter(([, { image }]) =>
      image.startsWith('eventstore/eventstore'),
    );
    const addresses = nodes.map(([, { networks }]) =>
      networks && 'cluster' in networks ? networks.cluster?.ipv4_address : undefined,
    );
    // As docker/make-certificates.sh writes them into the certificates.
    expect(addresses).toEqual([1, 2, 3].map((node) => `172.30.240.1${node}`));
    for (const [at, [name, { environment = {} }]] of nodes.entries()) {
      const others = addresses.filter((address) => address !== addresses[at]);
      expect(environment).toMatchObject({
        EVENTSTORE_REPLICATION_IP: addresses[at],
        EVENTSTORE_GOSSIP_SEED: others.map((address) => `${address}:2113`).join(','),
        EVENTSTORE_ADVERTISE_HOST_TO_CLIENT_AS: name,
        EVENTSTORE_CERTIFICATE_FILE: `/certificates/node${at + 1}/node.crt`,
      });
      expect(name).toBe(`cluster-node-${at + 1}`);
    }
  });
});

test('make-secrets.sh leaves what is there', () => {
  const before = readdirSync(secrets).map(secret);
  execFileSync('sh', ['docker/make-secrets.sh', secrets]);
  expect(readdirSync(secrets).map(secret)).toEqual(before);
  expect(new Set(before).size).toBe(6);
});

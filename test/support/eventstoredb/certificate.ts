import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A certificate for this machine that is its own authority, and lives as long as its directory. */
export interface Certificate {
  /** What a client names as its authority. */
  readonly caFile: string;
  readonly certificate: Buffer;
  readonly key: Buffer;
  readonly remove: () => Promise<void>;
}

const run = promisify(execFile);

/** Made anew by the system's OpenSSL, so that no key lies in the repository. */
export async function makeCertificate(): Promise<Certificate> {
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-certificate-'));
  const [caFile, keyFile] = [join(directory, 'ca.crt'), join(directory, 'node.key')];
  const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost';
  const what = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  await run('openssl', ['req', ...what, '-addext', names, '-keyout', keyFile, '-out', caFile]);
  return {
    caFile,
    certificate: await readFile(caFile),
    key: await readFile(keyFile),
    remove: () => rm(directory, { recursive: true }),
  };
}

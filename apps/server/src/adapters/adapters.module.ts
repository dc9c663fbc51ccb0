import { Global, Module } from '@nestjs/common';
import { Contexts, EventStore, Executor } from '@app/event-store';
import { PersonKeys } from '@app/customers/src/application/ports.js';
import { FileStore } from '@app/files/src/file-store.js';
import { FilesModule } from '@app/files/src/files.module.js';
import { SignatureFiles, Signatures } from '@app/inventory/src/application/ports.js';
import { EvidenceFiles, Subordinates } from '@app/standings/src/application/ports.js';
import { Custody, Files } from '@app/tickets/src/application/ports.js';
import { contextsOn } from '../declared.js';
import { SealedPersonKeys } from './person-keys.js';
import { CustodyOfStock } from './custody.js';
import { SignaturesOfNumbers } from './signatures.js';
import { SubordinatesOnFile } from './subordinates.js';

const adapters = [
  { provide: Contexts, useFactory: contextsOn, inject: [EventStore, Executor] },
  { provide: Custody, useClass: CustodyOfStock },
  { provide: PersonKeys, useClass: SealedPersonKeys },
  { provide: Files, useExisting: FileStore },
  { provide: SignatureFiles, useExisting: FileStore },
  { provide: Signatures, useClass: SignaturesOfNumbers },
  { provide: EvidenceFiles, useExisting: FileStore },
  { provide: Subordinates, useClass: SubordinatesOnFile },
];

/** How contexts read one another, and who answers what one asks of another beyond that. */
@Global()
@Module({
  imports: [FilesModule],
  providers: adapters,
  exports: adapters.map(({ provide }) => provide),
})
export class AdaptersModule {}

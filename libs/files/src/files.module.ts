import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';

/** Images of signatures and photos, kept outside the events. */
@Module({ controllers: [FilesController], providers: [FileStore], exports: [FileStore] })
export class FilesModule {}

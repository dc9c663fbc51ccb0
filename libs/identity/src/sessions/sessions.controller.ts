import { Body, Controller, Header, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { brokenOff } from '@app/http';
import { Public } from '../decorators.js';
import { SessionBody, SignInDto } from './sessions.dto.js';
import { Sessions } from './sessions.js';

/** Signing in. */
@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  /** Sign in with login name and password. */
  @Post()
  @Public()
  @Header('Cache-Control', 'no-store')
  async signIn(
    @Body() { login, password }: SignInDto,
    @Req() request: Request,
  ): Promise<SessionBody> {
    const asked = new AbortController();
    request.res!.once('close', () => asked.abort(brokenOff()));
    return this.sessions.signIn(login, password, request.ip ?? '', asked.signal);
  }
}

import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { HttpProblem } from '@app/http';
import { SigningKey } from './signing-key.js';

const ISSUER = 'service-centre';
const AUDIENCE = 'service-centre-api';

/** Seconds that a token is good for. */
const LIFETIME = 12 * 60 * 60;

/** What a token says. */
export interface Claims {
  readonly login: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Which of the user's passwords it was given for. */
  readonly passwordChangedAt: number;
}

/** Gives bearer tokens out and tells ours from others. Each is checked once, then remembered until it expires. */
@Injectable()
export class Tokens {
  private readonly verified = new LRUCache<string, Claims>({ max: 10_000 });

  constructor(private readonly key: SigningKey) {}

  async issue(login: string, passwordChangedAt: Date): Promise<{ token: string; expiresAt: Date }> {
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ pwd: passwordChangedAt.getTime() })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(login)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME)
      .sign(await this.key.read());
    return { token, expiresAt: new Date((now + LIFETIME) * 1000) };
  }

  /** What the token says; at once when it has been seen before. @throws HttpProblem 401 */
  claims(token: string): Claims | Promise<Claims> {
    const known = this.verified.get(token);
    if (!known) return this.verify(token);
    if (known.expiresAt <= Date.now()) throw expired();
    return known;
  }

  private async verify(token: string): Promise<Claims> {
    try {
      const { payload } = await jwtVerify(token, await this.key.read(), {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp', 'pwd'],
      });
      const claims = {
        login: payload.sub!,
        expiresAt: payload.exp! * 1000,
        passwordChangedAt: Number(payload['pwd']),
      };
      this.verified.set(token, claims);
      return claims;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired();
      if (error instanceof errors.JOSEError) throw invalidToken();
      throw error;
    }
  }
}

/** 401 for a token that is not ours, or no longer counts. */
export function invalidToken(): HttpProblem {
  return unauthorized('token-invalid', {
    zh: '令牌无效，请重新登录',
    en: 'the token is not valid; sign in again',
  });
}

/** 401 for a request without a token. */
export function missingToken(): HttpProblem {
  return unauthorized('token-missing', {
    zh: '请先登录',
    en: 'sign in first: a bearer token is required',
  });
}

function expired(): HttpProblem {
  return unauthorized('token-expired', {
    zh: '令牌已过期，请重新登录',
    en: 'the token has expired; sign in again',
  });
}

function unauthorized(code: string, says: { zh: string; en: string }): HttpProblem {
  return new HttpProblem(401, code, { says, headers: { 'WWW-Authenticate': 'Bearer' } });
}

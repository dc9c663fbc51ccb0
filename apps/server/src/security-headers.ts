import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The pages that the server shows to people: the description of its API. */
const PAGES = /^\/api\/v1\/docs(\/|$)/;

/**
 * What a browser must be told: of pages, all that helmet knows to say; of data, that it is data,
 * runs nothing and is framed nowhere.
 */
export function securityHeaders(): RequestHandler {
  // Without a proxy the server speaks HTTP, where asking for HTTPS would lead nowhere.
  const forPages = helmet({
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  });
  return (request, response, next) => {
    if (PAGES.test(request.path)) {
      forPages(request, response, next);
      return;
    }
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    response.setHeader('Referrer-Policy', 'no-referrer');
    next();
  };
}

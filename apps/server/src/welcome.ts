import type { RequestHandler } from 'express';
import { API_PREFIX } from './paths.js';

const PAGE = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>售后服务中心 · Service centre</title>
<h1>售后服务中心 <span lang="en">· Service centre</span></h1>
<p>工单、上门服务及其全部经过的记录系统。<br>
<span lang="en">The system of record of a product service centre: tickets, visits and their history.</span></p>
<ul>
<li><a href="/${API_PREFIX}/docs">接口说明 <span lang="en">· The API and its description</span></a>
<li><a href="/health/ready">运行状况 <span lang="en">· Health</span></a>
</ul>
</html>
`;

/** Answers a person who looks at the address alone; programs are told that nothing is there. */
export const welcome: RequestHandler = (request, response, next) => {
  const asked = request.path === '/' && ['GET', 'HEAD'].includes(request.method);
  // Whoever takes anything, as `curl` does, is taken for a program.
  if (!asked || request.accepts(['json', 'html']) !== 'html') {
    next();
    return;
  }
  response.setHeader('Vary', 'Accept');
  response.type('html').send(PAGE);
};

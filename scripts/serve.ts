// A static file server for the built page: for scripts/start, and for the browser tests, which
// hold its log against what the page may ask for.
//   node scripts/serve.ts [--folder web/dist] [--port 8080] [--host 127.0.0.1] [--base /]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

export interface SiteOptions {
  folder: string;
  /** The path the folder appears under, as a project page of GitHub Pages has one. */
  base?: string;
  host?: string;
  /** 0 lets the system choose. */
  port?: number;
  /** Pages that exist in memory only, by path below the base; they win over files. */
  pages?: Map<string, string>;
  onRequest?: (request: SiteRequest) => void;
}

export interface SiteRequest {
  method: string;
  path: string;
  status: number;
}

export interface Site {
  /** Address of the base, with its closing slash. */
  url: string;
  close(): Promise<void>;
}

const mimeTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

// What GitHub Pages sends too, except that nothing is kept without asking again.
const commonHeaders = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' };

/** The file a request path means, or undefined when it lies outside the base or the folder. */
function fileOf(path: string, base: string, folder: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  if (below.includes('\0')) return undefined;
  const file = normalize(
    join(folder, below.endsWith('/') || below === '' ? `${below}index.html` : below),
  );
  return file === folder || file.startsWith(folder + sep) ? file : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function sendFile(
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return refuse(response, 404, 'not found');
  const tag = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`;
  const type = mimeTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ...commonHeaders, ETag: tag });
    response.end();
    return;
  }
  response.writeHead(200, {
    ...commonHeaders,
    'Content-Type': type,
    'Content-Length': info.size,
    ETag: tag,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: Required<SiteOptions>,
): Promise<void> {
  const path = decodedPath(request.url ?? '/');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'only GET and HEAD');
  }
  if (path === undefined) return refuse(response, 400, 'bad address');
  if (`${path}/` === options.base) {
    response.writeHead(301, { ...commonHeaders, Location: options.base });
    response.end();
    return;
  }
  const page = path.startsWith(options.base)
    ? options.pages.get(path.slice(options.base.length))
    : undefined;
  if (page !== undefined) {
    response.writeHead(200, { ...commonHeaders, 'Content-Type': mimeTypes['.html'] });
    response.end(page);
    return;
  }
  const file = fileOf(path, options.base, options.folder);
  if (file === undefined) return refuse(response, 404, 'not found');
  await sendFile(file, request, response);
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

export async function startSite(given: SiteOptions): Promise<Site> {
  const options: Required<SiteOptions> = {
    host: '127.0.0.1',
    port: 0,
    pages: new Map(),
    onRequest: () => {},
    ...given,
    folder: resolve(given.folder),
    base: `/${given.base ?? ''}/`.replace(/\/+/g, '/'),
  };
  const server = createServer((request, response) => {
    response.on('finish', () =>
      options.onRequest({
        method: request.method ?? '',
        path: request.url ?? '',
        status: response.statusCode,
      }),
    );
    answer(request, response, options).catch(() => response.destroy());
  });
  await listening(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}${options.base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Starts on the wanted port or, where that is taken, on one of the 50 after it. */
async function startNear(options: SiteOptions & { port: number }): Promise<Site> {
  for (let port = options.port; ; port++) {
    try {
      return await startSite({ ...options, port });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || options.port === 0 || port >= options.port + 50) throw error;
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: 'web/dist' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '/' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`no port: ${values.port}`);
  const site = await startNear({ ...values, port });
  process.stdout.write(`${site.url}\n`);
}

if (import.meta.main) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}

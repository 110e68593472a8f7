/**
 * What the page loads, view by view: the page itself, what a view adds to it once it is opened,
 * and whatever else is fetched later.
 *   scripts/bench sizes [--json]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/load-core.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const dist = join(root, 'web/dist');

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}

interface Load {
  name: string;
  raw: number;
  gzipped: number;
  files: { file: string; raw: number; gzipped: number }[];
}

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** A chunk and all it cannot do without. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  // A module is only named by the script that may fetch it.
  const assets = (chunk.assets ?? []).filter((file) => !file.endsWith('.wasm'));
  for (const file of [...(chunk.css ?? []), ...assets]) seen.add(file);
  for (const one of chunk.imports ?? []) filesOf(one, seen);
  return seen;
}

function loadOf(name: string, files: Iterable<string>): Load {
  const sized = [...files].map((file) => {
    const bytes = readFileSync(join(dist, file));
    return { file, raw: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
  });
  const sum = (of: 'raw' | 'gzipped') => sized.reduce((total, one) => total + one[of], 0);
  return { name, raw: sum('raw'), gzipped: sum('gzipped'), files: sized };
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('the page has no entry');
// The page starts with the smaller module where there are two.
const modules = Object.keys(manifest).filter((key) => key.endsWith('.wasm'));
const starter = modules.find((key) => key.includes('-check')) ?? modules[0];
const first = new Set(['index.html', ...filesOf(entry)]);
if (starter) for (const file of filesOf(starter)) first.add(file);

const loads = [loadOf('first load', first)];
const later = Object.keys(manifest).filter((key) => !first.has(manifest[key]?.file ?? ''));
for (const key of later.sort()) {
  const added = [...filesOf(key)].filter((file) => !first.has(file));
  if (added.length > 0) loads.push(loadOf(`+ ${key.replace(/^src\/|^.*\/wasm\//, '')}`, added));
}

if (options.json) {
  process.stdout.write(`${JSON.stringify(loads)}\n`);
} else {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
  const line = (name: string, raw: number, gzipped: number) =>
    process.stdout.write(`${name.padEnd(48)}${kilobytes(raw)}${kilobytes(gzipped)} gzipped\n`);
  for (const load of loads) {
    line(load.name, load.raw, load.gzipped);
    for (const { file, raw, gzipped } of load.files) line(`    ${file}`, raw, gzipped);
  }
}

/** The page in what a browser saves as a single file: the first of its parts that is one. */
import { maxInputBytes } from '../engine/decode-limits.ts';
import { refuse } from './tabular.ts';

/** Its bytes, in whatever encoding the page has. */
export async function pageOf(source: Blob): Promise<Blob> {
  if (source.size > maxInputBytes) refuse('input_too_large');
  const text = new TextDecoder('latin1').decode(await source.arrayBuffer());
  const boundary = /boundary="?([^"\s;]+)/i.exec(text)?.[1];
  for (const part of boundary ? text.split(`--${boundary}`).slice(1) : []) {
    const end = /\r?\n\r?\n/.exec(part);
    const head = part.slice(0, end?.index ?? 0);
    if (!end || !/^content-type:\s*text\/html/im.test(head)) continue;
    const body = part.slice(end.index + end[0].length);
    const how = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
    return new Blob([bytesOf(unpacked(body, how))]);
  }
  return refuse('html_without_rows');
}

function unpacked(body: string, how: string | undefined): string {
  if (how === 'base64') return fromBase64(body.replace(/[^A-Za-z0-9+/]/g, ''));
  if (how !== 'quoted-printable') return body;
  return body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Without padding; one character left over, of a file that was cut, is none. */
const fromBase64 = (text: string): string => atob(text.length % 4 === 1 ? text.slice(0, -1) : text);

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

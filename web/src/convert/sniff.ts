/**
 * What a file is by its first bytes, never by its name: exports of the same service come as CSV,
 * as a page and as a spreadsheet under one ending. Small, as it is there from the start; what it
 * finds decides whether the converters are brought.
 */
export type Kind = 'html' | 'mhtml' | 'json' | 'xml_sheets' | 'zip' | 'ole' | 'archive' | 'binary';

/** So many bytes tell. A page may begin with a long comment. */
export const headBytes = 4096;

/** Undefined for plain text, and for what nobody here can convert. */
export function sniff(head: Uint8Array): Kind | undefined {
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (others.archive.some((mark) => startsWith(head, mark))) return 'archive';
  if (others.binary.some((mark) => startsWith(head, mark))) return 'binary';
  // All that matters is ASCII, which UTF-8, GB18030 and (but for its NULs) UTF-16 share.
  const text = String.fromCharCode(...head)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (text.startsWith('<')) return markup(text);
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\/related/i.test(text))
    return 'mhtml';
  return isJson(text) ? 'json' : undefined;
}

/** What nobody can convert, and what might be read as a poor text: RAR, 7z, gzip; PDF, pictures. */
const others = {
  archive: [
    [0x52, 0x61, 0x72, 0x21, 0x1a],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x1f, 0x8b],
  ],
  binary: [
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
  ],
};

function startsWith(head: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => head[index] === byte);
}

function markup(text: string): Kind | undefined {
  if (/urn:schemas-microsoft-com:office:spreadsheet"[\s\S]*<(\w+:)?(Worksheet|Styles)\b/.test(text))
    return 'xml_sheets';
  if (/^<\?xml[\s\S]*<\?mso-application progid="Excel.Sheet"/.test(text)) return 'xml_sheets';
  const known = 'html|head|body|meta|title|style|script|table|thead|tbody|tr|td|th|div|span|p|br|a';
  return new RegExp(`<(!doctype html|!--|(${known})[\\s/>])`, 'i').test(text) ? 'html' : undefined;
}

/**
 * An array of arrays, objects or texts; an object; either as the argument of a function or the
 * value of a variable. A title line such as "[513100] 日线" is none of these.
 */
function isJson(text: string): boolean {
  const code = text
    .replace(/^\)\]\}',?\s*/, '')
    .replace(/^(?:\/\*[\s\S]*?\*\/\s*|\/\/[^\n]*\n\s*)+/, '');
  const value = String.raw`(?:\[\s*(?:[[\]{"'(]|$)|\{\s*(?:["'}]|[\w$]+\s*:|[\w.]+\(|$))`;
  const called = String.raw`(?:[\w$.]+\s*&&\s*)?[\w$.]+(?:\['\w+'\])?\s*\(\s*`;
  const given = String.raw`(?:export\s+)?(?:(?:var|let|const)\s+[\w$]+|window\.[\w$.]+|[\w$.]+)\s*=\s*\(?`;
  const declared = String.raw`(?:var|let|const)\s+[\w$]+\s*=\s*["'\d\-tf]|v_\w+="`;
  const inText = String.raw`"\s*[[{]\s*\\"|"\[\s*\{\s*\\"`;
  return new RegExp(`^(?:(?:${called}|${given})?${value}|${declared}|${inText})`).test(code);
}

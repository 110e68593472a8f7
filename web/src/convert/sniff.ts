/**
 * What a file is by its first bytes, never by its name: exports of the same service come as CSV,
 * as a page and as a spreadsheet under one ending. Small, as it is there from the start; what it
 * finds decides whether the converters are brought.
 */
export type Kind = 'html' | 'json' | 'xml_sheets' | 'zip' | 'ole';

/** So many bytes tell. A page may begin with a long comment. */
export const headBytes = 4096;

/** Undefined for plain text, and for what nobody here can convert. */
export function sniff(head: Uint8Array): Kind | undefined {
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  // All that matters is ASCII, which UTF-8, GB18030 and (but for its NULs) UTF-16 share.
  const text = String.fromCharCode(...head)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (text.startsWith('<')) return markup(text);
  return isJson(text) ? 'json' : undefined;
}

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
  const code = text.replace(/^\)\]\}',?\s*/, '').replace(/^(?:\/\*[\s\S]*?\*\/\s*)+/, '');
  const value = String.raw`(?:\[\s*(?:[[\]{"']|$)|\{\s*(?:["'}]|[\w$]+\s*:|$))`;
  const called = String.raw`(?:[\w$.]+\s*&&\s*)?[\w$.]+\s*\(\s*`;
  const given = String.raw`(?:(?:var|let|const)\s+[\w$]+|window\.[\w$.]+|[\w$.]+)\s*=\s*`;
  const declared = String.raw`(?:var|let|const)\s+[\w$]+\s*=\s*["'\d\-tf]`;
  return new RegExp(`^(?:(?:${called}|${given})?${value}|${declared})`).test(code);
}

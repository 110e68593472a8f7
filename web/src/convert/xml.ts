/** XML read as it streams, as far as spreadsheets need it; prefixes of names do not count. */
import { Parser } from 'htmlparser2';

export interface XmlReader {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** No entity is expanded but XML's own five and numbers, so none can grow. */
export async function readXml(text: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open?.(local(name), attributes),
      ontext: (piece) => reader.text?.(piece),
      onclosetag: (name) => reader.close?.(local(name)),
    },
    { xmlMode: true },
  );
  for await (const piece of text) parser.write(piece);
  parser.end();
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((one) => local(one) === name);
  return key === undefined ? undefined : attributes[key];
}

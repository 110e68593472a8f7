/** A file that is no plain text, as the tables in it. The same on the page and on the command line. */
import { EngineError, errorBody } from '../engine/error.ts';
import { convertHtml } from './html.ts';
import { convertJson } from './json.ts';
import { pageOf } from './mhtml.ts';
import type { Kind } from './sniff.ts';
import { type Converted, refuse } from './tabular.ts';
import { convertXlsx } from './xlsx.ts';
import { convertXmlSheets } from './xml-sheets.ts';

export type { Converted };

/** Never an empty list; an EngineError where there is no table, with its place. */
export async function convert(
  source: Blob,
  kind: Kind,
  onProgress?: (fraction: number) => void,
): Promise<Converted[]> {
  switch (kind) {
    case 'html':
      return convertHtml(source, onProgress);
    case 'mhtml':
      return convertHtml(await pageOf(source), onProgress);
    case 'json':
      return convertJson(source, onProgress);
    case 'xml_sheets':
      return convertXmlSheets(source, onProgress);
    case 'zip':
      return workbook(source, onProgress);
    case 'ole':
      return ole(source);
    case 'archive':
      return refuse('archive_input');
    case 'binary':
      throw new EngineError({ code: 'binary_input', message: 'the input is not text' });
  }
}

/** Addresses and numbers that are none are as much a damage as a wrong checksum. */
async function workbook(source: Blob, onProgress?: (fraction: number) => void) {
  try {
    return await convertXlsx(source, onProgress);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError(errorBody('sheet_damaged', String(error)));
  }
}

/**
 * The old binary workbook is refused by the core's own code, which a text of it would not meet: it
 * is no text in any encoding. A new one with a password looks the same from outside.
 */
async function ole(source: Blob): Promise<never> {
  const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  const bytes = new Uint8Array(await source.slice(0, 64 * 1024 ** 2).arrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  if (text.includes(name)) throw new EngineError(errorBody('sheet_encrypted'));
  const message = 'the input is a binary spreadsheet file';
  throw new EngineError({ code: 'spreadsheet_input', message });
}

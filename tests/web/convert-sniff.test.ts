import { expect, test } from 'vitest';
import { sniff } from '../../web/src/convert/sniff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['<!DOCTYPE html><html>', 'html'],
  ['\uFEFF\n  <table border=1><tr>', 'html'],
  ['<!-- exported --><div>', 'html'],
  ['<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'html'],
  ['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', 'xml_sheets'],
  ['{"data": []}', 'json'],
  [' [ ["日期", 1] ]', 'json'],
  ['[]', 'json'],
  ['{columns: ["a"]}', 'json'],
  ['jQuery1124_17(\n{"a":1})', 'json'],
  ['/**/ cb([{}])', 'json'],
  ['var apidata={ content:"<table>"};', 'json'],
  ['var ishb=false;/*x*/var fS_code = "1"', 'json'],
  [')]}\',\n{"a":1}', 'json'],
  ['// export\n[{"a":1}]', 'json'],
  ['"[{\\"a\\":1}]"', 'json'],
  ["[('2025-01-02', 1.8)]", 'json'],
  ['var _sh599001=([{"day":"2025-01-02"}]);', 'json'],
  ['v_sh599001="1~示例~599001";', 'json'],
  ["/*<script></script>*/\nIO.X.CallbackList['1']({})", 'json'],
  ['From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\tboundary="b"', 'mhtml'],
  ['PK\u0003\u0004', 'zip'],
  ['%PDF-1.7', 'binary'],
  ['Rar!\u001a', 'archive'],
  // Plain text, though it looks a little like something else.
  ['[513100] 纳指ETF 日线\n日期,收盘', undefined],
  ['<5%,日期', undefined],
  ['{日期},价格', undefined],
  ['日期(注),价格', undefined],
  ['var,date,close', undefined],
  ['From: 2025-01-02\nTo: 2025-02-02\ndate,close', undefined],
  ['// 513100 日线\ndate,close', undefined],
  ['date,close\n', undefined],
  ['', undefined],
])('%j is %s', (text, kind) => expect(sniff(bytes(text))).toBe(kind));

test('UTF-16 tells as well, and the old binary workbook', () => {
  expect(sniff(Buffer.from('\uFEFF<table><tr>', 'utf16le'))).toBe('html');
  expect(sniff(Buffer.from('[{"a":1}]', 'utf16le'))).toBe('json');
  expect(sniff(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('ole');
});

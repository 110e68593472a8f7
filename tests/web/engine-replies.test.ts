import { expect, test } from 'vitest';
import type { Door } from '../../scripts/doors.ts';
import { Replies } from '../../scripts/replies.ts';

/** A build that echoes its request, has one long series, and breaks when asked to. */
class FakeDoor implements Door {
  readonly dropped: string[] = [];
  closed = false;

  list = async () => '{}';
  reply = async (request: string) => {
    if (request.includes('break')) throw new Error('unreachable');
    const series = { table: '=7', column: 'dates' };
    return JSON.stringify({ ok: true, result: { request, series, short: [1, null] } });
  };
  column = async () => ['2020-09-03', null];
  drop = async (table: string) => {
    this.dropped.push(table);
  };
  close = async () => {
    this.closed = true;
  };
}

function opened(refs = false): { replies: Replies; doors: FakeDoor[] } {
  const doors: FakeDoor[] = [];
  const open = async () => {
    const door = new FakeDoor();
    doors.push(door);
    return door;
  };
  return { replies: new Replies(open, refs), doors };
}

test('long series are written out and given back', async () => {
  const { replies, doors } = opened();
  expect(JSON.parse(await replies.to('{}')).result).toEqual({
    request: '{}',
    series: ['2020-09-03', null],
    short: [1, null],
  });
  expect(doors[0]?.dropped).toEqual(['=7']);
});

test('or left as references, and kept, for a later request may name them', async () => {
  const { replies, doors } = opened(true);
  expect(JSON.parse(await replies.to('{}')).result.series).toEqual({
    table: '=7',
    column: 'dates',
  });
  expect(doors[0]?.dropped).toEqual([]);
});

test('a build that breaks is answered for and opened anew', async () => {
  const { replies, doors } = opened();
  const broken = JSON.parse(await replies.to('break'));
  expect(broken).toMatchObject({ ok: false, error: { code: 'engine_failed' } });
  expect(doors[0]?.closed).toBe(true);
  expect(JSON.parse(await replies.to('{}')).ok).toBe(true);
  expect(doors).toHaveLength(2);
  await replies.close();
  expect(doors[1]?.closed).toBe(true);
});

test('a request is one line, as right or as wrong as it was', async () => {
  const { replies } = opened();
  const sent = async (request: string) => JSON.parse(await replies.to(request)).result.request;
  expect(await sent(' {\n"op":\r\n"x"}\n')).toBe('{ "op": "x"}');
  // A line break within a string is not JSON; as a blank it would be.
  expect(await sent('{"op":"a\nb"}')).toBe('{"op":"a\vb"}');
});

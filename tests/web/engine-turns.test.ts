import { describe, expect, test } from 'vitest';
import { Names, Turns } from '../../web/src/engine/turns.ts';

/** A task that wants so many turns and writes its name at each. */
async function work(turns: Turns, name: string, slices: number, diary: string[]): Promise<void> {
  for (let i = 0; i < slices; i++) {
    await turns.next(i);
    diary.push(name);
  }
}

describe('turns', () => {
  test('long tasks take turns among themselves', async () => {
    const turns = new Turns();
    const diary: string[] = [];
    await Promise.all([work(turns, 'a', 3, diary), work(turns, 'b', 3, diary)]);
    expect(diary.join('')).toBe('ababab');
  });

  test('a task that comes later with one slice is not kept waiting by long ones', async () => {
    const turns = new Turns();
    const diary: string[] = [];
    const long = [work(turns, 'a', 9, diary), work(turns, 'b', 9, diary)];
    while (diary.length < 6) await turns.next(1);
    await work(turns, 'quick', 1, diary);
    expect(diary.length).toBeLessThan(10);
    expect(diary.at(-1)).toBe('quick');
    await Promise.all(long);
  });

  test('messages are heard between two turns', async () => {
    // A port of Node's hands over all its messages before another's; a browser's does not.
    const turns = new Turns((then) => setImmediate(then));
    const diary: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => diary.push('message');
    const long = work(turns, 'a', 50, diary);
    port2.postMessage(null);
    await long;
    port1.close();
    expect(diary.indexOf('message')).toBeGreaterThanOrEqual(0);
    expect(diary.indexOf('message')).toBeLessThan(5);
  });
});

describe('names', () => {
  test('the same name is held by one at a time, in order', async () => {
    const names = new Names();
    const diary: string[] = [];
    const hold = async (who: string, ...held: string[]) => {
      const release = await names.acquire(held);
      diary.push(`${who} begins`);
      await new Promise((later) => setTimeout(later, 5));
      diary.push(`${who} ends`);
      release();
    };
    await Promise.all([hold('1', 'x'), hold('2', 'x', 'y'), hold('3', 'y')]);
    expect(diary).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  test('another name is not held up', async () => {
    const names = new Names();
    await names.acquire(['x']);
    await names.acquire(['y']);
    await names.acquire([]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { latest } from './latest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once after a burst, with the last question', async () => {
  const asked: number[] = [];
  const shown: number[] = [];
  const one = latest<number, number>(
    50,
    (question) => {
      asked.push(question);
      return Promise.resolve(question * 10);
    },
    (answer) => shown.push(answer),
    () => undefined,
  );
  for (let i = 1; i <= 5; i += 1) {
    one.ask(i);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual([5]);
  expect(shown).toEqual([50]);
});

it('drops an answer that a later question overtook, and tells the work to stop', async () => {
  const shown: string[] = [];
  const stopped: string[] = [];
  const slow = (question: string, signal: AbortSignal): Promise<string> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => stopped.push(question));
      setTimeout(() => resolve(question), question === 'first' ? 1000 : 10);
    });
  const one = latest(
    0,
    slow,
    (answer: string) => shown.push(answer),
    () => undefined,
  );
  one.ask('first');
  await vi.advanceTimersByTimeAsync(20);
  one.ask('second');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shown).toEqual(['second']);
  expect(stopped).toEqual(['first']);
});

it('drops an answer that comes while a later question waits for calm', async () => {
  const shown: string[] = [];
  const one = latest<string, string>(
    50,
    (question) => new Promise((resolve) => setTimeout(() => resolve(question), 30)),
    (answer) => shown.push(answer),
    () => undefined,
  );
  one.ask('first');
  await vi.advanceTimersByTimeAsync(60);
  one.ask('second');
  await vi.advanceTimersByTimeAsync(40);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown).toEqual(['second']);
});

it('tells of a failure unless it was overtaken or disposed of', async () => {
  const failures: unknown[] = [];
  const one = latest<string, never>(
    0,
    (question) => Promise.reject(new Error(question)),
    () => undefined,
    (error) => failures.push((error as Error).message),
  );
  one.ask('broken');
  await vi.advanceTimersByTimeAsync(5);
  one.ask('disposed');
  one.dispose();
  await vi.advanceTimersByTimeAsync(5);
  expect(failures).toEqual(['broken']);
});

import { setTimeout } from 'node:timers/promises';

const least = 150;

/**
 * Does `work`, and answers after 150 ms or when it is done, whichever is later: how long an answer takes says
 * nothing about what there was to do, and so not whether somebody exists.
 */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const [answer] = await Promise.allSettled([work(), setTimeout(least)]);
  if (answer.status === 'rejected') throw answer.reason;
  return answer.value;
}

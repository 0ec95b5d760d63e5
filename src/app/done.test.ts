import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseUrl, createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const forgets = async (path: string, accept: string) => {
  const headers = { cookie: 'done=Opgeslagen', accept };
  const answer = await world.app.request(`${baseUrl}${path}`, { headers });
  return answer.headers.getSetCookie().some((each) => each.startsWith('done=;'));
};

test('what a form has done is told by the page that follows, and not spent on a stream', async () => {
  expect(await forgets('/live', 'text/event-stream')).toBe(false);
  expect(await forgets('/sign-in', 'text/html')).toBe(true);
});

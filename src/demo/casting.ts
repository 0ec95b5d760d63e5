import type { Agreement } from '#agreement/agreement.ts';
import type { Staff } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';
import type { Cast, CastContact, CastSite, Client } from './cast.ts';
import type { Chance } from './chance.ts';
import { finalPriority } from './placing.ts';
import type { Wish } from './recipes.ts';
import type { Script } from './script.ts';
import { stories } from './stories/stories.ts';
import type { Story } from './stories/story.ts';

/** Finds a story, a site and people for each wish, so that what is open never reads the same twice. */
export class Casting {
  readonly #cast: Cast;
  readonly #agreement: Agreement;
  readonly #chance: Chance;
  readonly #told = new Map<string, string[]>();
  readonly #openStories = new Set<string>();
  readonly #load = new Map<string, number>();
  #next = 0;

  constructor(cast: Cast, agreement: Agreement, chance: Chance) {
    this.#cast = cast;
    this.#agreement = agreement;
    this.#chance = chance;
  }

  script(wish: Wish, follows: Script | null = null): Script {
    const number = this.#next++;
    const language = wish.language ?? (wish.priority ? 'nl' : number % 4 === 1 ? 'en' : 'nl');
    const story = follows?.story ?? this.#storyFor(wish, language);
    const [client, site] = follows ? [follows.client, follows.site] : this.#siteFor(wish, story, language);
    const toldAt = this.#told.get(story.key) ?? [];
    this.#told.set(story.key, [...toldAt, site.id]);
    this.#load.set(site.id, (this.#load.get(site.id) ?? 0) + 1);
    if (!('daysAgo' in wish.place) || wish.followed) this.#openStories.add(story.key);
    const reporter = follows?.reporter ?? this.#reporterFor(client, site);
    return {
      number,
      story,
      told: follows ? follows.told : toldAt.length,
      client,
      site,
      reporter,
      watcher: watcherFor(client, site, reporter),
      follows,
      ...this.#crew(language),
    };
  }

  #storyFor(wish: Wish, language: Language): Story {
    // what is followed is told again among the open ones
    const open = !('daysAgo' in wish.place) || wish.followed;
    const fitting = stories[language].filter((story) => {
      if (wish.steps.includes('adjust') && !story.adjusted) return false;
      if (wish.early && !story.early) return false;
      if (wish.steps.includes('give') !== 'reply' in story.solution && answersMatter(wish)) return false;
      return !wish.priority || finalPriority(story, wish.steps, this.#agreement) === wish.priority;
    });
    const cost = (story: Story) =>
      (this.#told.get(story.key)?.length ?? 0) * 10 +
      (open && this.#openStories.has(story.key) ? 1_000 : 0) +
      wish.steps.filter((name) => lacks(story, name)).length * 4 +
      this.#chance.next() * 3;
    const best = cheapest(fitting, cost);
    if (!best) throw new Error(`No story fits ${wish.steps.join(' ')} (${wish.priority ?? 'any priority'}).`);
    return best;
  }

  #siteFor(wish: Wish, story: Story, language: Language): [Client, CastSite] {
    const places = this.#cast.clients
      .filter((client) => client.language === language)
      .flatMap((client) => client.sites.map((site): [Client, CastSite] => [client, site]))
      .filter(([, site]) => !story.on || site.kind === story.on)
      .filter(([, site]) => site.phase !== 'ended' || isLongAgo(wish))
      .filter(([, site]) => (wish.early ? site.phase === 'development' : site.phase !== 'development'));
    const told = this.#told.get(story.key) ?? [];
    const cost = ([, site]: [Client, CastSite]) =>
      (this.#load.get(site.id) ?? 0) *
        (site.phase === 'ended' ? 3 : site.criticalParts.length > 1 ? 0.7 : 1) +
      (told.includes(site.id) ? 100 : 0) +
      this.#chance.next() * 3;
    return cheapest(places, cost)!;
  }

  #reporterFor(client: Client, site: CastSite): CastContact {
    const fitting = client.contacts.filter(
      ({ role, siteIds }) => role !== 'colleague' || siteIds.includes(site.id),
    );
    const reporters = fitting.filter(({ role }) => role === 'reporter');
    return this.#chance.pick(this.#chance.percent(50) ? reporters : fitting);
  }

  #crew(language: Language): Pick<Script, 'supporter' | 'solver' | 'tester'> {
    const { supporters, developers, manager } = this.#cast;
    const speaking = supporters.filter((each) => each.language === language);
    const supporter = this.#chance.percent(75) ? this.#chance.pick(speaking) : this.#chance.pick(supporters);
    const solver: Staff = this.#chance.percent(25) ? supporter : this.#chance.pick(developers);
    const others = [...supporters, ...developers, manager].filter(({ id }) => id !== solver.id);
    return { supporter, solver, tester: this.#chance.pick(others) };
  }
}

/** Whether it shows in the steps if a story is answered or built. */
const answersMatter = ({ steps }: Wish) =>
  steps.some((name) => ['hand', 'release', 'give', 'unassign', 'assign'].includes(name));

const isLongAgo = ({ place, followed }: Wish) => 'daysAgo' in place && place.daysAgo > 45 && !followed;

function lacks(story: Story, step: Wish['steps'][number]): boolean {
  const own = {
    add: story.added,
    reply: story.replied,
    fail: story.failed,
    refuse: story.refused,
    move: story.moved,
    drop: story.dropped,
    withdraw: story.withdrawn,
    reopen: story.reopened,
  } as Record<string, string | undefined>;
  return step in own && own[step] === undefined;
}

function watcherFor(client: Client, site: CastSite, reporter: CastContact): CastContact | null {
  const sees = ({ role, siteIds }: CastContact) =>
    role === 'coordinator' || (role === 'colleague' && siteIds.includes(site.id));
  return client.contacts.find((each) => each.id !== reporter.id && sees(each)) ?? null;
}

function cheapest<T>(all: readonly T[], cost: (each: T) => number): T | undefined {
  const priced = all.map((each) => ({ each, price: cost(each) }));
  return priced.toSorted((a, b) => a.price - b.price)[0]?.each;
}

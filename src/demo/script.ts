import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Staff } from '#lib/actor.ts';
import type { CastContact, CastSite, Client } from './cast.ts';
import type { Story } from './stories/story.ts';

/** Who and what one ticket is about. */
export interface Script {
  /** Its place in the plan. */
  readonly number: number;
  readonly story: Story;
  /** How often the story was told before. */
  readonly told: number;
  readonly client: Client;
  readonly site: CastSite;
  readonly reporter: CastContact;
  /** Somebody of the same client who sees the ticket as well. */
  readonly watcher: CastContact | null;
  readonly supporter: Staff;
  readonly solver: Staff;
  readonly tester: Staff;
  /** The script of the ended ticket that this one follows. */
  readonly follows: Script | null;
}

/** What the steps are carried out in. */
export interface Stage {
  readonly scope: Scope;
  readonly files: FileStore;
  /** The ids of the tickets so far, by the number of their script. */
  readonly ids: Map<number, string>;
  /** Office time after a moment, on a quarter of an hour. */
  readonly later: (from: Date, officeMinutes: number) => Date;
}

/** A text of a story, in the words of the client that it happens to. */
export function told(text: string, { client, site, reporter, watcher }: Script): string {
  const words: Record<string, string> = {
    ...client.words,
    address: site.address.replace('https://', ''),
    name: reporter.name.split(' ')[0]!,
    colleague: watcher?.name ?? client.contacts[0]!.name,
  };
  return text.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

import type { Person } from '#lib/actor.ts';
import { keepFiles } from '#tickets/attachments.ts';
import { sampleFile } from './files.ts';
import type { Script, Stage } from './script.ts';
import type { Sample } from './stories/story.ts';

/** Hands a file in, for whatever is sent next to take along. */
export async function sent(stage: Stage, script: Script, person: Person, sample: Sample | undefined) {
  if (!sample) return {};
  const file = sampleFile[sample](script.number);
  return { attachmentIds: await keepFiles(stage.scope, stage.files, person, [file]) };
}

import { reportFor, reportTicket } from '#tickets/tickets.ts';
import { type Script, type Stage, told } from './script.ts';
import { sent } from './sending.ts';
import { kindOf } from './stories/kinds.ts';
import { sayings } from './stories/stories.ts';

export type ReportName = 'report' | 'phone';

/** The report itself: through the portal, or by phone to a supporter. */
export async function takeReport(how: ReportName, stage: Stage, script: Script): Promise<string> {
  const { story, reporter, follows } = script;
  const { followed } = sayings[script.client.language];
  const subject = told(story.subject[script.told % story.subject.length]!, script);
  const happened = told(story.happened, script);
  const earlier = follows ? stage.ids.get(follows.number) : undefined;
  const input = {
    siteId: script.site.id,
    subject: earlier ? followed.subject.replace('{subject}', subject) : subject,
    did: told(story.did, script),
    happened: earlier ? followed.happened.replace('{happened}', happened) : happened,
    expected: told(story.expected ?? '', script),
    urgency: story.urgency,
    impact: story.impact,
    kind: kindOf(story),
    ...(earlier ? { followsId: earlier } : {}),
  };
  if (how === 'phone') {
    const { id } = await reportFor(stage.scope, script.supporter, {
      ...input,
      reporterId: reporter.id,
      channel: 'phone',
    });
    return id;
  }
  const files = await sent(stage, script, reporter, story.file);
  const { id } = await reportTicket(stage.scope, reporter, { ...input, ...files });
  return id;
}

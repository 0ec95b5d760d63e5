import { Act, Section } from '#ui/parts.tsx';
import { sayDay, sayMoment } from '#ui/time.tsx';
import { sayDevice } from './device.ts';
import type { SecurityProps } from './overview.tsx';
import { securityTexts } from './texts.ts';

/** Where somebody is signed in, with a button for each other place and one for all of them. */
export const Sessions = ({ page, sessions, here, newId }: SecurityProps) => {
  const say = securityTexts(page.language);
  const others = sessions.filter(({ id }) => id !== here);
  return (
    <Section title={say('sessions.title')}>
      <ul class="divide-y divide-base-300">
        {sessions.map((each) => {
          const device = sayDevice(each.userAgent, page.language);
          const seen = each.seenAt && say('sessions.seen', { day: sayMoment(each.seenAt, page) });
          const address = each.address && say('sessions.from', { address: each.address });
          return (
            <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <span class="min-w-48 flex-1">
                <span class="font-medium">{device}</span>
                {each.id === here && (
                  <span class="badge badge-outline badge-sm ml-2">{say('sessions.this')}</span>
                )}
                <span class="block text-secondary">
                  {[say('sessions.since', { day: sayDay(each.since, page) }), seen, address]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {each.id !== here && (
                <Act
                  action={`/profile/security/sessions/${each.id}/removal`}
                  once={newId()}
                  label={say('sessions.end')}
                  about={device}
                />
              )}
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <div class="mt-3">
          <Act
            action="/profile/security/sessions/removal"
            once={newId()}
            label={say('sessions.end_others')}
            look="danger"
          />
        </div>
      )}
    </Section>
  );
};

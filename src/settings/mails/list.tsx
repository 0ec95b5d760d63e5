import { mailGroups } from '#mail/kinds.ts';
import type { OwnTexts } from '#mail/own-texts.ts';
import type { Page } from '#ui/page.ts';
import { Row, Rows } from '#ui/parts.tsx';
import { SettingsFrame } from '../frame.tsx';
import { mails } from './kinds.ts';
import { standingOf } from './standing.ts';
import { mailRoomTexts } from './texts.ts';
import { sayTitle, sayWhat } from './words.ts';

/** Every mail by what it is for, and which have texts of the agency's own. */
export const MailsRoomPage = ({ page, own }: { page: Page; own: OwnTexts }) => {
  const say = mailRoomTexts(page.language);
  return (
    <SettingsFrame page={page} room="mails">
      <p class="mb-5">{say('intro')}</p>
      {mailGroups.map((group) => (
        <section class="mb-6">
          <h2 class="mb-2 text-lg font-semibold">{say(`group.${group}`)}</h2>
          <Rows label={say(`group.${group}`)}>
            {mails
              .filter((mail) => mail.group === group)
              .map((mail) => {
                const standing = standingOf(mail, own);
                return (
                  <Row
                    href={`/desk/settings/mails/${mail.kind}`}
                    name={sayTitle(mail, page.language)}
                    mark={standing ? say(standing) : undefined}
                  >
                    {sayWhat(mail, page.language)}
                  </Row>
                );
              })}
          </Rows>
        </section>
      ))}
    </SettingsFrame>
  );
};

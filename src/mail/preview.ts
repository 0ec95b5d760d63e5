import { secureHeaders } from 'hono/secure-headers';

/**
 * The headers of a mail shown in a frame: it may look as it does at its reader's, and do nothing at all. To
 * be mounted before the program's own headers, which it overrides on its own addresses.
 */
export const previewHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    frameAncestors: ["'self'"],
    sandbox: [],
  },
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'no-referrer',
});

/** The address of such a frame: of a mail that was written. */
export const previewPath = '/desk/mail/:id/html';

/** And of one that shows what the texts of a mail look like. */
export const textsPreviewPath = '/desk/settings/mails/:mail/preview/:language';

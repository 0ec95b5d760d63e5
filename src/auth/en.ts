import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  wrong: 'This e-mail address and password do not belong together. Check both and try again.',
  by_link: 'Send me a sign-in link by e-mail',
  by_link_hint: 'Forgot your password, or have none yet?',
  too_often_title: 'Tried too often',
  not_set_up_title: 'Nazorg has not been set up yet',
  not_set_up:
    'When it starts, the program prints a link: on the screen or in the log of the server. Open that link; there you name the agency and make the first manager.',
  not_set_up_again: 'Cannot find the link any more? Start the program again and a new one appears.',
  signed_out: 'You are signed out.',
  passkey: {
    sign_in: 'Sign in with a passkey',
    unknown: 'We do not know this passkey, or it took too long. Sign in another way.',
    failed: 'That did not work. Try again, or sign in another way.',
  },
  code: {
    title: 'One more step',
    app: 'Code from your app',
    recovery: 'Recovery code',
    intro_app: 'Open the app on your telephone and fill in the six digits that it shows.',
    intro_recovery:
      'Fill in one of the recovery codes that you kept when you switched the second step on. Each works once.',
    lost: 'Do you not have your telephone with you?',
    with_recovery: 'Use a recovery code',
    with_app: 'Use a code from your app',
    ended: 'This took too long. Sign in again.',
  },
  link: {
    title: 'Ask for a sign-in link',
    intro:
      'Fill in your e-mail address. You will get an e-mail with a button that signs you in, without a password.',
    send: 'Send the link',
    no_mail:
      'This site does not send e-mail yet. Ask a manager of {{agency}} for a new invitation; with it you can sign in and choose a password.',
    sent_title: 'Look in your e-mail',
    sent: 'If we know this address, an e-mail is on its way to you. The link in it works for {{minutes}} minutes, and once.',
    sent_none:
      'Nothing there? Look in the folder for unwanted e-mail, or check that you filled in the right address.',
    again: 'Ask for a new link',
    open_title: 'Sign in at {{agency}}',
    open: 'Press the button to sign in.',
    button: 'Sign in',
    spent_title: 'This link no longer works',
    spent:
      'A sign-in link works for {{minutes}} minutes, and once. This one has been used, or is too old. Ask for a new one; it takes a moment.',
    back: 'Back to sign-in',
  },
  mail: {
    subject: 'Your sign-in link for {{agency}}',
    intro:
      'You asked for a link to sign in at {{agency}}. Press the button, and confirm on the page that opens.',
    action: 'Sign in',
    until: 'The link works for {{minutes}} minutes, and once.',
    not_you:
      'You did not ask for this? Then you need do nothing: without this e-mail nobody can sign in with the link.',
  },
} satisfies Translated<typeof nl>;

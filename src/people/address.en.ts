import type { Translated } from '#ui/texts.ts';
import type nl from './address.nl.ts';

export default {
  now: 'You sign in with {{email}}. All e-mails go there as well.',
  change: 'Change e-mail address',
  how: 'We will send a link to the new address. Your address changes only once you open it. Your old address is told.',
  ask_manager: 'To change it, ask a manager of {{agency}}.',
  new: 'New e-mail address',
  password: 'Your password',
  code: 'Code from the app, or a recovery code',
  recovery_code: 'One of your recovery codes',
  send: 'Send the link',
  asked: 'We have sent a link to {{address}}.',
  waiting:
    'A link has been sent to {{address}} ({{day}}). Open it before {{until}}. Until then your present address stays.',
  withdraw: 'Do not change it after all',
  withdrawn: 'Your e-mail address stays as it was.',
  confirm_title: 'Confirm your new e-mail address',
  confirm:
    'From now on you sign in with {{address}}, and all e-mails go there. On other devices you will have to sign in again.',
  confirm_do: 'This is my new address',
  confirmed: 'Your e-mail address has been changed.',
  ended_title: 'This link no longer works',
  ended:
    'The link has been used, is too old, or a newer one took its place. You can change your e-mail address again in your profile.',
  to_profile: 'To your profile',
  taken_title: 'This e-mail address is in use already',
  taken: 'There is an account with {{address}} already. Your address has not been changed.',
  stop_title: 'Stop the change of your e-mail address',
  stop: 'You did not ask for another e-mail address? Then somebody else knows your password, or was signed in on a device of yours.',
  stop_effect:
    'If you stop it, {{email}} stays your address, or becomes it again. You are signed out everywhere, and your password no longer works.',
  stop_do: 'Stop, and sign out everywhere',
  stopped_title: 'The change has been stopped',
  stopped:
    'You sign in with {{email}} again. Everywhere has been signed out, and the old password no longer works. Sign in with a link by e-mail, and choose a new password in your profile.',
  stopped_link: 'Ask for a link',
  stop_ended:
    'The change has been stopped already, or is too long ago. Is your e-mail address not right? Let {{agency}} know at once.',
  stop_taken:
    'Your old address now belongs to another account, and cannot come back. Everywhere has been signed out, and the old password no longer works. Let {{agency}} know at once what happened.',
  mail: {
    confirm: {
      subject: 'Confirm your new e-mail address at {{agency}}',
      intro:
        'You want to sign in with {{address}} from now on. Open the link to confirm that this address is yours.',
      action: 'Confirm the address',
      until: 'The link works once, until {{until}}, and only while you are signed in.',
      not_you: 'You did not ask for this? Then you need do nothing.',
    },
    taken: {
      subject: 'Your e-mail address is known at {{agency}} already',
      intro:
        'Somebody wanted to use {{address}} for another account. That cannot be done: it belongs to your account already. Nothing has been changed.',
      not_you: 'Was it you? Then sign in with this address. Otherwise you need do nothing.',
    },
    notice: {
      subject: 'Your e-mail address at {{agency}} is about to change',
      intro: 'Somebody who is signed in to your account asked for {{address}} as its new e-mail address.',
      not_you:
        'Was this not you? Then stop the change at once. You can until {{until}}, also when the address has been changed already.',
      action: 'This was not me: stop it',
      you: 'If it was you, you need do nothing.',
    },
  },
} satisfies Translated<typeof nl>;

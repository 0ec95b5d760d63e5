import type { Sayings } from '../story.ts';

export default {
  added: [
    'One more thing: it does not happen every time, perhaps two out of three.',
    'I tried once more just now and it is still the same.',
    'My colleague {colleague} knows more about this, do call if that helps.',
  ],
  replied: [
    'Thank you for the clear description. We can reproduce it and are working on it.',
    'We have found the cause and are putting it right.',
  ],
  failed: [
    'Works in Chrome; in Safari I still see the old behaviour.',
    'One at a time is fine, two at once still fail.',
  ],
  refused: [
    'Not fixed for me. I closed everything, tried again and see the same as before.',
    'It works sometimes. For {colleague} it does not work at all.',
  ],
  refusedAgain: [
    'Better than last time but not there yet: it comes back after saving.',
    'Sorry, still no. Shall I call so you can watch?',
  ],
  moved: [
    'The solution touches other pages and we want to test those first, which takes one more day.',
    'We are waiting for a supplier and expect an answer tomorrow.',
  ],
  dropped: [
    'This is about the same thing as an earlier ticket of yours. We handle both there.',
    'We could not reproduce this with what we have, and you no longer see it either. Should it come back, please reopen this ticket.',
  ],
  withdrawn: ['It went away by itself, nothing left to do.', 'I see {colleague} had reported this already.'],
  reopened: [
    'I am afraid it is back, exactly as before.',
    'I signed off too soon: it still fails for a colleague.',
  ],
  followed: {
    subject: 'Back again: {subject}',
    happened: 'We reported this before and it was solved then. Since this week it is back.\n\n{happened}',
  },
  testRemark: ['Tested on a computer and a phone, works.', 'Went through all steps, nothing odd.'],
} as const satisfies Sayings;

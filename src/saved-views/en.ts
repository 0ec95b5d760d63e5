import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  title: 'Saved views',
  save: 'Save these filters',
  name: 'Name',
  for: 'For whom?',
  own: 'Only for me',
  team: 'For the whole team',
  keep: 'Save',
  saved: '“{{name}}” was saved.',
  renamed: 'The name was saved.',
  removed: '“{{name}}” was removed.',
  manage: 'Manage views',
  of_team: 'Of the team',
  of_me: 'Mine',
  made_by: 'made by {{name}}',
  open: 'Open',
  rename: 'Save name',
  remove: 'Remove',
  none: 'There are no saved views yet. Choose filters in the queue, and save them there under a name.',
  to_queue: 'To the queue',
  name_taken: 'There is a view with this name already. Choose another name.',
  too_many: 'There can be {{count}} views at most. Remove one first.',
  no_filters: 'Choose filters in the queue first, and then save them.',
} as const satisfies Translated<typeof nl>;

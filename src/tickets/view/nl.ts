export default {
  steps: 'De stappen van deze melding',
  step_testing: 'Wordt getest',
  step_skipped: 'niet nodig',
  step_done: 'gedaan',
  step_now: 'nu',
  step_next: 'komt nog',
  priority: 'Prioriteit',
  files: 'Bestanden',
  download: 'Downloaden:',
  open_image: 'groot bekijken',
} as const;

export default {
  greeting: 'Beste {{name}},',
  closing: 'Met vriendelijke groet,\n{{agency}}',
} as const;

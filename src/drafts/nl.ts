export default {
  restored: 'Concept van {{moment}} teruggezet.',
  discard: 'Concept weggooien',
  discarded: 'Het concept is weggegooid.',
  saved: 'Concept bewaard',
};

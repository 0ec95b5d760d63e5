/** Everything that can be done with a ticket. */

export * from './agree.ts';
export * from './closing.ts';
export * from './conversation.ts';
export * from './findings.ts';
export * from './handling.ts';
export * from './report.ts';
export * from './research/ask.ts';
export * from './research/credit.ts';
export * from './research/decide.ts';
export * from './research/work.ts';
export * from './testing.ts';

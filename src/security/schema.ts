import { z } from 'zod';
import { line } from '#lib/text.ts';

export const codeSchema = z.object({ code: line(100) });

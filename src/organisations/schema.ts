import { z } from 'zod';
import { line, seen } from '#lib/text.ts';

export const organisationSchema = z.object({ name: line(150), seen: seen() });

import { z } from 'zod';
import { languages } from '#lib/language.ts';
import { day, emailAddress, id, line, newPassword, optionalLine, seen, tick } from '#lib/text.ts';

export const staffRoles = ['supporter', 'developer', 'manager'] as const;
export const contactRoles = ['reporter', 'colleague', 'coordinator'] as const;

const common = {
  name: line(100),
  email: emailAddress(),
  phone: optionalLine(50),
  language: z.enum(languages, 'unknown_choice'),
};

export const staffSchema = z.object({ ...common, role: z.enum(staffRoles, 'unknown_choice') });

export const contactSchema = z.object({
  ...common,
  role: z.enum(contactRoles, 'unknown_choice'),
  budget_holder: tick(),
  sites: z.array(id()).default([]),
});

export const placeSchema = z.object({ organisation: id() });
export const seenSchema = z.object({ seen: seen() });

export const profileSchema = z.object({
  name: line(100),
  phone: optionalLine(50),
  language: z.enum(languages, 'unknown_choice'),
  seen: seen(),
});

export const addressSchema = z.object({ email: emailAddress() });
export const passwordSchema = z.object({ password: newPassword() });

export const trainingSchema = z.object({ training_cms: line(100), trained_on: day() });

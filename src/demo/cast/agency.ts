import type { StaffRole } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

/** The agency of the demo. Nobody is meant: the names say what people do. */

export const agencyName = 'Studio Voorbeeld';
const domain = 'studio-voorbeeld.example';

interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: StaffRole;
  readonly onDuty?: true;
}

const member = (
  name: string,
  role: StaffRole,
  more: { language?: Language; onDuty?: true } = {},
): StaffMember => ({
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}@${domain}`,
  language: 'nl',
  role,
  ...more,
});

export const manager = member('Marit Maatwerk', 'manager', { onDuty: true });
export const colleagues: readonly StaffMember[] = [
  member('Sanne Steunpilaar', 'supporter', { onDuty: true }),
  member('Stijn Stekker', 'supporter'),
  member('Suzy Support', 'supporter', { language: 'en' }),
  member('Daan Debugger', 'developer', { onDuty: true }),
  member('Dylan Deploy', 'developer', { language: 'en' }),
];

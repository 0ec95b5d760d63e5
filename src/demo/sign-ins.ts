import { colleagues, manager } from './cast/agency.ts';
import { addressOf, clients } from './cast/clients.ts';

/** The one password with which everybody in the demo signs in. */
export const demoPassword = 'demo-nazorg';

const contactOf = (name: string): [client: string, email: string] => {
  const client = clients.find(({ contacts }) => contacts.some((each) => each.name === name));
  if (!client) throw new Error(`Nobody in the demo is called ${name}.`);
  return [client.name, addressOf(name, client.domain)];
};

const staffOf = (role: string, language: string) =>
  colleagues.find((each) => each.role === role && each.language === language)!;

/** Somebody for every role: what they may, and the address with which they sign in. */
function signIns(): (readonly [what: string, email: string])[] {
  const contact = (what: string, name: string) => {
    const [client, email] = contactOf(name);
    return [`${what}, ${client}`, email] as const;
  };
  return [
    ['Manager', manager.email],
    ['Supporter', staffOf('supporter', 'nl').email],
    ['Supporter, in English', staffOf('supporter', 'en').email],
    ['Developer', staffOf('developer', 'nl').email],
    contact('Reporter', 'Tijn Tandwiel'),
    contact('Colleague of chosen sites', 'Fien Fietsbel'),
    contact('Coordinator with budget', 'Saar Zadel'),
    contact('Coordinator, in English', 'Harriet Harbour'),
  ];
}

/** What the console says once the demo runs. */
export function welcome(url: string): string {
  const all = signIns();
  const width = Math.max(...all.map(([what]) => what.length));
  return [
    '',
    `The demo runs at ${url} (clients) and ${url}/desk (the agency).`,
    `Everybody signs in with the password ${demoPassword}:`,
    '',
    ...all.map(([what, email]) => `  ${what.padEnd(width)}  ${email}`),
    '',
    'No mail leaves this machine: the desk shows every one under Sent mail. Ctrl+C ends the demo and removes its data.',
    '',
    '',
  ].join('\n');
}

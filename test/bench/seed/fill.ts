import type { Scope } from '#db/scope.ts';
import type { Office, Plan } from './plan.ts';
import { type Kind, makeTemplate, type Template, valuesOf, warningsOf, withWarnings } from './template.ts';

/** Rows of one table as COPY takes them, each with the moment at which it was written. */
export interface Filled {
  readonly at: number;
  readonly line: string;
}

/** Makes the rows of tickets from the rows that the operations wrote for one of each kind. */
export class Filler {
  readonly #templates = new Map<string, Template>();
  readonly #scope: Scope;
  readonly #office: Office;
  readonly #now: number;

  constructor(scope: Scope, office: Office, now: number) {
    this.#scope = scope;
    this.#office = office;
    this.#now = now;
  }

  /** The ticket with the warnings that it has had by now. */
  async whole(plan: Plan): Promise<Plan> {
    const base = await this.#template(plan, 0);
    const due = warningsOf(plan, base, this.#office).filter((at) => at <= this.#now);
    return due.length === 0 ? plan : withWarnings(plan, base, this.#office, due.length);
  }

  /** Adds the rows of a ticket to those of each table. */
  async fill(plan: Plan, tables: readonly Filled[][]): Promise<void> {
    const whole = await this.whole(plan);
    const template = await this.#template(plan, whole.acts.length - plan.acts.length);
    const values = valuesOf(whole, template, this.#office);
    for (const { table, act, text, holes } of template.lines) {
      let line = text[0]!;
      for (let hole = 0; hole < holes.length; hole++) line += values[holes[hole]!]! + text[hole + 1]!;
      tables[table]!.push({ at: whole.moments[act]!, line });
    }
  }

  async #template(plan: Plan, timers: number): Promise<Template> {
    const { way, priority, urgency, impact, channel, reporter } = plan;
    const kind: Kind = {
      way,
      priority,
      urgency,
      impact,
      channel,
      language: reporter.person.language,
      timers,
    };
    const key = Object.values(kind).join(' ');
    let template = this.#templates.get(key);
    if (!template) {
      const base = timers ? await this.#template(plan, 0) : null;
      template = await makeTemplate(this.#scope, kind, this.#office, base);
      this.#templates.set(key, template);
    }
    return template;
  }
}

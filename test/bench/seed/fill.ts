import type { Scope } from '#db/scope.ts';
import type { Office, Outline, Plan } from './plan.ts';
import {
  type Kind,
  makeTemplate,
  type Table,
  type Template,
  valuesOf,
  warningsOf,
  withWarnings,
} from './template.ts';

/** Rows of one table as COPY takes them, each with the moment at which it was written. */
export interface Filled {
  readonly at: number;
  readonly line: string;
}

interface Setting {
  readonly office: Office;
  readonly tables: readonly Table[];
  /** In epoch ms. */
  readonly now: number;
}

/** Makes the rows of tickets from the rows that the operations wrote for one of each kind. */
export class Filler {
  readonly #templates = new Map<string, Template>();
  readonly #scope: Scope;
  readonly #setting: Setting;

  constructor(scope: Scope, setting: Setting) {
    this.#scope = scope;
    this.#setting = setting;
  }

  /** Has the operations write a ticket of this kind, unless they have. Before the ticket itself is asked for. */
  async prepare(outline: Outline): Promise<void> {
    const base = await this.#make(outline, 0, null);
    const given = this.#warnings(outline, base);
    if (given) await this.#make(outline, given, base);
  }

  /** The ticket with the warnings that it has had by now. */
  whole<P extends Outline>(plan: P): P {
    const base = this.#template(plan, 0);
    const given = this.#warnings(plan, base);
    return given ? withWarnings(plan, base, this.#setting.office, given) : plan;
  }

  /** Adds the rows of a ticket to those of each table. */
  fill(plan: Plan, rows: readonly Filled[][]): void {
    const whole = this.whole(plan);
    const template = this.#template(plan, whole.acts.length - plan.acts.length);
    const values = valuesOf(whole, template, this.#setting.office);
    for (const { table, act, text, holes } of template.lines) {
      let line = text[0]!;
      for (let hole = 0; hole < holes.length; hole++) line += values[holes[hole]!]! + text[hole + 1]!;
      rows[table]!.push({ at: whole.moments[act]!, line });
    }
  }

  #warnings(outline: Outline, base: Template): number {
    const { office, now } = this.#setting;
    return warningsOf(outline, base, office).filter((at) => at <= now).length;
  }

  #template(outline: Outline, timers: number): Template {
    const template = this.#templates.get(keyOf(kindOf(outline, timers)));
    if (!template) throw new Error('A ticket was not prepared.');
    return template;
  }

  async #make(outline: Outline, timers: number, base: Template | null): Promise<Template> {
    const kind = kindOf(outline, timers);
    const key = keyOf(kind);
    let template = this.#templates.get(key);
    if (!template) {
      template = await makeTemplate(this.#scope, kind, { ...this.#setting, base });
      this.#templates.set(key, template);
    }
    return template;
  }
}

const kindOf = ({ way, priority, urgency, impact, channel, reporter }: Outline, timers: number): Kind => ({
  way,
  priority,
  urgency,
  impact,
  channel,
  language: reporter.person.language,
  timers,
});

const keyOf = (kind: Kind) => Object.values(kind).join(' ');

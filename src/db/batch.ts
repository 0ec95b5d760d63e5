import pg from 'pg';

/**
 * Statements that a connection has prepared, asked for in one message and answered in one. The driver asks each alone:
 * PostgreSQL then answers each alone, which wakes the program as often, and tells each time which columns the statement
 * has. Yet a prepared statement keeps its columns for as long as it is there (PostgreSQL refuses to run it once they would
 * change), so they are asked for at the first asking only.
 */

/** What the driver's connection can do beside what its types say. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(values: { statement: string; values: readonly unknown[] }): void;
  describe(portal: { type: 'P'; name: '' }): void;
  execute(portal: object): void;
  sync(): void;
}

type Parse = (value: string) => unknown;

interface Columns {
  readonly names: readonly string[];
  readonly parses: readonly Parse[];
  /** A row of these columns without values: its copies need not be built up column by column. */
  readonly blank: Readonly<Record<string, null>>;
}

const none: Columns = { names: [], parses: [], blank: {} };

/** What each connection knows of the statements that it has prepared, by their names. */
const columnsOn = new WeakMap<Wire, Map<string, Columns>>();

/** One statement that is asked, and whom to tell. */
export interface Asking {
  readonly name: string;
  readonly text: string;
  /** As PostgreSQL reads them. */
  readonly values: readonly unknown[];
  readonly answer: (result: Pick<pg.QueryResult, 'rows' | 'rowCount' | 'command'>) => void;
  readonly refuse: (error: unknown) => void;
}

interface Manners {
  /** How a value of a type, by its number, is read from text. */
  readonly parserOf: (type: number) => Parse;
  /** Asks what was not come to because something before it was refused. */
  readonly again: (rest: readonly Asking[]) => void;
}

export class Batch extends pg.Query {
  readonly callback = () => {};
  readonly #asked: readonly Asking[];
  readonly #manners: Manners;
  readonly #known = new Map<Asking, Columns>();
  #connection: Wire | undefined;
  #nth = 0;
  #rows: Record<string, unknown>[] = [];
  #unreadable: unknown;
  /** What is told once PostgreSQL is ready: what is done by itself can still be refused when it is committed. */
  #answers: (() => void)[] = [];

  constructor(asked: readonly Asking[], manners: Manners) {
    super('');
    this.#asked = asked;
    this.#manners = manners;
  }

  /** The statement that is being answered: the driver notes under its name that it was prepared. */
  get name(): string | undefined {
    return this.#asked[this.#nth]?.name;
  }

  get text(): string | undefined {
    return this.#asked[this.#nth]?.text;
  }

  // the driver's own class wants to set them
  set name(_: unknown) {}
  set text(_: unknown) {}

  override submit = (wire: pg.Connection): null => {
    const connection = wire as unknown as Wire;
    this.#connection = connection;
    for (const asking of this.#asked) this.#send(connection, asking);
    connection.sync();
    return null;
  };

  #send(connection: Wire, asking: Asking): void {
    const { name, text, values } = asking;
    let columns = columnsOn.get(connection)?.get(name);
    if (!(connection.parsedStatements[name] ?? connection.submittedNamedStatements[name])) {
      columns = undefined;
      connection.parse({ name, text });
      connection.submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values });
    if (columns) this.#known.set(asking, columns);
    else connection.describe({ type: 'P', name: '' });
    connection.execute({});
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#know({
      names: fields.map(({ name }) => name),
      parses: fields.map(({ dataTypeID }) => this.#manners.parserOf(dataTypeID)),
      blank: Object.fromEntries(fields.map(({ name }) => [name, null])),
    });
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { names, parses, blank } = this.#known.get(this.#asked[this.#nth]!)!;
    const row: Record<string, unknown> = { ...blank };
    try {
      for (let at = 0; at < fields.length; at++) {
        const value = fields[at]!;
        if (value !== null) row[names[at]!] = parses[at]!(value);
      }
      this.#rows.push(row);
    } catch (error) {
      this.#unreadable = error;
    }
  }

  /** @param text «SELECT 3», «INSERT 0 1»: the command first, and how many rows last */
  handleCommandComplete({ text }: { text: string }): void {
    const asking = this.#asked[this.#nth]!;
    if (!this.#known.has(asking)) this.#know(none);
    const [rows, unreadable] = [this.#rows, this.#unreadable];
    this.#nth++;
    this.#rows = [];
    this.#unreadable = undefined;
    const words = text.split(' ');
    this.#answers.push(() => {
      if (unreadable) asking.refuse(unreadable);
      else asking.answer({ rows, command: words[0]!, rowCount: Number(words.at(-1)) });
    });
  }

  handleReadyForQuery(): void {
    for (const answer of this.#answers) answer();
    this.#answers = [];
  }

  /** What comes after a statement that is refused has not been looked at: in a transaction it will be refused as well. */
  handleError(error: unknown): void {
    const ended = this.#nth === this.#asked.length;
    const [refused, ...rest] = this.#asked.slice(this.#nth);
    this.#nth = this.#asked.length;
    for (const { name } of rest) delete this.#connection?.submittedNamedStatements[name];
    // before anybody hears of it: what they ask then comes after
    if (error instanceof pg.DatabaseError) this.#manners.again(rest);
    else for (const each of rest) each.refuse(error);
    if (ended) for (const each of this.#asked) each.refuse(error);
    else this.handleReadyForQuery();
    refused?.refuse(error);
  }

  #know(columns: Columns): void {
    const asking = this.#asked[this.#nth]!;
    this.#known.set(asking, columns);
    const connection = this.#connection!;
    const known = columnsOn.get(connection) ?? new Map<string, Columns>();
    columnsOn.set(connection, known.set(asking.name, columns));
  }
}

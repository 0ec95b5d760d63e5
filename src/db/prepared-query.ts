import pg from 'pg';

/**
 * One asking of a statement that a connection has prepared. The driver asks each time which columns the statement has,
 * and makes their list anew; yet a prepared statement keeps its columns for as long as it is there (PostgreSQL refuses
 * to run it once they would change). So they are asked for at the first asking only.
 */

/** What the driver's connection can do beside what its types say. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(values: { statement: string; values: unknown[]; valueMapper: Mapper }): void;
  describe(portal: { type: 'P'; name: '' }): void;
  execute(portal: object): void;
  sync(): void;
}

type Mapper = (value: unknown) => unknown;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: Mapper } }).utils;

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

type Done = (error: unknown, result?: Pick<pg.QueryResult, 'rows' | 'rowCount' | 'command'>) => void;

export class PreparedQuery extends pg.Query {
  readonly name: string;
  readonly text: string;
  readonly callback: Done;
  readonly #values: unknown[];
  readonly #parserOf: (type: number) => Parse;
  readonly #rows: Record<string, unknown>[] = [];
  #connection: Wire | undefined;
  #columns: Columns | undefined;
  #completed = '';
  #unreadable: unknown;

  /** @param parserOf how a value of a type, by its number, is read from text */
  constructor(
    { name, text, values }: { name: string; text: string; values: unknown[] },
    parserOf: (type: number) => Parse,
    done: Done,
  ) {
    super(text);
    this.name = name;
    this.text = text;
    this.callback = done;
    this.#values = values;
    this.#parserOf = parserOf;
  }

  override submit = (wire: pg.Connection): Error | null => {
    const connection = wire as unknown as Wire;
    const { name, text } = this;
    this.#connection = connection;
    this.#columns = columnsOn.get(connection)?.get(name);
    try {
      if (!(connection.parsedStatements[name] ?? connection.submittedNamedStatements[name])) {
        this.#columns = undefined;
        connection.parse({ name, text });
        connection.submittedNamedStatements[name] = text;
      }
      connection.bind({ statement: name, values: this.#values, valueMapper: prepareValue });
    } catch (error) {
      connection.sync();
      return error as Error;
    }
    if (!this.#columns) connection.describe({ type: 'P', name: '' });
    connection.execute({});
    connection.sync();
    return null;
  };

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#know({
      names: fields.map(({ name }) => name),
      parses: fields.map(({ dataTypeID }) => this.#parserOf(dataTypeID)),
      blank: Object.fromEntries(fields.map(({ name }) => [name, null])),
    });
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const { names, parses, blank } = this.#columns!;
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

  handleCommandComplete({ text }: { text: string }): void {
    if (!this.#columns) this.#know(none);
    this.#completed = text;
  }

  handleReadyForQuery(): void {
    // «SELECT 3», «INSERT 0 1»: the command first, and how many rows last
    const words = this.#completed.split(' ');
    this.callback(this.#unreadable, { rows: this.#rows, command: words[0]!, rowCount: Number(words.at(-1)) });
  }

  handleError(error: unknown): void {
    this.callback(error);
  }

  #know(columns: Columns): void {
    this.#columns = columns;
    const connection = this.#connection!;
    const known = columnsOn.get(connection) ?? new Map<string, Columns>();
    columnsOn.set(connection, known.set(this.name, columns));
  }
}

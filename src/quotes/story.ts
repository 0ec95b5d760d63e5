/** What fills the sentence of a ticket's history about one of its quotes. */
export const quoteFill = (data: Readonly<Record<string, unknown>>): { number: string } => ({
  number: [String(data.number ?? ''), Number(data.version) > 1 ? ` v${data.version}` : ''].join(''),
});

export function compileMarkup(path: string, source: string): string;

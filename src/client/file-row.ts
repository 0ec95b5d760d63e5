const sizeOf = (bytes: number, language: string) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toLocaleString(language, { maximumFractionDigits: 1 })} MB`;

/** A chosen file in a list: its name, its size, and a button that takes it away. */
export function fileRow(file: File, remove: string, onRemove: () => void): HTMLElement {
  const row = document.createElement('li');
  row.className = 'flex flex-wrap items-center gap-x-3';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-ghost btn-sm';
  button.textContent = remove;
  button.ariaLabel = `${remove}: ${file.name}`;
  button.addEventListener('click', onRemove);
  row.append(`${file.name} (${sizeOf(file.size, document.documentElement.lang)})`, button);
  return row;
}

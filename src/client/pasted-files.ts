/**
 * The files that somebody pastes. Text copied from a document may bring a picture of itself along; then the text
 * is meant, and there are none. Browsers call every screenshot image.png: those get a name of their own.
 */
export function pastedFiles({ clipboardData }: ClipboardEvent, newName: () => string): File[] {
  if (!clipboardData || clipboardData.types.includes('text/plain')) return [];
  return [...clipboardData.files].map((file) => {
    const ending = /^image(\.\w+)$/.exec(file.name)?.[1];
    return ending ? new File([file], newName() + ending, { type: file.type }) : file;
  });
}

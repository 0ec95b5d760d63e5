type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether somebody typed, chose or picked something in a form that was not sent yet. */
export const holdsUnsent = (form: HTMLFormElement): boolean =>
  form.matches('[data-typed]') || [...form.elements].some((each) => differs(each as Field));

function differs(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(given, 0) && field.selectedIndex !== given;
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === 'file') return Boolean(field.files?.length);
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

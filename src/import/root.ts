/** Where imports live. */
export const root = '/desk/settings/imports';

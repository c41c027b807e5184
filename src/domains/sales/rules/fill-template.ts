/** Puts values for the words in brackets: `{客户}`. A word that is not known stays as it is, to be seen. */
export const fillTemplate = (body: string, values: Readonly<Record<string, string>>): string =>
  body.replaceAll(/\{([^{}\n]{1,20})\}/g, (whole, word: string) => values[word.trim()] ?? whole)

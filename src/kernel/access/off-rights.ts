/** Whether a right is one of those names' own. */
export const isOff = (off: ReadonlySet<string>, right: string): boolean =>
  off.size > 0 && (off.has(right) || off.has(right.slice(0, right.indexOf('.'))))

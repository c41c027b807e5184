/** SQL for what an item is called on paper: its name, and its specification where the name does not say it already. */
export const itemTitle = (alias: string): string =>
  `case when ${alias}.spec is null or position(${alias}.spec in ${alias}.name) > 0 then ${alias}.name else ${alias}.name || ' ' || ${alias}.spec end`

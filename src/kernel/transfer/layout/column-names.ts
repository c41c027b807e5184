import { searchText } from '../../search/pinyin.ts'

/** A name as it is compared: width, case, blanks, stars, colons and brackets say nothing. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s*()（）【】[\]:：、,，._\-/]/g, '')
    .toLowerCase()

/** The same without what stands in brackets, which is a unit or a hint: 单价（元） is 单价. */
export const bareName = (name: string): string =>
  plainName(name.normalize('NFKC').replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, ''))

/** A name with all the ways in which a head may mean it. */
export interface ColumnName {
  readonly plain: string
  readonly bare: string
  /** Its pinyin in full and its initials, as people abbreviate. */
  readonly letters: readonly string[]
  /** A label of ours, or a word of other programs. */
  readonly isOwn: boolean
}

export const columnName = (name: string, isOwn: boolean): ColumnName => {
  // The word's own reading alone: a head is told from others by it, and another reading could be theirs.
  const letters = searchText(name.replace(/[（(].*$/, ''))
    .split(' ')
    .slice(1, 3)
  return { plain: plainName(name), bare: bareName(name), letters, isOwn }
}

/** How a head was understood. */
export type MatchedBy = 'name' | 'synonym' | 'pinyin' | 'part' | 'content' | 'chosen' | 'remembered'

export interface Likeness {
  readonly by: MatchedBy
  /** From 0 to 1. */
  readonly confidence: number
}

/** Words that say too little by themselves: a column 名称 beside a bar code is not the name of a unit. */
const general = new Set(['名称', '编码', '编号', '代码', '日期', '单位', '类型', '状态', '规格', '说明'])

const sharedPart = (one: string, other: string): number => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 2 && long.includes(short) ? short.length / long.length : 0
}

/** A head as it is compared; made once, as it is compared with the names of all columns. */
export const headName = (head: string): Pick<ColumnName, 'plain' | 'bare'> => ({
  plain: plainName(head),
  bare: bareName(head),
})

/** How sure it is that a head means a name; undefined where nothing speaks for it. */
export const likenessOf = ({ plain, bare }: ReturnType<typeof headName>, name: ColumnName): Likeness | undefined => {
  if (plain === '' || name.plain === '') return undefined
  if (plain === name.plain) return { by: name.isOwn ? 'name' : 'synonym', confidence: name.isOwn ? 1 : 0.95 }
  if (bare !== '' && bare === name.bare)
    return { by: name.isOwn ? 'name' : 'synonym', confidence: name.isOwn ? 0.92 : 0.9 }
  if (/^[a-z0-9]{2,}$/.test(bare) && name.letters.includes(bare))
    return { by: 'pinyin', confidence: bare === name.letters[0] ? 0.8 : 0.65 }
  const part = general.has(bare) ? 0 : sharedPart(bare, name.bare)
  return part === 0 ? undefined : { by: 'part', confidence: 0.45 + 0.3 * part }
}

/** Languages the product speaks. */
export type Language = 'zh' | 'en'

/** The language of an `Accept-Language` header; Chinese unless English is asked for first. */
export const acceptedLanguage = (header: string | undefined): Language => {
  const first = header
    ?.split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=')
      return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
    .toSorted((one, other) => other.weight - one.weight)[0]
  return first?.tag.startsWith('en') ? 'en' : 'zh'
}

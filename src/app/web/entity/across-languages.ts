import { useEffect, useState } from 'react'
import { currentLanguage } from '../../../ui/language.ts'

/**
 * Choosing another language draws every open page anew. What is typed in a form goes over to its successor; opened
 * again in the same language, a form begins anew.
 */
export function carriedAcrossLanguages<T>() {
  const typed = new Map<string, { readonly value: T; readonly language: string }>()
  return (key: string, start: T) => {
    const [language] = useState(currentLanguage)
    const [value, setValue] = useState(() => {
      const found = typed.get(key)
      return found === undefined || found.language === language ? start : found.value
    })
    useEffect(() => {
      if (value === start) typed.delete(key)
      else typed.set(key, { value, language })
    }, [key, value, start, language])
    return [value, setValue] as const
  }
}

import { useSyncExternalStore } from 'react'
import { english } from './language/en.ts'
import { chinese, type Word } from './language/zh-cn.ts'

/** To add a language, write its file in language/ and name it here. */
const languages = {
  'zh-CN': { name: '中文', words: chinese },
  en: { name: 'English', words: english },
} as const satisfies Record<string, { name: string; words: Readonly<Record<Word, string>> }>

export type Language = keyof typeof languages
export type { Word }

const storageKey = 'suanpan.language'
const listeners = new Set<() => void>()

function isLanguage(text: string | null | undefined): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text)
}

function firstLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(storageKey)
  return isLanguage(stored) ? stored : 'zh-CN'
}

let current: Language = firstLanguage()
globalThis.document?.documentElement.setAttribute('lang', current)

/** The words of the interface in the language of this person; `{name}` in a word is filled from `values`. */
export function t(word: Word, values?: Readonly<Record<string, string | number>>): string {
  const text: string = languages[current].words[word]
  if (values === undefined) return text
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export function currentLanguage(): Language {
  return current
}

/** The languages there are, for a menu. */
export function languageChoices(): readonly { value: Language; name: string }[] {
  return Object.entries(languages).flatMap(([value, { name }]) => (isLanguage(value) ? [{ value, name }] : []))
}

/** Stores the choice of this person on this device and redraws what reads words. */
export function chooseLanguage(language: Language): void {
  current = language
  globalThis.localStorage?.setItem(storageKey, language)
  globalThis.document?.documentElement.setAttribute('lang', language)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Redraws the component when the language changes. The root uses it once, as a key, so that every word follows. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, () => 'zh-CN' as const)
}

import { englishOf, sentence } from '../../kernel/definition/define.ts'
import { currentLanguage } from '../language.ts'

/** What a definition, field or column is called in the reader's language. */
export function labelOf(named: { readonly label: string; readonly english?: string }, name: string): string {
  if (currentLanguage() === 'zh-CN') return named.label
  return named.english ?? sentence(name)
}

export function definitionLabel(definition: {
  readonly name: string
  readonly label: string
  readonly english?: string
}): string {
  return currentLanguage() === 'zh-CN' ? definition.label : englishOf(definition)
}

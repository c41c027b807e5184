import { currentLanguage, t } from '../../../ui/language.ts'
import { useNumberPreview } from './use-form-design.ts'

/** Parts of a date that a number carries; with it the serial starts again. */
const resets = [
  { part: '', word: 'forms.reset.never' },
  { part: '{yyyy}-', word: 'forms.reset.year' },
  { part: '{yyyyMM}-', word: 'forms.reset.month' },
  { part: '{yyyyMMdd}-', word: 'forms.reset.day' },
] as const

/** The words before the first part that changes. */
const prefixOf = (rule: string): string => (rule.includes('{') ? rule.slice(0, rule.indexOf('{')) : rule)
const digitsOf = (rule: string): string => /\{seq:(\d)\}/.exec(rule)?.[1] ?? '4'

type NumberingProps = {
  type: string
  usual: string
  value: string
  fault: string | null
  onChange: (rule: string) => void
}

/** How documents are numbered: its words, when the serial starts again, and the next number as it will be. */
export function NumberingLine({ type, usual, value, fault, onChange }: NumberingProps): React.JSX.Element {
  const rule = value === '' ? usual : value
  const preview = useNumberPreview(type, rule)
  const reset = resets.findLast((one) => one.part !== '' && rule.includes(one.part.slice(0, -1)))?.part ?? ''
  const told = preview.data?.problem ?? null
  const next = preview.data?.next ?? null
  const problem = fault ?? (told === null ? null : currentLanguage() === 'en' ? told.en : told.zh)
  const compose = (prefix: string, part: string): void => onChange(`${prefix}${part}{seq:${digitsOf(rule)}}`)
  return (
    <div className="form-numbering">
      <label>
        <span>{t('forms.numbering')}</span>
        <input className="input" value={value} placeholder={usual} onChange={(event) => onChange(event.target.value)} />
      </label>
      <label>
        <span>{t('forms.reset')}</span>
        <select className="input" value={reset} onChange={(event) => compose(prefixOf(rule), event.target.value)}>
          {resets.map((one) => (
            <option key={one.part} value={one.part}>
              {t(one.word)}
            </option>
          ))}
        </select>
      </label>
      {problem === null ? (
        <output>{next === null ? '' : t('forms.next', { number: next })}</output>
      ) : (
        <p className="form-fault" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

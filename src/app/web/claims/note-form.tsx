import { useId, useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { Choice } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { CameraScan } from '../../../ui/lines/camera-scan.tsx'
import { useSession } from '../session/session.ts'
import { emptyEntry, entryFields, missingIn, scannedEntry, type Entry } from './claim-entry.ts'
import { readPicture } from './read-picture.ts'
import type { Noted, OwnClaim } from './use-my-claims.ts'

type PictureProps = { readonly files: readonly File[]; readonly onAdd: (files: readonly File[]) => void }

/** Takes a photo of the receipt on a phone; elsewhere chooses a file. */
function PictureButton({ files, onAdd }: PictureProps): React.JSX.Element {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="button button-outlined note-picture">
        <Icon name="file" />
        {files.length === 0 ? t('claims.photo') : t('claims.photos', { count: files.length })}
      </label>
      <input
        id={id}
        className="sr-only"
        type="file"
        accept="image/*,application/pdf"
        capture="environment"
        multiple
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

type NoteFormProps = {
  readonly items: readonly Choice[]
  readonly drafts: readonly OwnClaim[]
  readonly busy: boolean
  readonly onNote: (noted: Noted) => Promise<Readonly<Record<string, string>> | null>
}

/** 记一笔: a receipt noted where it is got: photo, code or typed, into a claim that is still a draft. */
export function NoteForm({ items, drafts, busy, onNote }: NoteFormProps): React.JSX.Element {
  const { today } = useSession()
  const [entry, setEntry] = useState<Entry>(emptyEntry)
  const [files, setFiles] = useState<readonly File[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const claim = chosen ?? drafts[0]?.id ?? ''
  const isNew = claim === '' || claim === 'new'
  const set = (key: string, value: Entry[string]): void => {
    setEntry({ ...entry, [key]: value })
    setProblems(Object.fromEntries(Object.entries(problems).filter(([name]) => name !== key)))
  }
  const scanned = (code: string): void => {
    const read = scannedEntry(entry, code)
    if (read === null) return showToast('error', t('claims.noInvoice'))
    setEntry(read)
    showToast(
      'done',
      t('claims.read', { number: typeof read['invoiceNumber'] === 'string' ? read['invoiceNumber'] : '' }),
    )
  }
  const picture = async (added: readonly File[]): Promise<void> => {
    setFiles([...files, ...added])
    for (const file of added) {
      const code = await readPicture(file)
      if (code !== null) scanned(code)
    }
  }
  const save = async (): Promise<void> => {
    const missing = {
      ...missingIn(entry),
      ...(isNew && reason.trim() === '' ? { reason: t('claims.needsReason') } : {}),
    }
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    const wrong = await onNote({ entry, files, reason: reason.trim(), claim: isNew ? null : claim })
    setProblems(wrong ?? {})
    if (wrong !== null) return
    setEntry(emptyEntry)
    setFiles([])
    setChosen(null)
    setReason('')
  }
  const issueOf = (key: string) =>
    problems[key] === undefined ? undefined : { level: 'error' as const, message: problems[key] }
  const isStay = entry['days'] !== undefined || entry['city'] !== undefined
  return (
    <section className="note-form" aria-label={t('claims.note')}>
      <h2>{t('claims.note')}</h2>
      <div className="note-ways">
        <PictureButton files={files} onAdd={(added) => void picture(added)} />
        <CameraScan onCode={scanned} />
        <input
          aria-label={t('claims.code')}
          placeholder={t('claims.code')}
          autoComplete="off"
          onChange={(event) => {
            const { value } = event.target
            if (value.split(/[,，]/).length < 6) return
            scanned(value)
            event.target.value = ''
          }}
        />
      </div>
      <div className="note-fields">
        {entryFields(items, entry).map((field) => (
          <FormField
            key={field.key}
            field={field}
            value={entry[field.key] ?? null}
            onChange={(value) => set(field.key, value)}
            issue={issueOf(field.key)}
            today={today}
          />
        ))}
      </div>
      {isStay ? null : (
        <Button look="text" onClick={() => setEntry({ ...entry, city: null, days: null })}>
          {t('claims.stay')}
        </Button>
      )}
      <div className="note-fields">
        {drafts.length === 0 ? null : (
          <FormField
            field={{
              key: 'claim',
              label: t('claims.into'),
              kind: 'choice',
              choices: [
                ...drafts.map((one) => ({ value: one.id, label: `${one.number} ${one.reason}` })),
                { value: 'new', label: t('claims.newClaim') },
              ],
            }}
            value={claim}
            onChange={(value) => setChosen(typeof value === 'string' ? value : null)}
            today={today}
          />
        )}
        {isNew ? (
          <FormField
            field={{ key: 'reason', label: t('claims.reason'), kind: 'text', required: true, maxLength: 200 }}
            value={reason}
            onChange={(value) => setReason(typeof value === 'string' ? value : '')}
            issue={issueOf('reason')}
            today={today}
          />
        ) : null}
      </div>
      <Button look="primary" size="large" busy={busy} onClick={() => void save()}>
        {t('claims.keep')}
      </Button>
    </section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ownKinds } from '../../../kernel/own/own-form.ts'
import type { OwnKind } from '../../../kernel/own/own-form.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import type { FieldProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { download } from '../frame/download.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import type { PageParameters } from '../frame/page-parameters.ts'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { addField, changeField, designOf, moveBefore, nameFor, removeField, shift, storedOf } from './design-draft.ts'
import type { Design, DesignField, DesignPart, StoredField } from './design-draft.ts'
import { FieldCard } from './field-card.tsx'
import { FieldDrawer } from './field-drawer.tsx'
import { NumberingLine } from './numbering-line.tsx'
import { keepForm, useFormParts, useStoredForm } from './use-form-design.ts'
import type { FormParts, StoredForm } from './use-form-design.ts'
import '../../../ui/list/list-page.css'
import './forms.css'

const kinds = Object.keys(ownKinds) as OwnKind[]
const kindWord = (kind: OwnKind): string => (currentLanguage() === 'en' ? t(`forms.kind.${kind}`) : ownKinds[kind])

type Chosen = { readonly part: string; readonly name: string }
/** What is being dragged: a kind from the palette, or a field of a part. */
type Dragged = { readonly kind: OwnKind } | Chosen

type PartProps = {
  part: DesignPart
  chosen: Chosen | null
  dragged: Dragged | null
  faultOf: (part: string, name: string) => string | null
  onChoose: (field: DesignField) => void
  onMove: (name: string, by: number) => void
  onDrag: (dragged: Dragged | null) => void
  onDrop: (before?: string) => void
  onHere: () => void
  isHere: boolean
}

function PartArea(props: PartProps): React.JSX.Element {
  const { part, chosen, dragged, faultOf, onChoose, onMove, onDrag, onDrop, onHere, isHere } = props
  return (
    <div
      className={isHere ? 'form-part is-here' : 'form-part'}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <section aria-label={part.label}>
        <h2>
          <button type="button" onClick={onHere} aria-pressed={isHere}>
            {part.label}
          </button>
        </h2>
        <div className={part.name === 'header' ? 'form-cells' : 'form-cells is-lines'}>
          {part.fields.map((field) => (
            <FieldCard
              key={field.name}
              field={field}
              selected={chosen?.part === part.name && chosen.name === field.name}
              fault={faultOf(part.name, field.name)}
              dragged={
                dragged !== null && 'name' in dragged && dragged.name === field.name && dragged.part === part.name
              }
              onSelect={() => onChoose(field)}
              onMove={(by) => onMove(field.name, by)}
              onDragStart={() => onDrag({ part: part.name, name: field.name })}
              onDragEnd={() => onDrag(null)}
              onDropBefore={() => onDrop(field.name)}
            />
          ))}
          {part.fields.length === 0 ? <p className="muted">{t('forms.empty')}</p> : null}
        </div>
      </section>
    </div>
  )
}

function Palette({ onAdd, onDrag }: { onAdd: (kind: OwnKind) => void; onDrag: (kind: OwnKind | null) => void }) {
  return (
    <nav className="form-palette" aria-label={t('forms.palette')}>
      <h2>{t('forms.palette')}</h2>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="form-kind"
          draggable
          onClick={() => onAdd(kind)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'copyMove'
            event.dataTransfer.setData('text/plain', kind)
            onDrag(kind)
          }}
          onDragEnd={() => onDrag(null)}
        >
          {kindWord(kind)}
        </button>
      ))}
      <p className="muted">{t('forms.paletteHelp')}</p>
    </nav>
  )
}

/** Which field a problem names: `fields.3.label` is the fourth of what was sent. */
const fieldAt = (path: string, sent: readonly StoredField[]): StoredField | undefined => {
  const at = /^fields\.(\d+)\./.exec(path)?.[1]
  return at === undefined ? undefined : sent[Number(at)]
}

type DesignerProps = { parts: FormParts; stored: StoredForm | null }

function Designer({ parts, stored }: DesignerProps): React.JSX.Element {
  const client = useQueryClient()
  const [base, setBase] = useState(stored)
  const [design, setDesign] = useState<Design>(() => designOf(parts.parts, stored?.fields ?? []))
  const [numbering, setNumbering] = useState(stored?.numbering ?? '')
  const [touched, setTouched] = useState(false)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [here, setHere] = useState(parts.parts[0]?.name ?? 'header')
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [sent, setSent] = useState<readonly StoredField[]>([])
  const [busy, setBusy] = useState(false)
  const mayKeep = useSession().may(base === null ? 'ownForm.create' : 'ownForm.update')
  usePageTitle(t('forms.designOf', { label: parts.label }), touched)
  const change = (next: Design): void => {
    setDesign(next)
    setTouched(true)
  }
  const add = (kind: OwnKind, part: string, before?: string): void => {
    const name = nameFor(design, kind)
    const said: StoredField = {
      part,
      name,
      kind,
      label: t('forms.newField', { kind: kindWord(kind), n: name.split('_').at(-1) ?? '' }),
      ...(kind === 'choice' ? { choices: { o1: t('forms.option', { n: 1 }), o2: t('forms.option', { n: 2 }) } } : {}),
      ...(part === 'header' ? { listed: true } : {}),
    }
    change(addField(design, part, said, before))
    setChosen({ part, name })
  }
  const drop = (part: string, before?: string): void => {
    if (dragged === null) return
    if ('kind' in dragged) add(dragged.kind, part, before)
    else if (dragged.part === part) change(moveBefore(design, part, dragged.name, before))
    setDragged(null)
  }
  const keep = async (): Promise<void> => {
    const fields = storedOf(design, parts.parts)
    setBusy(true)
    setSent(fields)
    setProblems([])
    try {
      const kept = await keepForm(parts, base, { numbering: numbering.trim() === '' ? null : numbering.trim(), fields })
      setBase(kept)
      setTouched(false)
      client.setQueryData(['own-form', parts.type], kept)
      await client.invalidateQueries({ queryKey: ['catalogue'] })
      showToast('done', t('forms.kept'))
    } catch (error) {
      const named = error instanceof ApiProblem ? error.errors : []
      const text = error instanceof Error ? error.message : String(error)
      setProblems(named.length > 0 ? named : [{ path: '', message: text }])
      const first = named.map((one) => fieldAt(one.path, fields)).find((one) => one !== undefined)
      if (first !== undefined) setChosen({ part: first.part, name: first.name })
    } finally {
      setBusy(false)
    }
  }
  const faultOf = (part: string, name: string): string | null =>
    problems.find((one) => {
      const field = fieldAt(one.path, sent)
      return field?.part === part && field.name === name
    })?.message ?? null
  const field = design.find((one) => one.name === chosen?.part)?.fields.find((one) => one.name === chosen?.name)
  const general = problems.filter((one) => fieldAt(one.path, sent) === undefined && one.path !== 'numbering')
  const { part: chosenPart = '', name: chosenName = '' } = chosen ?? {}
  const chosenKey = `${chosenPart}.${design.find((one) => one.name === chosenPart)?.fields.findIndex((one) => one.name === chosenName)}`
  return (
    <div className="form-design">
      <header className="page-head">
        <h1>{t('forms.designOf', { label: parts.label })}</h1>
        <Go to="/forms">{t('forms.title')}</Go>
        {parts.sort === 'document' ? <Go to={`/approval-flows?type=${parts.type}`}>{t('forms.approval')}</Go> : null}
        <span className="grow" />
        <Button
          icon="download"
          disabled={touched || base === null}
          onClick={() => void download('calls/export-template', { type: parts.type }, `${parts.type}.json`)}
        >
          {t('forms.export')}
        </Button>
        {mayKeep ? (
          <Button look="primary" busy={busy} disabled={!touched} onClick={() => void keep()}>
            {t('forms.keep')}
          </Button>
        ) : (
          <span className="muted">{t('forms.onlyLook')}</span>
        )}
      </header>
      <BusyBar busy={busy} />
      {general.map((one) => (
        <p key={one.path + one.message} className="form-problem" role="alert">
          {one.message}
        </p>
      ))}
      {parts.sort === 'document' ? (
        <NumberingLine
          type={parts.type}
          usual={parts.numbering ?? ''}
          value={numbering}
          fault={problems.find((one) => one.path === 'numbering')?.message ?? null}
          onChange={(rule) => {
            setNumbering(rule)
            setTouched(true)
          }}
        />
      ) : null}
      <div className="form-work">
        <Palette onAdd={(kind) => add(kind, here)} onDrag={(kind) => setDragged(kind === null ? null : { kind })} />
        <div className="form-sheet">
          {design.map((part) => (
            <PartArea
              key={part.name}
              part={part}
              chosen={chosen}
              dragged={dragged}
              faultOf={faultOf}
              isHere={here === part.name}
              onHere={() => setHere(part.name)}
              onChoose={(one) => {
                setChosen({ part: part.name, name: one.name })
                setHere(part.name)
              }}
              onMove={(name, by) => change(shift(design, part.name, name, by))}
              onDrag={setDragged}
              onDrop={(before) => drop(part.name, before)}
            />
          ))}
        </div>
        {field === undefined ? (
          <aside className="form-drawer muted">{t('forms.chooseField')}</aside>
        ) : (
          <FieldDrawer
            key={chosenKey}
            field={field}
            design={design}
            parts={parts}
            isHead={chosenPart === 'header'}
            kept={(base?.fields ?? []).some((one) => one.part === chosenPart && one.name === chosenName)}
            onChange={(more) => {
              change(changeField(design, chosenPart, chosenName, more))
              if (more.name !== undefined) setChosen({ part: chosenPart, name: more.name })
            }}
            onMove={(by) => change(shift(design, chosenPart, chosenName, by))}
            onRemove={() => {
              change(removeField(design, chosenPart, chosenName))
              setChosen(null)
            }}
          />
        )}
      </div>
    </div>
  )
}

/** 表单设计: fields are dragged from a palette into the form of a type of record, and what is said of each stands beside it. */
export function FormDesignPage({ type }: PageParameters): React.JSX.Element {
  const parts = useFormParts(type)
  const stored = useStoredForm(type)
  if (parts.error !== null || stored.error !== null)
    return (
      <PageProblem
        error={parts.error ?? stored.error}
        onRetry={() => {
          void parts.refetch()
          void stored.refetch()
        }}
      />
    )
  if (parts.data === undefined || stored.data === undefined) return <PageLoading />
  return <Designer key={type} parts={parts.data} stored={stored.data} />
}

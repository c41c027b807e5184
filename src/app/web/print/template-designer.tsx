import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { placeRecord } from '../../../kernel/print/template/place.ts'
import type { Layout, LayoutElement } from '../../../kernel/print/template/layout.ts'
import type { PrintData, PrintName } from '../../../kernel/print/template/print-data.ts'
import { request, requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { usePageTitle } from '../frame/page.ts'
import { DesignStage } from './design-stage.tsx'
import { ElementPalette } from './element-palette.tsx'
import { ElementProperties } from './element-properties.tsx'
import {
  addElement,
  draftOf,
  duplicateElements,
  moveElements,
  newElement,
  newField,
  redo,
  removeElements,
  replaceElement,
  step as taken,
  undo,
  type NewKind,
} from './layout-draft.ts'
import { PaperProperties, type TemplateHead } from './paper-properties.tsx'
import { PartnerChoice } from './partner-choice.tsx'
import { useListeners } from './use-listeners.ts'
import { usePrintSample, type PrintNames, type StoredTemplate } from './use-templates.ts'
import { VersionsDialog } from './versions-dialog.tsx'

type Props = {
  type: string
  template: StoredTemplate
  layout: Layout
  names: PrintNames
  editable: boolean
  onSaved: () => Promise<unknown>
}

const nothingPrinted: PrintData = { values: {}, tables: {} }
const noneChosen: ReadonlySet<string> = new Set()
const zooms = [0.5, 0.75, 1, 1.5, 2] as const
/** Pixels of a millimetre at 100 %, as CSS counts them. */
const perMillimetre = 96 / 25.4

/** What stands beside the paper: the menu, the parts and the properties. */
const beside = 660

/** The largest size, up to the true one, at which the paper's width is seen whole on a desk; a phone shows it as it is. */
function fittingZoom(width: number): number {
  const room = globalThis.innerWidth - beside
  return zooms.toReversed().find((zoom) => zoom <= 1 && width * perMillimetre * zoom <= room) ?? 0.5
}

const nudges: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null
}

function nameOf(element: LayoutElement, names: readonly PrintName[]): string {
  if (element.kind === 'field')
    return names.find((name) => name.path === element.path && name.table === null)?.label ?? element.path
  return element.kind === 'text' ? element.text : t(`print.kind.${element.kind}`)
}

function useRoles(): readonly { readonly name: string; readonly label: string }[] {
  const roles = useQuery({
    queryKey: ['print-roles'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly { name: string; label: string }[] }>('roles', { signal }),
    retry: false,
  })
  return roles.data?.rows ?? []
}

function usePrinters(): readonly { readonly code: string; readonly name: string }[] {
  const printers = useQuery({
    queryKey: ['printing-printers'],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly { code: string; name: string }[] }>('printing/printers', { signal }),
    retry: false,
  })
  return printers.data?.rows ?? []
}

/** One template on its paper: parts at the left, the paper, what is said of the chosen part at the right. */
export function TemplateDesigner({ type, template, layout, names, editable, onSaved }: Props): React.JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(layout))
  const [head, setHead] = useState<TemplateHead>(template)
  const [saved, setSaved] = useState<{ layout: Layout; head: TemplateHead }>({ layout, head: template })
  const [version, setVersion] = useState(template.version)
  const [selected, setSelected] = useState(noneChosen)
  const [zoom, setZoom] = useState(() => fittingZoom(layout.paper.width))
  const [record, setRecord] = useState('')
  const [asked, setAsked] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [looksBack, setLooksBack] = useState(false)
  const sample = usePrintSample(type, asked)
  const roles = useRoles()
  const printers = usePrinters()
  const dirty = draft.layout !== saved.layout || head !== saved.head
  usePageTitle(t('print.title'), dirty)
  useEffect(() => {
    if (!dirty) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    globalThis.addEventListener('beforeunload', warn)
    return () => globalThis.removeEventListener('beforeunload', warn)
  }, [dirty])

  const page = useMemo(() => {
    const words = { pageTotal: t('print.pageTotal'), total: t('print.total') }
    const [first] = placeRecord(draft.layout, sample.data?.data ?? nothingPrinted, { words })
    return first ?? { ...draft.layout.paper, marks: [] }
  }, [draft.layout, sample.data])

  const change = (next: Layout, mark: string | null = null): void => setDraft((was) => taken(was, next, mark))
  const choose = (ids: ReadonlySet<string>): void => setSelected(ids)
  const [only] = selected.size === 1 ? draft.layout.elements.filter((one) => selected.has(one.id)) : []

  const add = (what: string, at = { x: 15, y: 15 }): void => {
    const [kind, name = ''] = what.split(':')
    const found = names.names.find((one) => one.path === name && one.table === null)
    const [table] = names.tables
    const code = names.names.some((one) => one.path === 'number' && one.table === null) ? '{number}' : '{code}'
    const made =
      kind === 'field' && found !== undefined
        ? newField(found, at.x, at.y)
        : newElement(
            name as NewKind,
            at,
            { text: t('print.newText'), page: t('print.pageOf'), code },
            table && { name: table.name, columns: names.names.filter((one) => one.table === table.name) },
          )
    if (made === null) return
    change(addElement(draft.layout, made))
    choose(new Set([made.id]))
  }
  const remove = (): void => {
    change(removeElements(draft.layout, selected))
    choose(noneChosen)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || !editable) return
    const command = event.ctrlKey || event.metaKey
    const nudge = nudges[event.key]
    const key = event.key.toLowerCase()
    if (nudge !== undefined && selected.size > 0) {
      const by = event.shiftKey ? 5 : event.altKey ? 0.1 : 0.5
      change(moveElements(draft.layout, selected, { x: nudge.x * by, y: nudge.y * by }), 'nudge')
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && selected.size > 0) remove()
    else if (command && key === 'z') setDraft(event.shiftKey ? redo : undo)
    else if (command && key === 'y') setDraft(redo)
    else if (command && key === 'd' && selected.size > 0) {
      const copies = duplicateElements(draft.layout, selected)
      change(copies.layout)
      choose(copies.ids)
    } else if (command && key === 'a') choose(new Set(draft.layout.elements.map((one) => one.id)))
    else if (command && key === 's') void save()
    else if (event.key === 'Escape') choose(noneChosen)
    else return
    event.preventDefault()
  }

  const work = useListeners<HTMLDivElement>({ keydown: onKey })

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblems([])
    try {
      await step()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblems(
        error.errors.length > 0 ? error.errors.map((one) => sayProblem(one, draft.layout, names.names)) : [error.title],
      )
    } finally {
      setBusy(false)
    }
  }
  const save = (): Promise<void> =>
    attempt(async () => {
      const { name, kind, isDefault, role, forRecord, forName } = head
      const answer = await requestJson<StoredTemplate>(`print-template/${template.id}`, {
        method: 'PATCH',
        body: { name, kind, isDefault, role, forRecord, forName, layout: draft.layout },
        version,
      })
      setVersion(answer.version)
      setSaved({ layout: draft.layout, head })
      await onSaved()
      showToast('done', t('print.saved'))
    })
  const preview = (): Promise<void> =>
    attempt(async () => {
      const answer = await request('printing/preview', {
        method: 'POST',
        body: { type, layout: draft.layout, record: sample.data?.record?.id ?? '' },
      })
      const address = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }))
      globalThis.open(address, '_blank')
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    })

  return (
    <div ref={work} className="pdesign-work">
      <div className="pdesign-bar" role="toolbar" aria-label={t('print.tools')}>
        <IconButton
          icon="undo"
          label={t('print.undo')}
          disabled={draft.past.length === 0}
          onClick={() => setDraft(undo)}
        />
        <IconButton
          icon="redo"
          label={t('print.redo')}
          disabled={draft.future.length === 0}
          onClick={() => setDraft(redo)}
        />
        <span className="input-box">
          <select aria-label={t('print.zoom')} value={zoom} onChange={(event) => setZoom(Number(event.target.value))}>
            {zooms.map((one) => (
              <option key={one} value={one}>
                {one * 100}%
              </option>
            ))}
          </select>
        </span>
        <form
          className="pdesign-record"
          onSubmit={(event) => {
            event.preventDefault()
            setAsked(record.trim())
          }}
        >
          <span className="input-box">
            <input
              aria-label={t('print.sampleRecord')}
              placeholder={sample.data?.record?.number ?? t('print.sampleRecord')}
              value={record}
              onChange={(event) => setRecord(event.target.value)}
            />
          </span>
        </form>
        <span className="grow" />
        <Button look="text" onClick={() => setLooksBack(true)}>
          {t('print.versions')}
        </Button>
        <Button icon="printer" onClick={() => void preview()}>
          PDF
        </Button>
        {editable ? (
          <Button look="primary" busy={busy} disabled={!dirty} keys="Ctrl S" onClick={() => void save()}>
            {t('print.save')}
          </Button>
        ) : null}
      </div>
      {problems.length === 0 && sample.error === null ? null : (
        <div className="pdesign-problems is-negative" role="alert">
          {[...problems, ...(sample.error === null ? [] : [sample.error.message])].map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <div className="pdesign-body">
        {editable ? <ElementPalette names={names.names} onAdd={(what) => add(what)} /> : null}
        <DesignStage
          layout={draft.layout}
          page={page}
          scale={zoom * perMillimetre}
          selected={selected}
          nameOf={(element) => nameOf(element, names.names)}
          editable={editable}
          onSelect={choose}
          onChange={change}
          onDrop={add}
        />
        <aside className="pdesign-side" aria-label={t('print.properties')}>
          {only === undefined ? (
            <PaperProperties
              head={head}
              layout={draft.layout}
              roles={roles}
              printers={printers}
              disabled={!editable}
              partners={
                <PartnerChoice
                  chosen={head.forRecord}
                  chosenName={head.forName}
                  disabled={!editable}
                  onChoose={(partner) =>
                    setHead({ ...head, forRecord: partner?.id ?? null, forName: partner?.name ?? null })
                  }
                />
              }
              onHead={setHead}
              onLayout={(next) => change(next)}
            />
          ) : (
            <ElementProperties
              key={only.id}
              element={only}
              names={names.names}
              tables={names.tables}
              disabled={!editable}
              onChange={(element) => change(replaceElement(draft.layout, element), `property ${element.id}`)}
              onRemove={remove}
            />
          )}
        </aside>
      </div>
      {looksBack ? (
        <VersionsDialog
          template={template.id}
          onClose={() => setLooksBack(false)}
          onTake={(back) => {
            change(back)
            choose(noneChosen)
            setLooksBack(false)
          }}
        />
      ) : null}
    </div>
  )
}

/** A problem with what it is about: `layout.elements.3.when` is said of the element by its name. */
function sayProblem(
  { path, message }: { readonly path: string; readonly message: string },
  layout: Layout,
  names: readonly PrintName[],
): string {
  const at = /^layout\.elements\.(\d+)/.exec(path)?.[1]
  const element = at === undefined ? undefined : layout.elements[Number(at)]
  return element === undefined ? message : `${nameOf(element, names)}：${message}`
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlowNode } from '../../../kernel/approvals/flow.ts'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { FlowCanvas } from './flow-canvas.tsx'
import {
  findNode,
  insertNode,
  moveNode,
  newApproval,
  newBranch,
  removeNode,
  replaceNode,
  shiftNode,
} from './flow-draft.ts'
import { FlowDrawer } from './flow-drawer.tsx'
import { useFlowNames, useFlows, type FlowNames, type StoredFlow } from './use-flow.ts'
import '../../../ui/list/list-page.css'
import '../settings/settings.css'
import './flow-page.css'

type Trial = {
  readonly number: string
  readonly steps: readonly { readonly node: string; readonly rule: string; readonly approver: string }[]
}

const tones = { draft: 'neutral', live: 'positive', retired: 'neutral' } as const

/** The nodes that a trial met: those whose approvers, or whose group, are among its steps. */
function metBy(nodes: readonly FlowNode[], trial: Trial): ReadonlySet<string> {
  const found = new Set(trial.steps.flatMap((step) => [step.node, step.rule]))
  const walk = (row: readonly FlowNode[]): string[] =>
    row.flatMap((node) =>
      node.kind === 'branch'
        ? node.ways.flatMap((way) => walk(way.nodes))
        : found.has(node.id) || node.approvers.some((one) => found.has(one.id))
          ? [node.id]
          : [],
    )
  return new Set(walk(nodes))
}

type DesignerProps = {
  type: string
  flow: StoredFlow | null
  names: FlowNames
  editable: boolean
  onSaved: (id: string) => void
}

function Designer({ type, flow, names, editable, onSaved }: DesignerProps): React.JSX.Element {
  const client = useQueryClient()
  const [nodes, setNodes] = useState<readonly FlowNode[]>(flow?.nodes ?? [])
  const [touched, setTouched] = useState(false)
  const [selected, setSelected] = useState<string | null>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (next: readonly FlowNode[]): void => {
    setNodes(next)
    setTouched(true)
    setTrial(null)
  }
  const attempt = async <Answer,>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    setBusy(true)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      const first = error instanceof ApiProblem ? error.errors[0]?.message : undefined
      setProblem(first ?? (error instanceof Error ? error.message : String(error)))
      return undefined
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: ['flows', type] })
    }
  }
  /** A draft is changed; what was in force is followed by a new version. */
  const save = async (): Promise<string> => {
    if (flow !== null && !touched) return flow.id
    const isDraft = flow?.state === 'draft'
    const label = names.documents.find((one) => one.type === type)?.label ?? type
    const saved = isDraft
      ? await requestJson<StoredFlow>(`approval-flow/${flow.id}`, {
          method: 'PATCH',
          body: { nodes, version: flow.version },
        })
      : await requestJson<StoredFlow>('approval-flow', {
          method: 'POST',
          body: {
            code: `${type}-${Date.now().toString(36)}`,
            name: t('approvalFlow.nameOf', { label }),
            documentType: type,
            nodes,
          },
        })
    return saved.id
  }
  const keep = (): void =>
    void attempt(save).then((id) => {
      if (id === undefined) return
      showToast('done', t('approvalFlow.saved'))
      onSaved(id)
    })
  const release = (): void =>
    void attempt(async () => {
      const id = await save()
      await requestJson(`approvals/flows/${id}/release`, { method: 'POST' })
      return id
    }).then((id) => {
      if (id === undefined) return
      showToast('done', t('approvalFlow.released'))
      onSaved(id)
    })
  const retire = (): void =>
    void attempt(() => requestJson(`approvals/flows/${flow?.id ?? ''}/retire`, { method: 'POST' }))
  const simulate = (event: React.FormEvent): void => {
    event.preventDefault()
    void attempt(() =>
      requestJson<Trial>('approvals/simulate', {
        method: 'POST',
        body: { documentType: type, document: number.trim(), nodes },
      }),
    ).then((answer) => setTrial(answer ?? null))
  }
  const labels = {
    role: new Map(names.roles.map((one) => [one.name, one.label])),
    user: new Map(names.people.map((one) => [one.username, one.name])),
  }
  const node = selected === null ? undefined : findNode(nodes, selected)
  const isLive = flow?.state === 'live' && !touched
  return (
    <div className="aflow-work">
      <div className="aflow-bar">
        {flow === null || touched ? (
          <Tag tone="warning">{t('approvalFlow.unsaved')}</Tag>
        ) : (
          <Tag tone={tones[flow.state]}>{t(`approvalFlow.${flow.state}`)}</Tag>
        )}
        <form className="aflow-trial" onSubmit={simulate}>
          <span className="input-box">
            <input
              aria-label={t('approvalFlow.trialNumber')}
              placeholder={t('approvalFlow.trialNumber')}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          </span>
          <Button type="submit" disabled={number.trim() === '' || nodes.length === 0}>
            {t('approvalFlow.simulate')}
          </Button>
        </form>
        <span className="grow" />
        {editable ? (
          <>
            {isLive ? <Button onClick={retire}>{t('approvalFlow.retire')}</Button> : null}
            <Button onClick={keep} disabled={!touched || busy}>
              {t('approvalFlow.save')}
            </Button>
            <Button look="primary" busy={busy} disabled={isLive || nodes.length === 0} onClick={release}>
              {t('approvalFlow.release')}
            </Button>
          </>
        ) : null}
      </div>
      {problem === null ? null : (
        <p className="aflow-problem is-negative" role="alert">
          {problem}
        </p>
      )}
      {trial === null ? null : (
        <p className="aflow-problem" role="status">
          {trial.steps.length === 0
            ? t('approvalFlow.trialNone', { number: trial.number })
            : t('approvalFlow.trialWay', {
                number: trial.number,
                way: trial.steps.map((step) => step.approver).join(' → '),
              })}
        </p>
      )}
      <div className="aflow-stage">
        <FlowCanvas
          nodes={nodes}
          labels={labels}
          selected={selected}
          met={trial === null ? null : metBy(nodes, trial)}
          editable={editable}
          onSelect={setSelected}
          onInsert={(place, kind) => {
            const made =
              kind === 'branch'
                ? newBranch(t('approvalFlow.branch'), t('approvalFlow.way', { n: 1 }), t('approvalFlow.way', { n: 2 }))
                : newApproval(t('approvalFlow.approval'))
            change(insertNode(nodes, place, made))
            setSelected(made.id)
          }}
          onMove={(id, place) => change(moveNode(nodes, id, place))}
          onShift={(id, by) => change(shiftNode(nodes, id, by))}
          onRemove={(id) => change(removeNode(nodes, id))}
        />
        {node === undefined ? null : (
          <FlowDrawer
            key={node.id}
            node={node}
            names={names}
            editable={editable}
            onChange={(changed) => change(replaceNode(nodes, changed))}
            onRemove={() => {
              change(removeNode(nodes, node.id))
              setSelected(null)
            }}
            onClose={() => setSelected(null)}
          />
        )}
      </div>
    </div>
  )
}

/** 审批流程: the way each type of document goes, drawn; versions one after another, one of them in force. */
export function ApprovalFlowPage(): React.JSX.Element {
  usePageTitle(t('approvalFlow.title'))
  const session = useSession()
  const { search, setSearch } = usePage()
  const type = search.get('type') ?? 'salesOrder'
  const names = useFlowNames(type)
  const flows = useFlows(type)
  const wanted = search.get('version')
  const versions = flows.data ?? []
  const flow =
    wanted === 'new'
      ? null
      : (versions.find((one) => one.id === wanted) ??
        versions.find((one) => one.state === 'live') ??
        versions[0] ??
        null)
  const show = (version: string): void => setSearch(new URLSearchParams({ type, version }))
  const english = currentLanguage() === 'en'
  return (
    <div className="aflow-page">
      <BusyBar busy={flows.isFetching || names.isFetching} />
      <header className="page-head">
        <h1>{t('approvalFlow.title')}</h1>
        <span className="input-box">
          <select
            aria-label={t('approvalFlow.documentType')}
            value={type}
            onChange={(event) => setSearch(new URLSearchParams({ type: event.target.value }))}
          >
            {names.data?.documents.map((one) => (
              <option key={one.type} value={one.type}>
                {english ? one.english : one.label}
              </option>
            ))}
          </select>
        </span>
      </header>
      <div className="aflow-body">
        <nav className="aflow-versions" aria-label={t('approvalFlow.versions')}>
          {session.may('approvalFlow.create') ? (
            <Button icon="plus" size="small" onClick={() => show('new')}>
              {t('approvalFlow.new')}
            </Button>
          ) : null}
          {versions.map((one) => (
            <button
              key={one.id}
              type="button"
              className={one.id === flow?.id ? 'is-on' : undefined}
              onClick={() => show(one.id)}
            >
              <span>
                {one.number === null ? t('approvalFlow.draft') : t('approvalFlow.versionNumber', { n: one.number })}{' '}
                {one.state === 'live' ? <Tag tone="positive">{t('approvalFlow.live')}</Tag> : null}
              </span>
              <small className="faint">
                {one.releasedAt === null ? '' : `${one.releasedBy ?? ''} ${formatMoment(one.releasedAt)}`}
              </small>
            </button>
          ))}
        </nav>
        {names.data === undefined || flows.data === undefined ? null : (
          <Designer
            key={`${type}/${flow?.id ?? 'new'}/${flow?.version ?? 0}/${flow?.state ?? ''}`}
            type={type}
            flow={flow}
            names={names.data}
            editable={session.may('approvalFlow.update')}
            onSaved={show}
          />
        )}
      </div>
    </div>
  )
}

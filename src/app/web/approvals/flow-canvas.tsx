import { useState } from 'react'
import type { ApproveNode, Approver, BranchNode, FlowNode } from '../../../kernel/approvals/flow.ts'
import { Tag } from '../../../ui/control/button.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import type { Place } from './flow-draft.ts'

export type Labels = { readonly role: ReadonlyMap<string, string>; readonly user: ReadonlyMap<string, string> }

type CanvasProps = {
  nodes: readonly FlowNode[]
  labels: Labels
  selected: string | null
  /** The nodes that a trial run met; null while none was made. */
  met: ReadonlySet<string> | null
  editable: boolean
  onSelect: (node: string) => void
  onInsert: (place: Place, kind: FlowNode['kind']) => void
  onMove: (node: string, place: Place) => void
  onShift: (node: string, by: -1 | 1) => void
  onRemove: (node: string) => void
}

export function approverName(approver: Approver, labels: Labels): string {
  if (approver.kind === 'head') return t('approvalFlow.head')
  return labels[approver.kind].get(approver.value) ?? (approver.value || t('approvalFlow.chooseApprover'))
}

function Gap({ place, canvas }: { place: Place; canvas: CanvasProps }): React.JSX.Element {
  const [over, setOver] = useState(false)
  if (!canvas.editable) return <div className="aflow-gap" aria-hidden />
  return (
    <div
      className={over ? 'aflow-gap is-over' : 'aflow-gap'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        canvas.onMove(event.dataTransfer.getData('text/plain'), place)
      }}
    >
      <Menu
        label={t('approvalFlow.add')}
        items={[
          {
            key: 'approve',
            label: t('approvalFlow.addApproval'),
            icon: 'user',
            onSelect: () => canvas.onInsert(place, 'approve'),
          },
          {
            key: 'branch',
            label: t('approvalFlow.addBranch'),
            icon: 'share',
            onSelect: () => canvas.onInsert(place, 'branch'),
          },
        ]}
      >
        {(open) => (
          <button type="button" className="aflow-plus" aria-label={t('approvalFlow.add')} {...open}>
            <Icon name="plus" size={12} />
          </button>
        )}
      </Menu>
    </div>
  )
}

function ApprovalFace({ node, labels }: { node: ApproveNode; labels: Labels }): React.JSX.Element {
  return (
    <>
      <span className="aflow-who">
        {node.approvers.map((one) => approverName(one, labels)).join(node.mode === 'any' ? ' / ' : '、')}
      </span>
      <span className="aflow-marks">
        {node.approvers.length > 1 ? (
          <Tag>{t(node.mode === 'any' ? 'approvalFlow.any' : 'approvalFlow.all')}</Tag>
        ) : null}
        {node.hours === null ? null : <Tag>{t('approvalFlow.within', { hours: node.hours })}</Tag>}
      </span>
      {node.when === '' ? null : <code className="aflow-when">{node.when}</code>}
    </>
  )
}

function Card({ node, canvas }: { node: FlowNode; canvas: CanvasProps }): React.JSX.Element {
  const isMissed = canvas.met !== null && node.kind === 'approve' && !canvas.met.has(node.id)
  const isMet = canvas.met?.has(node.id) === true
  const classes = [
    'aflow-card',
    `is-${node.kind}`,
    canvas.selected === node.id ? 'is-selected' : '',
    isMissed ? 'is-missed' : '',
    isMet ? 'is-met' : '',
  ]
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!canvas.editable) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      canvas.onShift(node.id, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Delete') canvas.onRemove(node.id)
  }
  return (
    <button
      type="button"
      className={classes.join(' ')}
      aria-pressed={canvas.selected === node.id}
      draggable={canvas.editable}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', node.id)}
      onClick={() => canvas.onSelect(node.id)}
      onKeyDown={onKeyDown}
    >
      <span className="aflow-name">
        <Icon name={node.kind === 'branch' ? 'share' : 'user'} size={14} />
        {node.name}
        {isMet ? <Icon name="check" size={14} /> : null}
      </span>
      {node.kind === 'approve' ? <ApprovalFace node={node} labels={canvas.labels} /> : null}
    </button>
  )
}

function Fork({ node, canvas }: { node: BranchNode; canvas: CanvasProps }): React.JSX.Element {
  return (
    <div className="aflow-fork">
      <Card node={node} canvas={canvas} />
      <div className="aflow-ways">
        {node.ways.map((way) => (
          <div key={way.id} className="aflow-way">
            <div className="aflow-way-head">
              <strong>{way.name}</strong>
              <code className="aflow-when">{way.when === '' ? t('approvalFlow.otherwise') : way.when}</code>
            </div>
            <Row nodes={way.nodes} list={way.id} canvas={canvas} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Row({
  nodes,
  list,
  canvas,
}: {
  nodes: readonly FlowNode[]
  list: string
  canvas: CanvasProps
}): React.JSX.Element {
  return (
    <div className="aflow-row">
      <Gap place={{ list, at: 0 }} canvas={canvas} />
      {nodes.map((node, index) => (
        <div key={node.id} className="aflow-stop">
          {node.kind === 'branch' ? <Fork node={node} canvas={canvas} /> : <Card node={node} canvas={canvas} />}
          <Gap place={{ list, at: index + 1 }} canvas={canvas} />
        </div>
      ))}
    </div>
  )
}

/** The way of a document from top to bottom: cards that are dragged, or moved by Alt with the arrows. */
export function FlowCanvas(props: CanvasProps): React.JSX.Element {
  return (
    <div className="aflow-canvas">
      <div className="aflow-whole">
        <div className="aflow-end">{t('approvalFlow.submitted')}</div>
        <Row nodes={props.nodes} list="root" canvas={props} />
        <div className="aflow-end">{t('approvalFlow.posted')}</div>
      </div>
    </div>
  )
}

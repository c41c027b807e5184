import { useState } from 'react'
import type { ApproveNode, Approver, BranchNode, FlowNode } from '../../../kernel/approvals/flow.ts'
import { typeOfExpression } from '../../../kernel/expression/check.ts'
import type { ValueType } from '../../../kernel/expression/value.ts'
import { parseExpression } from '../../../kernel/expression/parse.ts'
import { ExpressionError } from '../../../kernel/expression/tokens.ts'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { newWay } from './flow-draft.ts'
import type { FlowNames } from './use-flow.ts'

const typeOfKind: Readonly<Record<string, ValueType>> = {
  integer: 'number',
  decimal: 'number',
  quantity: 'number',
  price: 'number',
  money: 'number',
  percent: 'number',
  boolean: 'boolean',
  list: 'list',
}

/** What is wrong with a condition, as the server would say it. */
function faultOf(when: string, names: FlowNames): string | null {
  if (when.trim() === '') return null
  const typeOf = (name: string): ValueType | undefined => {
    const found = names.names.find((one) => one.name === name || one.label === name || `lines.${one.name}` === name)
    if (found !== undefined) return typeOfKind[found.kind] ?? 'text'
    return name.includes('.') ? 'list' : undefined
  }
  try {
    const type = typeOfExpression(parseExpression(when), { typeOf })
    return type === 'boolean' || type === 'any' ? null : t('approvalFlow.notCondition')
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return `${error.at + 1}: ${currentLanguage() === 'en' ? error.en : error.zh}`
  }
}

type ConditionProps = { label: string; value: string; names: FlowNames; onChange: (value: string) => void }

/** A condition in words of the document, judged as it is typed. */
function Condition({ label, value, names, onChange }: ConditionProps): React.JSX.Element {
  const fault = faultOf(value, names)
  return (
    <div className="aflow-field">
      <label>
        <span>{label}</span>
        <textarea
          className={fault === null ? 'aflow-condition' : 'aflow-condition has-error'}
          rows={2}
          value={value}
          placeholder={t('approvalFlow.whenExample')}
          onChange={(event) => onChange(event.target.value)}
        />
        {fault === null ? null : <small className="is-negative">{fault}</small>}
      </label>
      <select
        aria-label={t('approvalFlow.insertField')}
        className="aflow-fields"
        value=""
        onChange={(event) => onChange(`${value}${value === '' || value.endsWith(' ') ? '' : ' '}${event.target.value}`)}
      >
        <option value="">{t('approvalFlow.insertField')}</option>
        {names.names.map((one) => (
          <option key={one.name} value={one.label}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type WhoProps = { approver: Approver; names: FlowNames; onChange: (approver: Approver) => void; onRemove?: () => void }

/** One select for role, person and head together: what people look for is a name. */
function Who({ approver, names, onChange, onRemove }: WhoProps): React.JSX.Element {
  const value = approver.kind === 'head' ? 'head' : `${approver.kind}:${approver.value}`
  const choose = (chosen: string): void => {
    const [kind, ...rest] = chosen.split(':')
    onChange({
      id: approver.id,
      kind: kind === 'role' || kind === 'user' ? kind : 'head',
      value: rest.join(':'),
    })
  }
  return (
    <div className="aflow-approver">
      <select aria-label={t('approvalFlow.approver')} value={value} onChange={(event) => choose(event.target.value)}>
        <option value="head">{t('approvalFlow.head')}</option>
        <optgroup label={t('settings.roles')}>
          {names.roles.map((one) => (
            <option key={one.name} value={`role:${one.name}`}>
              {one.label}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('settings.users')}>
          {names.people.map((one) => (
            <option key={one.username} value={`user:${one.username}`}>
              {one.name}
            </option>
          ))}
        </optgroup>
      </select>
      {onRemove === undefined ? null : <IconButton icon="close" label={t('approvalFlow.remove')} onClick={onRemove} />}
    </div>
  )
}

const fresh = (): Approver => ({ id: crypto.randomUUID(), kind: 'head', value: '' })

type PartProps<Node> = { node: Node; names: FlowNames; onChange: (node: FlowNode) => void }

function ApprovalPart({ node, names, onChange }: PartProps<ApproveNode>): React.JSX.Element {
  const set = (part: Partial<ApproveNode>): void => onChange({ ...node, ...part })
  return (
    <>
      <fieldset className="aflow-approvers">
        <legend>{t('approvalFlow.approver')}</legend>
        {node.approvers.map((one) => (
          <Who
            key={one.id}
            approver={one}
            names={names}
            onChange={(changed) =>
              set({ approvers: node.approvers.map((each) => (each.id === one.id ? changed : each)) })
            }
            {...(node.approvers.length > 1
              ? { onRemove: () => set({ approvers: node.approvers.filter((each) => each.id !== one.id) }) }
              : {})}
          />
        ))}
        <Button size="small" icon="plus" onClick={() => set({ approvers: [...node.approvers, fresh()] })}>
          {t('approvalFlow.addApprover')}
        </Button>
      </fieldset>
      {node.approvers.length < 2 ? null : (
        <Segmented
          label={t('approvalFlow.mode')}
          value={node.mode}
          onChange={(mode) => set({ mode })}
          options={[
            { value: 'all', label: t('approvalFlow.all') },
            { value: 'any', label: t('approvalFlow.any') },
          ]}
        />
      )}
      <Condition label={t('approvalFlow.when')} value={node.when} names={names} onChange={(when) => set({ when })} />
      <Checkbox
        label={t('approvalFlow.fourEyes')}
        labelShown
        checked={node.fourEyes}
        onChange={(fourEyes) => set({ fourEyes })}
      />
      <label>
        <span>{t('approvalFlow.hours')}</span>
        <span className="input-box">
          <input
            type="number"
            min={1}
            max={8760}
            value={node.hours ?? ''}
            onChange={(event) => set({ hours: event.target.value === '' ? null : Number(event.target.value) })}
          />
        </span>
      </label>
      {node.hours === null ? null : (
        <>
          <Checkbox
            label={t('approvalFlow.escalates')}
            labelShown
            checked={node.escalateTo !== null}
            onChange={(on) => set({ escalateTo: on ? fresh() : null })}
          />
          {node.escalateTo === null ? null : (
            <Who approver={node.escalateTo} names={names} onChange={(escalateTo) => set({ escalateTo })} />
          )}
        </>
      )}
    </>
  )
}

function BranchPart({ node, names, onChange }: PartProps<BranchNode>): React.JSX.Element {
  const setWay = (way: string, part: { name?: string; when?: string }): void =>
    onChange({ ...node, ways: node.ways.map((one) => (one.id === way ? { ...one, ...part } : one)) })
  return (
    <>
      <p className="muted">{t('approvalFlow.branchHint')}</p>
      {node.ways.map((way) => (
        <fieldset key={way.id} className="aflow-approvers">
          <legend>{way.name}</legend>
          <label>
            <span>{t('approvalFlow.name')}</span>
            <span className="input-box">
              <input value={way.name} onChange={(event) => setWay(way.id, { name: event.target.value })} />
            </span>
          </label>
          <Condition
            label={t('approvalFlow.wayWhen')}
            value={way.when}
            names={names}
            onChange={(when) => setWay(way.id, { when })}
          />
          {node.ways.length < 3 ? null : (
            <Button
              size="small"
              onClick={() => onChange({ ...node, ways: node.ways.filter((one) => one.id !== way.id) })}
            >
              {t('approvalFlow.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="small"
        icon="plus"
        onClick={() =>
          onChange({ ...node, ways: [...node.ways, newWay(t('approvalFlow.way', { n: node.ways.length + 1 }))] })
        }
      >
        {t('approvalFlow.addWay')}
      </Button>
    </>
  )
}

type DrawerProps = {
  node: FlowNode
  names: FlowNames
  editable: boolean
  onChange: (node: FlowNode) => void
  onRemove: () => void
  onClose: () => void
}

/** Everything about one node, beside the canvas. */
export function FlowDrawer({ node, names, editable, onChange, onRemove, onClose }: DrawerProps): React.JSX.Element {
  const [name, setName] = useState(node.name)
  return (
    <aside className="aflow-drawer" aria-label={node.name}>
      <header>
        <h2>{t(node.kind === 'branch' ? 'approvalFlow.branch' : 'approvalFlow.approval')}</h2>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      <fieldset className="settings-form aflow-form" disabled={!editable}>
        <label>
          <span>{t('approvalFlow.name')}</span>
          <span className="input-box">
            <input
              value={name}
              onChange={(event) => {
                setName(event.target.value)
                onChange({ ...node, name: event.target.value })
              }}
            />
          </span>
        </label>
        {node.kind === 'branch' ? (
          <BranchPart node={node} names={names} onChange={onChange} />
        ) : (
          <ApprovalPart node={node} names={names} onChange={onChange} />
        )}
        {editable ? (
          <Button icon="trash" onClick={onRemove}>
            {t('approvalFlow.removeNode')}
          </Button>
        ) : null}
      </fieldset>
    </aside>
  )
}

import { useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '../control/button.tsx'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { Go, useNavigate } from '../shell/navigation.tsx'
import {
  boxOf,
  flowSizes,
  laneBands,
  neighbourNode,
  wirePaths,
  type FlowLane,
  type FlowNode,
  type FlowWire,
} from './flow-layout.ts'
import './flow.css'

export type FlowCount = { count: number; label: string; late?: boolean }

export type FlowMapNode = FlowNode & {
  label: string
  path: string
  counts?: readonly FlowCount[]
  /** Said where there is no count: 无待办, 12月已结. */
  note?: string
  /** Figures on the card: 未收 128 单, 3,482,160.50. */
  figures?: readonly { label: string; value: string }[]
  actions?: readonly { label: string; path: string; main?: boolean }[]
}

export type FlowMapLane = FlowLane & { icon: IconName }

export type FlowMapProps = {
  label: string
  lanes: readonly FlowMapLane[]
  nodes: readonly FlowMapNode[]
  wires: readonly FlowWire[]
  /** Beside the map: reports and records. */
  aside?: readonly { title: string; links: readonly { label: string; path: string }[] }[]
}

function NodeCounts({ node }: { node: FlowMapNode }): React.JSX.Element | null {
  const open = node.counts?.filter((one) => one.count > 0) ?? []
  if (node.side !== undefined) return null
  if (open.length === 0) return <small>{node.note}</small>
  return (
    <small>
      {open.map((one, index) => (
        <span key={one.label}>
          {index > 0 ? ' · ' : null}
          <em className={one.late ? 'is-late' : undefined}>{one.count}</em> {one.label}
        </span>
      ))}
    </small>
  )
}

function FlowCard({ node }: { node: FlowMapNode }): React.JSX.Element {
  const navigate = useNavigate()
  return (
    <div className="flow-card">
      <b className="medium">{node.label}</b>
      <dl>
        {node.figures?.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
      <div className="flow-card-actions">
        {node.actions?.map((action) => (
          <Button
            key={action.label}
            size="small"
            look={action.main ? 'primary' : 'outlined'}
            onClick={() => navigate(action.path)}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </div>
  )
}

const directions: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** 业务导航: the documents of an area as they follow one another, with the work that is open at each. */
export function FlowMap({ label, lanes, nodes, wires, aside = [] }: FlowMapProps): React.JSX.Element {
  const map = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [card, setCard] = useState<{ node: FlowMapNode; anchor: HTMLElement } | null>(null)
  const paths = useMemo(() => wirePaths(nodes, lanes, wires), [nodes, lanes, wires])
  const close = useCallback(() => setCard(null), [])
  const width = flowSizes.left + (Math.max(0, ...nodes.map((node) => node.column)) + 1) * flowSizes.pitch + 12
  const bands = useMemo(() => laneBands(nodes, lanes), [nodes, lanes])
  const height = [...bands.values()].reduce((sum, band) => sum + band.height, 0)

  const point = (node: FlowMapNode, anchor: HTMLElement): void => {
    clearTimeout(timer.current)
    if (node.figures === undefined && node.actions === undefined) return close()
    timer.current = setTimeout(() => setCard({ node, anchor }), 250)
  }
  const leave = (): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(close, 250)
  }
  const onKeyDown = (event: React.KeyboardEvent, node: FlowMapNode): void => {
    const direction = directions[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const next = neighbourNode(nodes, lanes, wires, node.key, direction)
    if (next !== null) map.current?.querySelector<HTMLElement>(`[data-node="${next}"]`)?.focus()
  }
  return (
    <div className="flow">
      <div className="flow-scroller" ref={map} role="region" aria-label={label}>
        <div className="flow-canvas" style={{ width, height }}>
          {lanes.map((lane) => (
            <section key={lane.key} className="flow-lane" style={bands.get(lane.key)}>
              <h3>
                <Icon name={lane.icon} />
                {lane.label}
              </h3>
            </section>
          ))}
          <svg width={width} height={height} className="flow-wires" aria-hidden="true">
            {paths.map((wire) => (
              <g key={wire.key}>
                <path className={wire.dashed ? 'flow-wire is-side' : 'flow-wire'} d={wire.path} />
                {wire.arrow ? <path className="flow-arrow" d={wire.arrow} /> : null}
              </g>
            ))}
          </svg>
          {nodes.map((node) => {
            const open = node.counts?.some((one) => one.count > 0) === true
            const classes = [
              'flow-node',
              node.side === undefined ? '' : 'is-side',
              open ? 'is-open' : '',
              card?.node.key === node.key ? 'is-pointed' : '',
            ]
            return (
              <Go
                key={node.key}
                to={node.path}
                data-node={node.key}
                className={classes.filter(Boolean).join(' ')}
                style={boxOf(node, bands)}
                onPointerEnter={(event) => point(node, event.currentTarget)}
                onPointerLeave={leave}
                onKeyDown={(event) => onKeyDown(event, node)}
              >
                <b>{node.label}</b>
                <NodeCounts node={node} />
              </Go>
            )
          })}
        </div>
      </div>
      {aside.length > 0 ? (
        <aside className="flow-aside">
          {aside.map((group) => (
            <section key={group.title}>
              <h3>{group.title}</h3>
              {group.links.map((link) => (
                <Go key={link.path} to={link.path}>
                  {link.label}
                </Go>
              ))}
            </section>
          ))}
        </aside>
      ) : null}
      <Popover anchor={card?.anchor ?? null} open={card !== null} onClose={close} gap={8}>
        <div onPointerEnter={() => clearTimeout(timer.current)} onPointerLeave={leave}>
          {card ? <FlowCard node={card.node} /> : null}
        </div>
      </Popover>
    </div>
  )
}

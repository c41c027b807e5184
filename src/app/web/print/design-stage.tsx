import { useState } from 'react'
import type { Layout, LayoutElement } from '../../../kernel/print/template/layout.ts'
import type { PlacedPage } from '../../../kernel/print/template/marks.ts'
import { t } from '../../../ui/language.ts'
import { moveElements, resizeElement, snap } from './layout-draft.ts'
import { PlacedPageView } from './placed-page.tsx'
import { useListeners } from './use-listeners.ts'

/** What is dragged out of the palette travels under this name. */
export const paletteType = 'application/x-print-element'

export type StageProps = {
  layout: Layout
  page: PlacedPage
  /** Pixels a millimetre. */
  scale: number
  selected: ReadonlySet<string>
  nameOf: (element: LayoutElement) => string
  editable: boolean
  onSelect: (ids: ReadonlySet<string>) => void
  onChange: (layout: Layout, mark: string | null) => void
  onDrop: (what: string, at: { x: number; y: number }) => void
}

type Hold = {
  readonly id: string
  readonly ids: ReadonlySet<string>
  readonly kind: 'move' | 'right' | 'bottom' | 'corner'
  readonly from: { readonly x: number; readonly y: number }
  readonly layout: Layout
  readonly mark: string
}

/** What is small lies on top, so that a table covers nothing that is to be taken. */
function largestFirst(elements: readonly LayoutElement[]): readonly LayoutElement[] {
  return elements.toSorted((one, other) => other.width * other.height - one.width * one.height)
}

const noGuides = { x: null, y: null } as const

/** A ruler's marks: a stroke each millimetre, longer at five and ten, a figure each ten. */
function Ruler({ length, scale, upright }: { length: number; scale: number; upright: boolean }): React.JSX.Element {
  const size = 18
  const strokes = Array.from({ length: Math.floor(length) + 1 }, (_stroke, at) => at)
  const path = strokes
    .map((at) => {
      const reach = at % 10 === 0 ? 8 : at % 5 === 0 ? 5 : 3
      const place = at * scale
      return upright ? `M${size} ${place}h${-reach}` : `M${place} ${size}v${-reach}`
    })
    .join('')
  return (
    <svg
      className={upright ? 'pdesign-ruler is-upright' : 'pdesign-ruler'}
      width={upright ? size : length * scale}
      height={upright ? length * scale : size}
      aria-hidden="true"
    >
      <path d={path} stroke="currentColor" strokeWidth="1" fill="none" />
      {strokes
        .filter((at) => at % 10 === 0 && at > 0)
        .map((at) => (
          <text
            key={at}
            x={upright ? 2 : at * scale + 2}
            y={upright ? at * scale - 2 : 9}
            fontSize="8"
            fill="currentColor"
          >
            {at}
          </text>
        ))}
    </svg>
  )
}

/** The paper with its rulers: elements are taken, dragged, stretched; fields are dropped onto it. */
export function DesignStage(props: StageProps): React.JSX.Element {
  const { layout, page, scale, selected, editable } = props
  const [hold, setHold] = useState<Hold | null>(null)
  const [guides, setGuides] = useState<{ x: number | null; y: number | null }>(noGuides)
  const height = Math.max(page.height, ...layout.elements.map((one) => one.y + one.height + 2), 20)

  const placeOf = (event: { clientX: number; clientY: number }): { x: number; y: number } => {
    const box = paper.current?.getBoundingClientRect()
    return { x: (event.clientX - (box?.left ?? 0)) / scale, y: (event.clientY - (box?.top ?? 0)) / scale }
  }
  const take = (event: React.PointerEvent, element: LayoutElement, kind: Hold['kind']): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    const more = event.shiftKey || event.ctrlKey || event.metaKey
    const ids = selected.has(element.id) ? selected : new Set(more ? [...selected, element.id] : [element.id])
    props.onSelect(ids)
    if (!editable) return
    paper.current?.setPointerCapture(event.pointerId)
    setHold({ id: element.id, ids, kind, from: placeOf(event), layout, mark: crypto.randomUUID() })
  }
  const drag = (event: PointerEvent): void => {
    if (hold === null) return
    const now = placeOf(event)
    const by = { x: now.x - hold.from.x, y: now.y - hold.from.y }
    const element = hold.layout.elements.find((one) => one.id === hold.id)
    if (element === undefined) return
    if (hold.kind !== 'move') {
      const width = hold.kind === 'bottom' ? 0 : Math.round((element.width + by.x) * 2) / 2 - element.width
      const tall = hold.kind === 'right' ? 0 : Math.round((element.height + by.y) * 2) / 2 - element.height
      props.onChange(resizeElement(hold.layout, hold.id, { width, height: tall }), hold.mark)
      return
    }
    if (Math.hypot(by.x, by.y) * scale < 3) return
    const rest = event.altKey ? { by, guides: noGuides } : snap(hold.layout, element, by)
    setGuides(rest.guides)
    props.onChange(moveElements(hold.layout, hold.ids, rest.by), hold.mark)
  }
  const release = (): void => {
    setHold(null)
    setGuides(noGuides)
  }
  const drop = (event: DragEvent): void => {
    const what = event.dataTransfer?.getData(paletteType) ?? ''
    if (what === '') return
    event.preventDefault()
    const { x, y } = placeOf(event)
    props.onDrop(what, { x: Math.round(x), y: Math.round(y) })
  }
  const paper = useListeners<HTMLDivElement>({
    pointermove: drag,
    pointerup: release,
    pointercancel: release,
    dragover: (event) => {
      if (event.dataTransfer?.types.includes(paletteType) === true) event.preventDefault()
    },
    drop,
  })
  return (
    <div className="pdesign-stage" onPointerDown={() => props.onSelect(new Set())}>
      <div className="pdesign-rulers" style={{ width: layout.paper.width * scale + 18 }}>
        <Ruler length={layout.paper.width} scale={scale} upright={false} />
        <Ruler length={height} scale={scale} upright />
        <div
          ref={paper}
          className="pdesign-paper"
          role="group"
          aria-label={t('print.paper')}
          style={{ width: layout.paper.width * scale, height: height * scale }}
        >
          {layout.background === '' ? null : (
            <img className="pdesign-background" src={layout.background} alt={t('print.background')} />
          )}
          <PlacedPageView
            page={{ ...page, height }}
            label={t('print.preview')}
            className={layout.background === '' ? 'pdesign-page' : 'pdesign-page is-over'}
          />
          {largestFirst(layout.elements).map((element) => (
            <div
              key={element.id}
              role="button"
              tabIndex={0}
              aria-label={props.nameOf(element)}
              aria-pressed={selected.has(element.id)}
              title={props.nameOf(element)}
              className={selected.has(element.id) ? 'pdesign-frame is-on' : 'pdesign-frame'}
              style={{
                left: element.x * scale,
                top: element.y * scale,
                width: Math.max(element.width * scale, 6),
                height: Math.max(element.height * scale, 6),
              }}
              onPointerDown={(event) => take(event, element, 'move')}
              onFocus={(event) => {
                // The keyboard takes what it comes to; a press has taken already.
                if (event.target.matches(':focus-visible') && !selected.has(element.id))
                  props.onSelect(new Set([element.id]))
              }}
            >
              {selected.has(element.id) && selected.size === 1 && editable ? (
                <>
                  <span className="pdesign-grip is-right" onPointerDown={(event) => take(event, element, 'right')} />
                  <span className="pdesign-grip is-bottom" onPointerDown={(event) => take(event, element, 'bottom')} />
                  <span className="pdesign-grip is-corner" onPointerDown={(event) => take(event, element, 'corner')} />
                </>
              ) : null}
            </div>
          ))}
          {guides.x === null ? null : <span className="pdesign-guide is-upright" style={{ left: guides.x * scale }} />}
          {guides.y === null ? null : <span className="pdesign-guide" style={{ top: guides.y * scale }} />}
        </div>
      </div>
    </div>
  )
}

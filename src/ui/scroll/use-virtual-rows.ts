import { useCallback, useEffect, useState } from 'react'

export type VirtualRows = {
  /** Put on the scrolling element. */
  readonly attach: (element: HTMLElement | null) => void
  readonly scroller: HTMLElement | null
  readonly start: number
  readonly end: number
  readonly width: number
  readonly height: number
  /** Scrolls just enough that the row is between the pinned head and foot. */
  readonly reveal: (row: number) => void
}

export type VirtualRowsOptions = {
  count: number
  rowHeight: number
  headHeight?: number
  footHeight?: number
  overscan?: number
}

/** Which rows of equal height are on the screen; the rest are not drawn. */
export function useVirtualRows({
  count,
  rowHeight,
  headHeight = 0,
  footHeight = 0,
  overscan = 8,
}: VirtualRowsOptions): VirtualRows {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [view, setView] = useState({ first: 0, width: 0, height: 0 })

  useEffect(() => {
    if (scroller === null) return undefined
    const measure = (): void => {
      // Steps of four rows, so that a small scroll does not redraw.
      const first = Math.floor(scroller.scrollTop / rowHeight / 4) * 4
      const width = scroller.clientWidth
      const height = scroller.clientHeight
      setView((was) =>
        was.first === first && was.width === width && was.height === height ? was : { first, width, height },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    scroller.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', measure)
    }
  }, [scroller, rowHeight])

  const reveal = useCallback(
    (row: number) => {
      if (scroller === null) return
      const top = row * rowHeight
      const room = scroller.clientHeight - headHeight - footHeight
      if (top < scroller.scrollTop) scroller.scrollTo({ top })
      else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTo({ top: top + rowHeight - room })
    },
    [scroller, rowHeight, headHeight, footHeight],
  )

  const start = Math.max(0, Math.min(view.first - overscan, count))
  const end = Math.min(count, view.first + Math.ceil(view.height / rowHeight) + 4 + overscan)
  return { attach: setScroller, scroller, start, end, width: view.width, height: view.height, reveal }
}

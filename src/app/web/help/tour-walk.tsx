import { useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../../ui/control/button.tsx'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { currentLanguage, t } from '../../../ui/language.ts'
import type { Tour } from './tours.ts'
import './tour.css'

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The first of what a step points at that is on the screen. */
function boxOf(selector: string): Box | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.offsetParent !== null || getComputedStyle(element).position === 'fixed',
  )
  if (shown === undefined) return undefined
  shown.scrollIntoView({ block: 'nearest' })
  const { left, top, right, bottom } = shown.getBoundingClientRect()
  const x = Math.max(0, left)
  const y = Math.max(0, top)
  const width = Math.min(right, innerWidth) - x
  const height = Math.min(bottom, innerHeight) - y
  return width < 8 || height < 8 ? undefined : { left: x, top: y, width, height }
}

const cardWidth = 320
const cardHeight = 150

/** Beside what is pointed at: below, above, or within it where it fills the window. */
function cardPlace(box: Box | undefined): React.CSSProperties {
  if (box === undefined) return { left: '50%', top: '40%', translate: '-50% -50%' }
  const left = Math.max(8, Math.min(box.left + 8, innerWidth - cardWidth - 8))
  const below = box.top + box.height + 12
  if (below + cardHeight < innerHeight) return { left, top: below }
  if (box.top > cardHeight + 12) return { left, top: box.top - cardHeight - 12 }
  const beside = box.left + box.width + 12
  return beside + cardWidth < innerWidth
    ? { left: beside, top: Math.max(8, box.top + 24) }
    : { left, top: Math.max(8, box.top + box.height - cardHeight - 24) }
}

/** Walks through a page: points at one thing after another and says what it is for. Esc leaves it. */
export function TourWalk({ tour, onEnd }: { tour: Tour; onEnd: () => void }): React.JSX.Element {
  const [at, setAt] = useState(0)
  const [box, setBox] = useState<Box>()
  const step = tour.steps[at]
  useLayoutEffect(() => {
    const look = (): void => setBox(step === undefined ? undefined : boxOf(step.at))
    look()
    globalThis.addEventListener('resize', look)
    return () => globalThis.removeEventListener('resize', look)
  }, [step])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEnd()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onEnd])
  const isLast = at === tour.steps.length - 1
  const text = currentLanguage() === 'en' ? step?.english : step?.chinese
  return createPortal(
    <div className="tour">
      <div className="tour-light" style={box} hidden={box === undefined} />
      <div
        className="tour-card"
        role="dialog"
        aria-modal="true"
        aria-label={t('help.showAround')}
        style={cardPlace(box)}
      >
        <p aria-live="polite">{text}</p>
        <footer>
          <span className="faint num">
            {at + 1} / {tour.steps.length}
          </span>
          {isLast ? null : (
            <Button look="text" size="small" onClick={onEnd}>
              {t('tour.skip')}
            </Button>
          )}
          {at === 0 ? null : (
            <Button size="small" onClick={() => setAt(at - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button
            key={at}
            ref={focusOnMount}
            look="primary"
            size="small"
            onClick={() => (isLast ? onEnd() : setAt(at + 1))}
          >
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </footer>
      </div>
    </div>,
    document.body,
  )
}

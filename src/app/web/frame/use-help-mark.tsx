import { lazy, Suspense, useState } from 'react'
import type { AreaMenu } from '../catalogue/areas.ts'

const HelpMenu = lazy(() => import('../help/help-menu.tsx').then((module) => ({ default: module.HelpMenu })))
const TourOffer = lazy(() => import('../help/tour-offer.tsx').then((module) => ({ default: module.TourOffer })))

export type HelpMark = {
  readonly open: (mark: HTMLElement) => void
  /** Above the page: the offer of a tour. */
  readonly offer: React.JSX.Element
  /** Beside the mark, while it is open. */
  readonly menu: React.JSX.Element | null
}

/** The help of the page in front; its code comes after the page's own. */
export function useHelpMark(path: string, areas: readonly AreaMenu[]): HelpMark {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  return {
    open: (mark) => setAnchor((was) => (was === null ? mark : null)),
    offer: (
      <Suspense fallback={null}>
        <TourOffer path={path} asked={asked} onEnd={() => setAsked(null)} />
      </Suspense>
    ),
    menu:
      anchor === null ? null : (
        <Suspense fallback={null}>
          <HelpMenu
            anchor={anchor}
            path={path}
            areas={areas}
            onTour={() => setAsked(path)}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      ),
  }
}

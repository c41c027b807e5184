import { lazy, Suspense, useState } from 'react'
import type { AreaMenu } from '../catalogue/areas.ts'

const HelpMenu = lazy(() => import('../help/help-menu.tsx').then((module) => ({ default: module.HelpMenu })))
const FeedbackDialog = lazy(() =>
  import('../help/feedback-dialog.tsx').then((module) => ({ default: module.FeedbackDialog })),
)
const UseBanner = lazy(() => import('../help/use-banner.tsx').then((module) => ({ default: module.UseBanner })))
const TourOffer = lazy(() => import('../help/tour-offer.tsx').then((module) => ({ default: module.TourOffer })))

export type HelpMark = {
  readonly open: (mark: HTMLElement) => void
  /** Above the page: what the company is for, and the offer of a tour. */
  readonly offer: React.JSX.Element
  /** Beside the mark, while it is open. */
  readonly menu: React.JSX.Element
}

/** The help of the page in front; its code comes after the page's own. */
export function useHelpMark(path: string, title: string, areas: readonly AreaMenu[]): HelpMark {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [telling, setTelling] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)
  return {
    open: (mark) => setAnchor((was) => (was === null ? mark : null)),
    offer: (
      <Suspense fallback={null}>
        <UseBanner />
        <TourOffer path={path} asked={asked} onEnd={() => setAsked(null)} />
      </Suspense>
    ),
    menu: (
      <Suspense fallback={null}>
        {anchor === null ? null : (
          <HelpMenu
            anchor={anchor}
            path={path}
            areas={areas}
            onTour={() => setAsked(path)}
            onFeedback={() => setTelling(true)}
            onClose={() => setAnchor(null)}
          />
        )}
        {telling ? <FeedbackDialog path={path} title={title} onClose={() => setTelling(false)} /> : null}
      </Suspense>
    ),
  }
}

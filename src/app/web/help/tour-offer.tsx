import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { TourWalk } from './tour-walk.tsx'
import { tourOf } from './tours.ts'
import { useSeenTours } from './use-tours.ts'
import './tour.css'

export type TourOfferProps = {
  path: string
  /** The address that was asked to be shown around, from the help. */
  asked: string | null
  onEnd: () => void
}

/** Offers a tour of the first page of each sort, and walks through it; the help starts it again. */
export function TourOffer({ path, asked, onEnd }: TourOfferProps): React.JSX.Element | null {
  const [walking, setWalking] = useState<string | null>(null)
  const seen = useSeenTours()
  const tour = tourOf(path)
  if (tour === undefined) return null
  const end = (): void => {
    setWalking(null)
    if (seen.isNew(tour.name)) seen.mark(tour.name)
    onEnd()
  }
  if (walking === path || asked === path) return <TourWalk key={path} tour={tour} onEnd={end} />
  if (!seen.isNew(tour.name)) return null
  return (
    <aside className="tour-offer" aria-label={t('help.showAround')}>
      <span>{t('tour.offer', { name: currentLanguage() === 'en' ? tour.english : tour.chinese })}</span>
      <Button size="small" onClick={() => setWalking(path)}>
        {t('tour.start', { count: tour.steps.length })}
      </Button>
      <Button look="text" size="small" title={t('tour.again')} onClick={end}>
        {t('tour.dismiss')}
      </Button>
    </aside>
  )
}

import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { BackupsPart } from './backups-part.tsx'
import { TrailPart } from './trail-part.tsx'
import '../../../ui/list/list-page.css'
import '../settings/settings.css'
import './trust.css'

const parts = [
  { key: 'backups', right: 'backup.read', word: 'trust.backups' },
  { key: 'trail', right: 'audit.read', word: 'trust.trail' },
] as const

/** 数据安全: backups that come back, and a trail that nobody changes unseen. */
export function TrustPage(): React.JSX.Element {
  const session = useSession()
  const { search, setSearch } = usePage()
  usePageTitle(t('trust.title'))
  const seen = parts.filter((one) => session.may(one.right))
  const part = seen.find((one) => one.key === search.get('part'))?.key ?? seen[0]?.key
  return (
    <>
      <header className="page-head">
        <h1>{t('trust.title')}</h1>
        <Segmented
          label={t('trust.title')}
          value={part ?? ''}
          onChange={(next) => setSearch(new URLSearchParams(next === 'backups' ? {} : { part: next }))}
          options={seen.map((one) => ({ value: one.key, label: t(one.word) }))}
        />
      </header>
      {part === 'backups' ? <BackupsPart /> : null}
      {part === 'trail' ? <TrailPart /> : null}
    </>
  )
}

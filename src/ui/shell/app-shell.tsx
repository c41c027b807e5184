import { useEffect, useState } from 'react'
import { IconButton } from '../control/button.tsx'
import { Toasts } from '../control/toast.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { Palette, type PaletteProps } from './palette.tsx'
import { PhoneBar, PhoneTitle, type PhoneDestination } from './phone-bar.tsx'
import { Sidebar, type Area } from './sidebar.tsx'
import { TabStrip, type TabStripProps } from './tab-strip.tsx'
import { Bell, HelpMark, TopBar, type TopBarProps } from './top-bar.tsx'
import { useNarrow } from './use-narrow.ts'
import './shell.css'

export type AppShellProps = {
  product: string
  areas: readonly Area[]
  activeArea: string
  top: Omit<TopBarProps, 'onSearch'>
  tabs: Omit<TabStripProps, 'onNew'>
  palette: Omit<PaletteProps, 'open' | 'onClose'>
  phone: {
    destinations: readonly PhoneDestination[]
    active: string
    title: string
    onBack?: () => void
    bare?: boolean
  }
  /** Says that the connection is gone, and how much waits to be sent. */
  offline?: { pending: number } | null
  children: React.ReactNode
}

const foldKey = 'suanpan.sidebar'

function useFolded(): [boolean, (folded: boolean) => void] {
  const narrow = useNarrow(1200)
  const [choice, setChoice] = useState(() => localStorage.getItem(foldKey))
  const fold = (folded: boolean): void => {
    localStorage.setItem(foldKey, folded ? 'folded' : 'open')
    setChoice(folded ? 'folded' : 'open')
  }
  return [choice === null ? narrow : choice === 'folded', fold]
}

function OfflineNotice({ pending }: { pending: number }): React.JSX.Element {
  return (
    <div className="offline-notice" role="status">
      <Icon name="offline" size={14} />
      {pending > 0 ? t('shell.offlinePending', { count: pending }) : t('shell.offline')}
    </div>
  )
}

/** The frame of every page: areas, search, open documents; on a phone a title above and five places below. */
export function AppShell(props: AppShellProps): React.JSX.Element {
  const phone = useNarrow(768)
  const [folded, setFolded] = useFolded()
  const [searching, setSearching] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setSearching((was) => !was)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const openSearch = (): void => setSearching(true)
  const extras = (
    <>
      <Palette {...props.palette} open={searching} onClose={() => setSearching(false)} />
      <Toasts />
    </>
  )
  if (phone) {
    return (
      <div className="phone">
        <PhoneTitle title={props.phone.title} onBack={props.phone.onBack}>
          <IconButton icon="search" label={t('shell.search')} onClick={openSearch} />
          <HelpMark onOpen={props.top.onHelp} />
          <Bell count={props.top.messages} onOpen={props.top.onMessages} />
        </PhoneTitle>
        {props.offline ? <OfflineNotice pending={props.offline.pending} /> : null}
        <main className="phone-page">{props.children}</main>
        {props.phone.bare ? null : <PhoneBar destinations={props.phone.destinations} active={props.phone.active} />}
        {extras}
      </div>
    )
  }
  return (
    <div className={folded ? 'shell is-folded' : 'shell'}>
      <a className="skip-link" href="#page">
        {t('shell.skip')}
      </a>
      <Sidebar
        areas={props.areas}
        active={props.activeArea}
        folded={folded}
        onFold={setFolded}
        product={props.product}
      />
      <TopBar {...props.top} onSearch={openSearch} />
      <TabStrip {...props.tabs} onNew={openSearch} />
      <main id="page" className="page" tabIndex={-1}>
        {props.offline ? <OfflineNotice pending={props.offline.pending} /> : null}
        {props.children}
      </main>
      {extras}
    </div>
  )
}

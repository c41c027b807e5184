import { Activity, Suspense, useCallback, useMemo } from 'react'
import { PageGuard, PageLoading, UnknownPage } from './frame-states.tsx'
import { goTo } from './navigate.ts'
import { PageContext, type Page } from './page.ts'
import { findPage, pages } from './routes.ts'
import type { TabsHandle } from './tabs.ts'

type HostProps = {
  path: string
  href: string
  active: boolean
  describe: TabsHandle['describe']
  move: TabsHandle['move']
  onClose: (path: string) => void
}

/** One open page. It stays as it was left while another is in front. */
export function PageHost({ path, href, active, describe, move, onClose }: HostProps): React.JSX.Element {
  const found = useMemo(() => findPage(path), [path])
  const tell = useCallback((words: { title?: string; dirty?: boolean }) => describe(path, words), [describe, path])
  const page = useMemo((): Page => {
    const search = new URLSearchParams(href.split('?')[1] ?? '')
    return {
      path,
      search,
      active,
      setSearch: (next) => {
        const text = next.toString()
        goTo(text === '' ? path : `${path}?${text}`, true)
      },
      describe: tell,
      moveTo: (to) => {
        move(path, to)
        goTo(to, true)
      },
      close: () => onClose(path),
    }
  }, [path, href, active, tell, move, onClose])
  const View = found === null ? null : pages[found.key]
  return (
    <Activity mode={active ? 'visible' : 'hidden'}>
      <PageGuard>
        <Suspense fallback={<PageLoading />}>
          <PageContext value={page}>
            {found === null || !View ? <UnknownPage path={path} /> : <View {...found.parameters} />}
          </PageContext>
        </Suspense>
      </PageGuard>
    </Activity>
  )
}

import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from '../../../ui/api/hooks.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { useLanguage } from '../../../ui/language.ts'
import { CatalogueContext, fetchCatalogue } from '../catalogue/catalogue.ts'
import { beginSession } from '../session/begin-session.ts'
import { fetchSession, SessionContext } from '../session/session.ts'
import { FactorDutyPage } from '../session/factor-duty-page.tsx'
import { SignInPage } from '../session/sign-in-page.tsx'
import { Frame } from './frame.tsx'
import { FrameFailure, Starting } from './frame-states.tsx'
import { goTo, useAddress } from './navigate.ts'
import { router } from './routes.ts'

const client = createQueryClient()

function isSignedOut(error: Error | null): boolean {
  return error instanceof ApiProblem && error.status === 401
}

/** Whoever is not signed in is shown the door, and afterwards goes on where they were. */
function Root(): React.JSX.Element {
  const session = useQuery({ queryKey: ['session'], queryFn: ({ signal }) => fetchSession(signal), staleTime: 60_000 })
  const signedIn = session.data !== undefined && !isSignedOut(session.error)
  const catalogue = useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => fetchCatalogue(signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const address = useAddress()
  if (session.isPending) return <Starting />
  if (!signedIn)
    return isSignedOut(session.error) ? (
      <SignInPage
        onSignedIn={(next) => {
          beginSession(client, next)
          if (address.path === '/sign-in') goTo(address.search.get('to') ?? '/', true)
        }}
      />
    ) : (
      <FrameFailure error={session.error} onRetry={() => void session.refetch()} />
    )
  if (catalogue.data === undefined) {
    if (catalogue.isPending || catalogue.isFetching) return <Starting />
    return <FrameFailure error={catalogue.error} onRetry={() => void catalogue.refetch()} />
  }
  return (
    <SessionContext value={session.data}>
      <CatalogueContext value={catalogue.data}>
        {session.data.factorDuty?.overdue === true ? (
          <FactorDutyPage onChanged={() => void session.refetch()} />
        ) : (
          <Frame key={session.data.company?.id ?? ''} />
        )}
      </CatalogueContext>
    </SessionContext>
  )
}

function InLanguage(): React.JSX.Element {
  const language = useLanguage()
  return <Root key={language} />
}

// What the server refuses because nobody is signed in any more ends the session wherever it was asked.
client.getQueryCache().subscribe((event) => {
  const error: unknown = event.type === 'updated' && event.action.type === 'error' ? event.action.error : null
  const isSession = event.query.queryKey[0] === 'session'
  if (
    !isSession &&
    error instanceof ApiProblem &&
    error.status === 401 &&
    client.getQueryData(['session']) !== undefined
  )
    void client.resetQueries({ queryKey: ['session'] })
})

/** The product in the browser. */
export function Application(): React.JSX.Element {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} InnerWrap={InLanguage} />
    </QueryClientProvider>
  )
}

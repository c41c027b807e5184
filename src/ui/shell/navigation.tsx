import { createContext, use } from 'react'

/** How the kit follows a link, so that it need not know the router. */
export type Navigate = (path: string) => void

const NavigationContext = createContext<Navigate>((path) => globalThis.location.assign(path))

export function NavigationProvider({
  navigate,
  children,
}: {
  navigate: Navigate
  children: React.ReactNode
}): React.JSX.Element {
  return <NavigationContext value={navigate}>{children}</NavigationContext>
}

export function useNavigate(): Navigate {
  return use(NavigationContext)
}

export type GoProps = Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  to: string
  ref?: React.Ref<HTMLAnchorElement>
}

/** A link inside the product. Modifier keys and the middle button do what the browser does. */
export function Go({ to, onClick, children, ...rest }: GoProps): React.JSX.Element {
  const navigate = useNavigate()
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(to)
      }}
    >
      {children}
    </a>
  )
}

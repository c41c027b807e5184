import { createBrowserHistory } from '@tanstack/react-router'

/** The addresses of this window; the router and whoever goes somewhere share it. */
export const history = createBrowserHistory()

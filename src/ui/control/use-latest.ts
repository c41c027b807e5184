import { useLayoutEffect, useRef } from 'react'

/** A steady place to read the newest value from, for handlers that must not change with every render. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}

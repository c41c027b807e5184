/** How a wedge scanner is told from a hand: it types this fast, and at least this many characters, and ends in Enter. */
const fastestHand = 35
const shortestCode = 5

export type ScanBurst = { readonly text: string; readonly lastAt: number }

export const noBurst: ScanBurst = { text: '', lastAt: 0 }

/**
 * Follows the keys of the page. `at` is in milliseconds. Gives the burst so far and, when Enter ends a burst that only a
 * scanner could have typed, the code.
 */
export function followKey(burst: ScanBurst, key: string, at: number): { burst: ScanBurst; code: string | null } {
  const inTime = at - burst.lastAt <= fastestHand
  if (key === 'Enter') {
    const code = inTime && burst.text.length >= shortestCode ? burst.text : null
    return { burst: noBurst, code }
  }
  if (key.length !== 1) return { burst: key === 'Shift' ? burst : noBurst, code: null }
  return { burst: { text: inTime ? burst.text + key : key, lastAt: at }, code: null }
}

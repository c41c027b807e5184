import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> }
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector

/** The browser's own reader of codes; phones have it, some desks do not. */
function detectorClass(): DetectorClass | undefined {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector')
  return typeof found === 'function' ? (found as DetectorClass) : undefined
}

export const hasTagCamera = (): boolean => detectorClass() !== undefined && 'mediaDevices' in navigator

/** A tag that stays before the camera counts once in this time, in milliseconds. */
const again = 2000

/** Reads QR codes off the camera's picture, which the page shows, for as long as it does; says what is wrong with it. */
export function useTagCamera(onCode: (code: string) => void): {
  readonly video: React.RefObject<HTMLVideoElement | null>
  readonly problem: string | null
} {
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useLatest(onCode)
  useEffect(() => {
    const Detector = detectorClass()
    if (Detector === undefined) return undefined
    const seen = new Map<string, number>()
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    let isOver = false
    const look = async (detector: Detector): Promise<void> => {
      const picture = video.current
      if (picture === null || picture.readyState < 2) return
      for (const { rawValue } of await detector.detect(picture)) {
        const now = performance.now()
        if (now - (seen.get(rawValue) ?? -again) >= again) latest.current(rawValue)
        seen.set(rawValue, now)
      }
    }
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (isOver || video.current === null) return stream.getTracks().forEach((track) => track.stop())
      video.current.srcObject = stream
      await video.current.play()
      const detector = new Detector({ formats: ['qr_code'] })
      timer = setInterval(() => void look(detector), 200)
    }
    begin().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
    return () => {
      isOver = true
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [latest])
  return { video, problem }
}

import { useEffect, useRef, useState } from 'react'
import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import { useLatest } from '../control/use-latest.ts'
import { t } from '../language.ts'
import { codeReader, type CodeReader } from '../scan/code-reader.ts'
import './serials-dialog.css'

/** A code that stays before the camera counts once in this time. */
const again = 1500

/** Reads codes off the camera's picture for as long as it runs. */
function useCamera(onCode: (code: string) => void): {
  video: React.RefObject<HTMLVideoElement | null>
  problem: string | null
} {
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useLatest(onCode)
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const seen = new Map<string, number>()
    const look = async (detector: CodeReader): Promise<void> => {
      const picture = video.current
      if (stopped || picture === null) return
      if (picture.readyState >= 2) {
        for (const { rawValue } of await detector.detect(picture)) {
          const now = performance.now()
          if (now - (seen.get(rawValue) ?? -again) >= again) latest.current(rawValue)
          seen.set(rawValue, now)
        }
      }
      timer = setTimeout(() => void look(detector), 120)
    }
    const begin = async (): Promise<void> => {
      const reader = await codeReader()
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped || video.current === null) return stream.getTracks().forEach((track) => track.stop())
      video.current.srcObject = stream
      await video.current.play()
      await look(reader)
    }
    begin().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
    return () => {
      stopped = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [latest])
  return { video, problem }
}

function CameraPicture({ onCode }: { onCode: (code: string) => void }): React.JSX.Element {
  const { video, problem } = useCamera(onCode)
  return (
    <>
      <video ref={video} className="camera-picture" muted playsInline aria-label={t('scan.camera')} />
      <p className={problem === null ? 'serials-count faint' : 'serials-count is-negative'} role="status">
        {problem === null ? t('scan.aim') : t('scan.noCamera', { reason: problem })}
      </p>
    </>
  )
}

/** On a device with a camera at hand; a desk has a scanner. */
const isHandheld = (): boolean => globalThis.matchMedia('(pointer: coarse)').matches

/** Scans by the camera; a phone whose browser gives no page a camera is told what does. */
export function CameraScan({ onCode }: { onCode: (code: string) => void }): React.JSX.Element | null {
  const [open, setOpen] = useState(false)
  const reads = 'mediaDevices' in navigator
  if (!reads && !isHandheld()) return null
  return (
    <>
      <Button look="text" icon="scan" onClick={() => setOpen(true)}>
        {t('scan.camera')}
      </Button>
      <Dialog open={open} title={t('scan.camera')} onClose={() => setOpen(false)}>
        {open && reads ? <CameraPicture onCode={onCode} /> : null}
        {reads ? null : <p className="muted">{t('scan.noReader')}</p>}
      </Dialog>
    </>
  )
}

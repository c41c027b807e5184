import { useEffect, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'

/** A file dropped anywhere in the window while the page is in front. Answers whether one is held over it. */
export function useDropAnywhere(active: boolean, onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const give = useLatest(onFile)
  useEffect(() => {
    if (!active) return undefined
    const hold = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      const dropped = event.type === 'drop' ? event.dataTransfer.files[0] : undefined
      if (dropped) give.current(dropped)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', hold)
    window.addEventListener('dragleave', leave)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', hold)
      window.removeEventListener('dragleave', leave)
    }
  }, [active, give])
  return over
}

import { baselineOf, type Mark, type PlacedPage } from '../../../kernel/print/template/marks.ts'

/** Pixels a millimetre: 300 dpi, as sharp as a chat shows it. */
const perMillimetre = 300 / 25.4

function drawText(pen: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'text' }>, scale: number): void {
  pen.fillStyle = mark.red ? '#c00000' : '#000000'
  pen.font = `${mark.bold ? 700 : 400} ${mark.height * scale}px 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif`
  pen.textAlign = mark.align
  const part = { left: 0, center: 0.5, right: 1 }[mark.align]
  pen.fillText(mark.text, (mark.x + mark.width * part) * scale, baselineOf(mark) * scale)
}

async function drawMark(pen: CanvasRenderingContext2D, mark: Mark, scale: number): Promise<void> {
  pen.fillStyle = '#000000'
  switch (mark.kind) {
    case 'text':
      drawText(pen, mark, scale)
      return
    case 'symbol': {
      const [across, down] = [(mark.width / mark.drawn.across) * scale, (mark.height / mark.drawn.down) * scale]
      for (const part of mark.drawn.dark)
        pen.fillRect(
          mark.x * scale + part.x * across,
          mark.y * scale + part.y * down,
          part.width * across,
          part.height * down,
        )
      return
    }
    case 'image': {
      const picture = new Image()
      picture.src = mark.source
      await picture.decode()
      pen.drawImage(picture, mark.x * scale, mark.y * scale, mark.width * scale, mark.height * scale)
      return
    }
    default:
      pen.fillRect(mark.x * scale, mark.y * scale, Math.max(1, mark.width * scale), Math.max(1, mark.height * scale))
  }
}

/** A page as a PNG, to be sent by chat. */
export async function pictureOfPage(page: PlacedPage, name: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(page.width * perMillimetre)
  canvas.height = Math.round(page.height * perMillimetre)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('there is no canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (const mark of page.marks) await drawMark(pen, mark, perMillimetre)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture was not made')
  return new File([blob], name, { type: 'image/png' })
}

/** Hands pictures to what the device shares by (WeChat on a phone), else saves them. */
export async function sharePictures(files: readonly File[], title: string): Promise<void> {
  const shared = { files: [...files], title }
  if (globalThis.matchMedia('(pointer: coarse)').matches && navigator.canShare?.(shared)) {
    await navigator.share(shared)
    return
  }
  for (const file of files) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = file.name
    link.click()
    URL.revokeObjectURL(link.href)
  }
}

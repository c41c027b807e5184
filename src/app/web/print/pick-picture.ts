const widestPixels = 1400
const largestText = 690_000

/** Lets a person choose a picture and makes it small enough to be kept in the template; null where none was chosen. */
export function pickPicture(): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file === undefined) resolve(null)
      else shrink(file).then(resolve, reject)
    })
    input.click()
  })
}

async function shrink(file: File): Promise<string> {
  const picture = await createImageBitmap(file)
  const part = Math.min(1, widestPixels / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * part)
  canvas.height = Math.round(picture.height * part)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const png = canvas.toDataURL('image/png')
  if (png.length <= largestText) return png
  for (const quality of [0.85, 0.7, 0.5]) {
    const jpeg = canvas.toDataURL('image/jpeg', quality)
    if (jpeg.length <= largestText) return jpeg
  }
  throw new Error('the picture is too large')
}

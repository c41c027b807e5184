/** A picture that was chosen, as text that travels with a request; null where none was. */
export function readPicture(file: File | undefined): Promise<string | null> {
  if (file === undefined) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null))
    reader.addEventListener('error', () => reject(new Error('the picture cannot be read')))
    reader.readAsDataURL(file)
  })
}

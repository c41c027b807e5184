import jszip from 'jszip'

/** All that the sheets of a workbook say. */
export const workbookText = async (file: Buffer): Promise<string> => {
  const archive = await jszip.loadAsync(file)
  const parts = Object.values(archive.files).filter(({ name }) => name.endsWith('.xml'))
  return (await Promise.all(parts.map((part) => part.async('string')))).join('\n')
}

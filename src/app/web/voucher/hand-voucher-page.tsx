export { DocumentSheet as HandVoucherPage } from '../document/document-sheet.tsx'

/** Entries of what opens the books, which count as booked: what was carried forward before they begin is of closing. */
export const isOpening = `(e.voucher_kind = 'opening' or (e.voucher_kind = 'closing' and e.document_type = 'openingBalance'))`

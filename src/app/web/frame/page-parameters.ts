/** The parameters that addresses of pages carry; a page takes those of its own address. */
export type PageParameters = { readonly type: string; readonly id: string; readonly name: string }

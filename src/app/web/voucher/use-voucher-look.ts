import { useState } from 'react'

export type VoucherLook = 'ruled' | 'plain'

const key = 'suanpan.voucherLook'

/** Ruled boxes or plain amounts: each person's choice on this device. */
export function useVoucherLook(): [VoucherLook, (look: VoucherLook) => void] {
  const [look, setLook] = useState<VoucherLook>(() => (localStorage.getItem(key) === 'plain' ? 'plain' : 'ruled'))
  const choose = (next: VoucherLook): void => {
    localStorage.setItem(key, next)
    setLook(next)
  }
  return [look, choose]
}

import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openProduct } from './product.ts'
import type { RunningProduct } from './product.ts'
import { tradeAFortnight } from './small-trade.ts'

/** A small company that has traded for a fortnight, and a browser to look at it. */
export interface Shop {
  readonly product: RunningProduct
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/** Serves the product with a fortnight of trade and opens a browser on it. */
export const openShop = async (executablePath: string | undefined): Promise<Shop> => {
  const product = await openProduct()
  await tradeAFortnight(product)
  const browser = await openBrowser(executablePath ?? '')
  return {
    product,
    browser,
    close: async () => {
      await browser.close()
      await product.close()
    },
  }
}

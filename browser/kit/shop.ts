import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openProduct } from './product.ts'
import type { RunningProduct } from './product.ts'
import { tradeAFortnight } from './small-trade.ts'

/** A company at the moment a journey begins, and a browser to look at it. */
export interface Shop {
  readonly product: RunningProduct
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/** Serves the product, sets the stage (a fortnight of trade unless told), and opens a browser on it. */
export const openShop = async (
  executablePath: string | undefined,
  setStage: (product: RunningProduct) => Promise<unknown> = tradeAFortnight,
): Promise<Shop> => {
  const product = await openProduct()
  await setStage(product)
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

export type ChartSeries = {
  readonly name: string
  readonly kind: 'bar' | 'line' | 'dashed'
  /** Decimal texts, one a category; empty where a line has a gap. */
  readonly values: readonly string[]
  readonly colour: ChartColour
  readonly stack?: string
}

export type ChartColour = 'chart-1' | 'chart-1-soft' | 'chart-2' | 'chart-3' | 'chart-4' | 'chart-5' | 'chart-6'

export type ChartData = {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Shown beside the title: 万元. Values are already in it. */
  readonly unit?: string
  /** Bars stand before one another: a part before its whole. */
  readonly overlaid?: boolean
  /** Bars lie, for long names. */
  readonly lying?: boolean
  /** The first series as parts of a whole, one a category. */
  readonly pie?: boolean
}

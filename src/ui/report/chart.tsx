import { useEffect, useRef } from 'react'
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useTheme } from '../theme/use-theme.ts'
import { chartOption } from './chart-option.ts'
import type { ChartData } from './chart-data.ts'

register([BarChart, LineChart, PieChart, GridComponent, TooltipComponent, SVGRenderer])

/** The chart itself; ChartPane loads it when there is something to draw. */
export function Chart({
  data,
  height,
  label,
  onPick,
}: {
  data: ChartData
  height: number
  label: string
  onPick?: (index: number) => void
}): React.JSX.Element {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const { mode } = useTheme()
  useEffect(() => {
    if (element.current === null) return undefined
    const drawn = init(element.current, null, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    // The mode decides the colours, which chartOption reads from the tokens on the page.
    chart.current?.setOption(chartOption(data, mode), true)
  }, [data, mode])
  useEffect(() => {
    const drawn = chart.current
    if (drawn === null || onPick === undefined) return undefined
    const pick = (event: { dataIndex: number }): void => onPick(event.dataIndex)
    drawn.on('click', pick)
    return () => {
      drawn.off('click', pick)
    }
  }, [onPick])
  return <div ref={element} style={{ height }} role="img" aria-label={label} />
}

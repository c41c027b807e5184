import type { EChartsCoreOption } from 'echarts/core'
import { formatDecimalText } from '../number/decimal-text.ts'
import type { ChartColour, ChartData, ChartSeries } from './chart-data.ts'
import type { ThemeMode } from '../theme/use-theme.ts'

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

/** Where a figure becomes a height on the screen, a float is right: nothing is computed with it. */
function heights(series: ChartSeries): (number | null)[] {
  return series.values.map((value) => (value === '' ? null : Number(value)))
}

const slices: readonly ChartColour[] = [
  'chart-1',
  'chart-3',
  'chart-4',
  'chart-5',
  'chart-6',
  'chart-2',
  'chart-1-soft',
]

/** Parts of a whole as a ring, each named beside it with its share. */
function pieOption(data: ChartData, tooltip: object): EChartsCoreOption {
  const [series] = data.series
  return {
    animationDuration: 160,
    textStyle: { fontFamily: token('font-sans') },
    tooltip: { ...tooltip, trigger: 'item' },
    color: slices.map(token),
    series: [
      {
        type: 'pie',
        radius: ['46%', '78%'],
        itemStyle: { borderColor: token('surface'), borderWidth: 1.5 },
        label: { formatter: '{b} {d}%', color: token('text-2'), fontSize: 12, overflow: 'truncate', width: 132 },
        labelLine: { length: 8, length2: 8, lineStyle: { color: token('line-2') } },
        data: data.categories.map((name, index) => ({ name, value: Number(series?.values[index] ?? 0) })),
      },
    ],
  }
}

function seriesOption(series: ChartSeries, data: ChartData, labelled: boolean): object {
  const bar = series.kind === 'bar'
  return {
    name: series.name,
    type: bar ? 'bar' : 'line',
    data: heights(series),
    stack: series.stack,
    barMaxWidth: data.overlaid ? 26 : 36,
    barGap: data.overlaid ? '-100%' : '28%',
    symbol: 'none',
    itemStyle: { color: token(series.colour), borderRadius: bar ? 1.5 : 0 },
    lineStyle: { color: token(series.colour), width: 1.5, type: series.kind === 'dashed' ? [4, 3] : 'solid' },
    label: {
      show: labelled && bar,
      position: data.lying ? 'right' : 'top',
      distance: 3,
      color: token('text-3'),
      fontSize: 11,
      formatter: (point: { value: unknown }) => formatDecimalText(String(point.value), { max: 1, min: 1 }),
    },
  }
}

/** What echarts draws, in the colours of the page. At most four series are shown. */
export function chartOption(data: ChartData, mode: ThemeMode): EChartsCoreOption {
  const text = { color: token('text-3'), fontSize: 11, fontFamily: token('font-sans') }
  const shown = data.series.slice(0, 4)
  const labelled =
    data.categories.length * shown.filter((one) => one.kind === 'bar').length <= 12 &&
    !data.overlaid &&
    !shown.some((one) => one.stack)
  const names = {
    type: 'category',
    data: [...data.categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('line') } },
    axisLabel: { ...text, color: token('text-2'), fontSize: 12 },
  }
  const values = { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: token('line') } }, axisLabel: text }
  const tooltip = {
    backgroundColor: token('overlay'),
    borderWidth: 0,
    padding: [8, 10],
    textStyle: { color: token('text'), fontSize: 12 },
    extraCssText: `box-shadow:${token('shadow-pop')};border-radius:6px;font-variant-numeric:tabular-nums`,
    valueFormatter: (value: unknown) => (typeof value === 'number' ? formatDecimalText(String(value), { max: 2 }) : ''),
  }
  if (data.pie === true) return { darkMode: mode === 'dark', ...pieOption(data, tooltip) }
  return {
    darkMode: mode === 'dark',
    animationDuration: 160,
    textStyle: { fontFamily: token('font-sans') },
    grid: { left: 4, right: 4, top: 16, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: token('hover'), opacity: 0.6 } },
    },
    xAxis: data.lying ? values : names,
    yAxis: data.lying ? { ...names, inverse: true } : values,
    series: shown.map((one) => seriesOption(one, data, labelled)),
  }
}

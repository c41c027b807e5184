import { baselineOf, pointInMm, type Mark, type PlacedPage } from '../../../kernel/print/template/marks.ts'

const anchors = { left: 'start', center: 'middle', right: 'end' } as const

function endOf(mark: { x: number; width: number; align: 'left' | 'center' | 'right' }): number {
  if (mark.align === 'center') return mark.x + mark.width / 2
  return mark.align === 'right' ? mark.x + mark.width : mark.x
}

function MarkShape({ mark }: { mark: Mark }): React.JSX.Element {
  const { x, y, width, height } = mark
  switch (mark.kind) {
    case 'text':
      return (
        <text
          x={endOf(mark)}
          y={baselineOf(mark)}
          fontSize={mark.size * pointInMm}
          textAnchor={anchors[mark.align]}
          fontWeight={mark.bold ? 700 : 400}
          fill={mark.red ? '#c00000' : '#000000'}
          xmlSpace="preserve"
        >
          {mark.text}
        </text>
      )
    case 'symbol': {
      const across = width / mark.drawn.across
      const down = height / mark.drawn.down
      const path = mark.drawn.dark
        .map(
          (part) =>
            `M${x + part.x * across} ${y + part.y * down}h${part.width * across}v${part.height * down}h${-part.width * across}z`,
        )
        .join('')
      return <path d={path} fill="#000000" shapeRendering="crispEdges" />
    }
    case 'image':
      return <image href={mark.source} x={x} y={y} width={width} height={height} preserveAspectRatio="none" />
    default:
      return <rect x={x} y={y} width={width} height={height} fill="#000000" />
  }
}

const fonts = "'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"

/** A page as it will be printed: the same marks at the same millimetres as in the file. Paper is white in every theme. */
export function PlacedPageView({
  page,
  label,
  className,
  children,
}: {
  page: PlacedPage
  label: string
  className?: string
  children?: React.ReactNode
}): React.JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={className}
      viewBox={`0 0 ${page.width} ${page.height}`}
      width={`${page.width}mm`}
      height={`${page.height}mm`}
      role="img"
      aria-label={label}
      fontFamily={fonts}
    >
      <rect width={page.width} height={page.height} fill="#ffffff" />
      {children}
      {page.marks.map((mark, at) => (
        <MarkShape key={`${mark.kind} ${mark.x} ${mark.y} ${at}`} mark={mark} />
      ))}
    </svg>
  )
}

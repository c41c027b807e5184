import { iconPaths, type IconName } from './paths.ts'

export type IconProps = { name: IconName; size?: 12 | 14 | 16 | 20 | 24; className?: string }

/** An outline icon. It is decoration: whatever holds it carries the name for screen readers. */
export function Icon({ name, size = 16, className }: IconProps): React.JSX.Element {
  // Small icons keep the visual weight of the 16 px ones, large ones grow with their box.
  const weight = size < 16 ? 1.2 : 1.15
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'drag' ? 2.1 : weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}

/** The mark of the product: an abacus of three rods. */
export function BrandMark({ size = 20 }: { size?: number }): React.JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="1.75" y="2.75" width="16.5" height="14.5" rx="2.5" strokeWidth="1.5" />
      <path d="M2 7.5h16M6 3v14M10 3v14M14 3v14" strokeWidth="1.1" />
      <path
        d="M5 5.2h2M9 5.2h2M13 5.2h2M5 11.9h2M5 14.6h2M9 14.6h2M13 9.8h2M13 14.6h2"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}

/**
 * The application identifiers of the GS1 General Specifications, after the GS1 Barcode Syntax Dictionary (Apache-2.0): which there are,
 * of what parts their data consists, and whether a separator ends it. Each row: identifiers and ranges, the parts (N digits, X
 * the 82 characters, Y the 39, Z base64url; `..` at most; `?` may be missing; then what is checked), and whether the length is fixed.
 */
const rows: readonly (readonly [identifiers: string, parts: string, isFixed: boolean])[] = [
  ['00', 'N18,csum', true],
  ['01-03', 'N14,csum', true],
  ['10 21-22 243 254 420 4318 7020-7022 710-717 7240 8002 8012', 'X..20', false],
  ['11-13 15-17', 'N6,yymmd0', true],
  ['20', 'N2', true],
  ['235', 'X..28', false],
  ['240-241 250-251 400-401 403 4308 4319 7002 7023 8004 90', 'X..30', false],
  ['242', 'N..6', false],
  ['253', 'N13,csum ?X..17', false],
  ['255', 'N13,csum ?N..12', false],
  ['30 37', 'N..8', false],
  [
    '3100-3105 3110-3115 3120-3125 3130-3135 3140-3145 3150-3155 3160-3165 3200-3205 3210-3215 3220-3225 3230-3235 3240-3245 3250-3255 3260-3265 3270-3275 3280-3285 3290-3295 3300-3305 3310-3315 3320-3325 3330-3335 3340-3345 3350-3355 3360-3365 3370-3375 3400-3405 3410-3415 3420-3425 3430-3435 3440-3445 3450-3455 3460-3465 3470-3475 3480-3485 3490-3495 3500-3505 3510-3515 3520-3525 3530-3535 3540-3545 3550-3555 3560-3565 3570-3575 3600-3605 3610-3615 3620-3625 3630-3635 3640-3645 3650-3655 3660-3665 3670-3675 3680-3685 3690-3695',
    'N6',
    true,
  ],
  ['3900-3909 3920-3929', 'N..15', false],
  ['3910-3919 3930-3939', 'N3 N..15', false],
  ['3940-3943 8111', 'N4', false],
  ['3950-3955 8005', 'N6', false],
  ['402', 'N17,csum', false],
  ['410-417', 'N13,csum', true],
  ['421', 'N3 X..9', false],
  ['422 424 426', 'N3', false],
  ['423 425', 'N3 ?N3 ?N3 ?N3 ?N3', false],
  ['427 7008', 'X..3', false],
  ['4300-4301 4310-4311 4320', 'X..35', false],
  ['4302-4306 4312-4316 7257 8110 8112 8200', 'X..70', false],
  ['4307 4317', 'X2', false],
  ['4309', 'N10 N10', false],
  ['4321-4323 7252', 'N1', false],
  ['4324-4325', 'N6,yymmd0 N4', false],
  ['4326 7006', 'N6,yymmdd', false],
  ['4330-4333', 'N6 ?X1', false],
  ['7001', 'N13', false],
  ['7003', 'N6,yymmdd N4', false],
  ['7004', 'N..4', false],
  ['7005', 'X..12', false],
  ['7007', 'N6,yymmdd ?N6,yymmdd', false],
  ['7009 7255', 'X..10', false],
  ['7010', 'X..2', false],
  ['7011', 'N6,yymmdd ?N4', false],
  ['7030-7039', 'N3 X..27', false],
  ['7040', 'N1 X1 X1 X1', false],
  ['7041', 'X..4', false],
  ['7230-7239', 'X2 X..28', false],
  ['7241', 'N2', false],
  ['7242 8013-8014 8020', 'X..25', false],
  ['7250', 'N8', false],
  ['7251', 'N8 N4', false],
  ['7253-7254 7259', 'X..40', false],
  ['7256 91-99', 'X..90', false],
  ['7258', 'X3', false],
  ['8001', 'N4 N5 N3 N1 N1', false],
  ['8003', 'N1 N13,csum ?X..16', false],
  ['8006 8026', 'N14,csum N4', false],
  ['8007', 'X..34', false],
  ['8008', 'N6,yymmdd N2 ?N2 ?N2', false],
  ['8009', 'X..50', false],
  ['8010', 'Y..30', false],
  ['8011', 'N..12', false],
  ['8017-8018', 'N18,csum', false],
  ['8019', 'N..10', false],
  ['8030', 'Z..90', false],
  ['8040-8041', 'N15', false],
  ['8042', 'N32', false],
  ['8043', 'N18 ?N..2', false],
]

/** One part of an identifier's data. */
export interface ElementPart {
  readonly set: 'N' | 'X' | 'Y' | 'Z'
  readonly length: number
  /** May be shorter; only the last part of all. */
  readonly isVariable: boolean
  readonly isOptional: boolean
  readonly check: 'csum' | 'yymmd0' | 'yymmdd' | null
}

/** An identifier with what may stand behind it. */
export interface ApplicationIdentifier {
  readonly identifier: string
  readonly parts: readonly ElementPart[]
  /** Of a length known beforehand: no separator is needed behind it. */
  readonly isFixed: boolean
}

const partOf = (text: string): ElementPart => {
  const found = /^(\??)([NXYZ])(\.\.)?(\d+)(?:,(\w+))?$/u.exec(text)
  if (found === null) throw new Error(`not a part of an element: ${text}`)
  const [, optional, set, variable, length, check] = found
  return {
    set: set as ElementPart['set'],
    length: Number(length),
    isVariable: variable !== undefined,
    isOptional: optional === '?',
    check: (check as ElementPart['check'] | undefined) ?? null,
  }
}

const expanded = (identifiers: string): string[] =>
  identifiers.split(' ').flatMap((one) => {
    const [from = '', to = from] = one.split('-')
    const count = Number(to) - Number(from) + 1
    return Array.from({ length: count }, (_, index) => String(Number(from) + index).padStart(from.length, '0'))
  })

/** All identifiers, by name. */
export const applicationIdentifiers: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  rows.flatMap(([identifiers, parts, isFixed]) => {
    const list = parts.split(' ').map(partOf)
    return expanded(identifiers).map((identifier) => [identifier, { identifier, parts: list, isFixed }] as const)
  }),
)

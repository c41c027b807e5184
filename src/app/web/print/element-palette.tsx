import { useState } from 'react'
import type { PrintName } from '../../../kernel/print/template/print-data.ts'
import { Icon } from '../../../ui/icons/icon.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { paletteType } from './design-stage.tsx'
import type { NewKind } from './layout-draft.ts'

const kinds: readonly NewKind[] = ['text', 'table', 'barcode', 'qr', 'image', 'line', 'upright', 'box', 'page']

export type PaletteProps = {
  names: readonly PrintName[]
  /** A thing is put onto the paper: by a click where there is room, by dragging where it is let go. */
  onAdd: (what: string) => void
}

const begin = (what: string) => (event: React.DragEvent) => {
  event.dataTransfer.setData(paletteType, what)
  event.dataTransfer.effectAllowed = 'copy'
}

/** What may stand on the paper: parts, and the fields of the record and of what it refers to. */
export function ElementPalette({ names, onAdd }: PaletteProps): React.JSX.Element {
  const [wanted, setWanted] = useState('')
  const labelOf = (name: PrintName): string => (currentLanguage() === 'en' ? name.english : name.label)
  const found = names.filter(
    (name) =>
      name.table === null &&
      (labelOf(name).toLowerCase().includes(wanted.toLowerCase()) ||
        name.path.toLowerCase().includes(wanted.toLowerCase())),
  )
  const groups = [...Map.groupBy(found, (name) => name.group)]
  return (
    <aside className="pdesign-palette" aria-label={t('print.parts')}>
      <div className="pdesign-kinds">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            draggable
            className="pdesign-part"
            onDragStart={begin(`kind:${kind}`)}
            onClick={() => onAdd(`kind:${kind}`)}
          >
            {t(`print.kind.${kind}`)}
          </button>
        ))}
      </div>
      <span className="input-box pdesign-search">
        <Icon name="search" size={14} />
        <input
          aria-label={t('print.findField')}
          placeholder={t('print.findField')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </span>
      <div className="pdesign-fields">
        {groups.map(([group, own]) => (
          <details key={group} open={wanted !== '' || groups[0]?.[0] === group}>
            <summary>{group}</summary>
            {own.map((name) => (
              <button
                key={name.path}
                type="button"
                draggable
                className="pdesign-part"
                title={name.path}
                onDragStart={begin(`field:${name.path}`)}
                onClick={() => onAdd(`field:${name.path}`)}
              >
                {labelOf(name)}
              </button>
            ))}
          </details>
        ))}
      </div>
    </aside>
  )
}

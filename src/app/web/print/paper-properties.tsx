import type { Layout, Offset } from '../../../kernel/print/template/layout.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { pickPicture } from './pick-picture.ts'
import { NumberInput, SelectInput, TextInput } from './property-inputs.tsx'
import type { StoredTemplate } from './use-templates.ts'

/** What is said of the whole template beside its layout. */
export type TemplateHead = Pick<StoredTemplate, 'name' | 'kind' | 'isDefault' | 'role' | 'forRecord' | 'forName'>

type Props = {
  head: TemplateHead
  layout: Layout
  roles: readonly { readonly name: string; readonly label: string }[]
  /** Finds what a template may be for: customers and suppliers by what is typed. */
  partners: React.ReactNode
  printers: readonly { readonly code: string; readonly name: string }[]
  disabled: boolean
  onHead: (head: TemplateHead) => void
  onLayout: (layout: Layout) => void
}

const sizes = [
  '210×297',
  '210×148',
  '241×139.7',
  '241×93.1',
  '241×279.4',
  '381×279.4',
  '80×0',
  '58×0',
  '60×40',
  '40×30',
] as const

const sizeOf = (layout: Layout): string => `${layout.paper.width}×${layout.paper.height}`

/** The paper, and for whom the template is the one that is taken. */
export function PaperProperties({
  head,
  layout,
  roles,
  partners,
  printers,
  disabled,
  onHead,
  onLayout,
}: Props): React.JSX.Element {
  const size = sizeOf(layout)
  return (
    <div className="pdesign-properties">
      <h2>{t('print.template')}</h2>
      <TextInput
        label={t('print.name')}
        value={head.name}
        disabled={disabled}
        onChange={(name) => onHead({ ...head, name })}
      />
      <Checkbox
        label={t('print.isDefault')}
        labelShown
        disabled={disabled}
        checked={head.isDefault}
        onChange={(isDefault) => onHead({ ...head, isDefault })}
      />
      {head.isDefault ? (
        <>
          <SelectInput
            label={t('print.role')}
            value={head.role ?? ''}
            disabled={disabled}
            options={[
              { value: '', label: t('print.everyone') },
              ...roles.map(({ name, label }) => ({ value: name, label })),
            ]}
            onChange={(role) => onHead({ ...head, role: role === '' ? null : role })}
          />
          {partners}
        </>
      ) : null}
      <h2>{t('print.paper')}</h2>
      <SelectInput
        label={t('print.paperSize')}
        value={size}
        disabled={disabled}
        options={[...new Set([...sizes, size])].map((value) => ({
          value,
          label: value.endsWith('×0') ? t('print.roll', { width: value.slice(0, -2) }) : value,
        }))}
        onChange={(next) => {
          const [width = 0, height = 0] = next.split('×').map(Number)
          onLayout({ ...layout, paper: { width, height } })
        }}
      />
      <div className="pdesign-place">
        <NumberInput
          label={t('print.width')}
          value={layout.paper.width}
          disabled={disabled}
          onChange={(width) => {
            if (width >= 15) onLayout({ ...layout, paper: { ...layout.paper, width } })
          }}
        />
        <NumberInput
          label={t('print.height')}
          value={layout.paper.height}
          disabled={disabled}
          onChange={(height) => {
            if (height >= 0) onLayout({ ...layout, paper: { ...layout.paper, height } })
          }}
        />
      </div>
      <h2>{t('print.overprint')}</h2>
      <p className="faint">{t('print.overprintHelp')}</p>
      <div className="pdesign-flags">
        <Button
          disabled={disabled}
          onClick={() => {
            pickPicture().then(
              (background) => background !== null && onLayout({ ...layout, background }),
              () => showToast('warning', t('print.badPicture')),
            )
          }}
        >
          {t('print.chooseBackground')}
        </Button>
        {layout.background === '' ? null : (
          <Button look="text" disabled={disabled} onClick={() => onLayout({ ...layout, background: '' })}>
            {t('print.removeBackground')}
          </Button>
        )}
      </div>
      {printers.length === 0 ? null : <h2>{t('print.offsets')}</h2>}
      {printers.map(({ code, name }) => {
        const offset = layout.offsets[code] ?? { x: 0, y: 0 }
        const put = (next: Offset): void => onLayout({ ...layout, offsets: { ...layout.offsets, [code]: next } })
        return (
          <div key={code} className="pdesign-place">
            <NumberInput
              label={t('print.offsetX', { name })}
              value={offset.x}
              disabled={disabled}
              onChange={(x) => put({ ...offset, x })}
            />
            <NumberInput
              label={t('print.offsetY', { name })}
              value={offset.y}
              disabled={disabled}
              onChange={(y) => put({ ...offset, y })}
            />
          </div>
        )
      })}
    </div>
  )
}

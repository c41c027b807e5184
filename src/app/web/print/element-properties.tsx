import { symbolKinds, valueFormats } from '../../../kernel/print/template/layout.ts'
import type { LayoutElement, SymbolKind, ValueFormat } from '../../../kernel/print/template/layout.ts'
import type { PrintName } from '../../../kernel/print/template/print-data.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { pickPicture } from './pick-picture.ts'
import { NumberInput, SelectInput, TextInput } from './property-inputs.tsx'
import { TableProperties } from './table-properties.tsx'

type Props = {
  element: LayoutElement
  names: readonly PrintName[]
  tables: readonly { readonly name: string; readonly label: string }[]
  disabled: boolean
  onChange: (element: LayoutElement) => void
  onRemove: () => void
}

type Styled = Extract<LayoutElement, { kind: 'text' | 'field' }>

function StyleProperties({
  element,
  disabled,
  onChange,
}: { element: Styled } & Pick<Props, 'disabled' | 'onChange'>): React.JSX.Element {
  return (
    <>
      <NumberInput
        label={t('print.size')}
        value={element.size}
        disabled={disabled}
        onChange={(size) => onChange({ ...element, size })}
      />
      <div className="pdesign-flags">
        <Segmented
          label={t('print.align')}
          value={element.align}
          options={(['left', 'center', 'right'] as const).map((value) => ({ value, label: t(`print.align.${value}`) }))}
          onChange={(align) => onChange({ ...element, align })}
        />
        <Checkbox
          label={t('print.bold')}
          labelShown
          disabled={disabled}
          checked={element.bold}
          onChange={(bold) => onChange({ ...element, bold })}
        />
      </div>
    </>
  )
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] =>
  Object.keys(record) as Key[]

function OwnProperties({ element, names, tables, disabled, onChange }: Props): React.JSX.Element | null {
  const labelOf = (name: PrintName): string => (currentLanguage() === 'en' ? name.english : name.label)
  switch (element.kind) {
    case 'text':
      return (
        <>
          <TextInput
            label={t('print.text')}
            value={element.text}
            tall
            disabled={disabled}
            placeholder={t('print.textExample')}
            onChange={(text) => onChange({ ...element, text })}
          />
          <StyleProperties element={element} disabled={disabled} onChange={onChange} />
        </>
      )
    case 'field':
      return (
        <>
          <SelectInput
            label={t('print.field')}
            value={element.path}
            disabled={disabled}
            options={names
              .filter((name) => name.table === null)
              .map((name) => ({ value: name.path, label: labelOf(name) }))}
            onChange={(path) => onChange({ ...element, path })}
          />
          <TextInput
            label={t('print.label')}
            value={element.label}
            disabled={disabled}
            onChange={(label) => onChange({ ...element, label })}
          />
          <SelectInput<ValueFormat>
            label={t('print.format')}
            value={element.format}
            disabled={disabled}
            options={keysOf(valueFormats).map((value) => ({ value, label: t(`print.format.${value}`) }))}
            onChange={(format) => onChange({ ...element, format })}
          />
          <StyleProperties element={element} disabled={disabled} onChange={onChange} />
        </>
      )
    case 'table':
      return <TableProperties table={element} names={names} tables={tables} disabled={disabled} onChange={onChange} />
    case 'barcode':
      return (
        <>
          <SelectInput<SymbolKind>
            label={t('print.symbol')}
            value={element.symbol}
            disabled={disabled}
            options={keysOf(symbolKinds).map((value) => ({
              value,
              label: value === 'qr' ? t('print.kind.qr') : symbolKinds[value],
            }))}
            onChange={(symbol) => onChange({ ...element, symbol })}
          />
          <TextInput
            label={t('print.symbolText')}
            value={element.text}
            disabled={disabled}
            placeholder="{number}"
            onChange={(text) => onChange({ ...element, text })}
          />
          <Checkbox
            label={t('print.readable')}
            labelShown
            disabled={disabled}
            checked={element.readable}
            onChange={(readable) => onChange({ ...element, readable })}
          />
        </>
      )
    case 'image':
      return (
        <Button
          disabled={disabled}
          onClick={() => {
            pickPicture().then(
              (source) => source !== null && onChange({ ...element, source }),
              () => showToast('warning', t('print.badPicture')),
            )
          }}
        >
          {t('print.choosePicture')}
        </Button>
      )
    default:
      return (
        <NumberInput
          label={t('print.thickness')}
          value={element.thickness}
          step={0.1}
          disabled={disabled}
          onChange={(thickness) => onChange({ ...element, thickness })}
        />
      )
  }
}

/** What is said of the chosen element: where it stands, what it shows, when it is printed. */
export function ElementProperties(props: Props): React.JSX.Element {
  const { element, disabled, onChange } = props
  const lengths = ['x', 'y', 'width', 'height'] as const
  return (
    <div className="pdesign-properties">
      <h2>{t(element.kind === 'field' ? 'print.field' : `print.kind.${element.kind}`)}</h2>
      <div className="pdesign-place">
        {lengths.map((length) => (
          <NumberInput
            key={length}
            label={t(`print.${length}`)}
            value={element[length]}
            disabled={disabled}
            onChange={(value) => onChange({ ...element, [length]: value })}
          />
        ))}
      </div>
      <OwnProperties {...props} />
      <SelectInput
        label={t('print.pages')}
        value={element.pages}
        disabled={disabled}
        options={(['every', 'first', 'last'] as const).map((value) => ({ value, label: t(`print.pages.${value}`) }))}
        onChange={(pages) => onChange({ ...element, pages })}
      />
      <TextInput
        label={t('print.when')}
        value={element.when}
        disabled={disabled}
        placeholder={t('print.whenExample')}
        onChange={(when) => onChange({ ...element, when })}
      />
      <Button danger icon="trash" disabled={disabled} onClick={props.onRemove}>
        {t('print.remove')}
      </Button>
    </div>
  )
}

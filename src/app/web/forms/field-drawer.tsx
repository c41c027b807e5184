import { sensitiveGroups } from '../../../kernel/definition/field.ts'
import type { SensitiveGroup } from '../../../kernel/definition/field.ts'
import { ownKinds } from '../../../kernel/own/own-form.ts'
import type { OwnKind } from '../../../kernel/own/own-form.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { choicesFrom } from './design-draft.ts'
import type { Design, DesignField, StoredField } from './design-draft.ts'
import { titleOf } from './field-card.tsx'
import type { FormParts } from './use-form-design.ts'

type DrawerProps = {
  field: DesignField
  design: Design
  parts: FormParts
  isHead: boolean
  /** Whether it was kept before: then its name and kind stay. */
  kept: boolean
  onChange: (more: Partial<StoredField>) => void
  onMove: (by: number) => void
  onRemove: () => void
}

type LineProps = { label: string; value: string; onChange: (value: string) => void; help?: string; disabled?: boolean }

function TextLine({ label, value, onChange, help, disabled }: LineProps): React.JSX.Element {
  return (
    <label className="form-line">
      <span>{label}</span>
      <input
        className="input"
        value={value}
        disabled={disabled}
        placeholder={help}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

const kindWord = (kind: OwnKind): string => (currentLanguage() === 'en' ? t(`forms.kind.${kind}`) : ownKinds[kind])
const orNull = (text: string): string | null => (text === '' ? null : text)

function Choices({ field, onChange }: Pick<DrawerProps, 'field' | 'onChange'>): React.JSX.Element {
  return (
    <label className="form-line">
      <span>{t('forms.choices')}</span>
      <textarea
        rows={4}
        className="input form-text"
        defaultValue={Object.values(field.said.choices ?? {}).join('\n')}
        onBlur={(event) => onChange({ choices: choicesFrom(event.target.value, field.said.choices) })}
      />
    </label>
  )
}

/** What a formula may name, to be put in at its end. */
function namesFor(design: Design, part: string, own: string): string[] {
  const here = design.find((one) => one.name === part)?.fields ?? []
  const titles = here.filter((one) => one.name !== own).map((one) => one.said.label ?? one.product?.label ?? one.name)
  const columns = design
    .filter((one) => one.name !== 'header')
    .flatMap((one) =>
      one.fields.map(
        (field) =>
          `${one.name === 'lines' ? '明细' : one.label}.${field.said.label ?? field.product?.label ?? field.name}`,
      ),
    )
  const heads = (design.find((one) => one.name === 'header')?.fields ?? []).map(
    (field) => `单头.${field.said.label ?? field.product?.label ?? field.name}`,
  )
  return part === 'header' ? [...titles, ...columns] : [...titles, ...heads]
}

function Formula({ field, design, onChange }: Pick<DrawerProps, 'field' | 'design' | 'onChange'>): React.JSX.Element {
  const formula = field.said.formula ?? ''
  return (
    <div className="form-line">
      <label>
        <span>{t('forms.formula')}</span>
        <textarea
          rows={2}
          className="input form-text"
          value={formula}
          placeholder={t('forms.formulaExample')}
          onChange={(event) => onChange({ formula: orNull(event.target.value) })}
        />
      </label>
      <select
        className="input"
        aria-label={t('forms.insertName')}
        value=""
        onChange={(event) => onChange({ formula: `${formula}${formula === '' ? '' : ' '}${event.target.value}` })}
      >
        <option value="">{t('forms.insertName')}</option>
        {namesFor(design, field.said.part, field.name).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  )
}

function OwnPart({ field, design, parts, isHead, kept, onChange }: DrawerProps): React.JSX.Element {
  const { said } = field
  const kind = said.kind ?? 'text'
  const numeric = kind === 'decimal' || kind === 'quantity' || kind === 'money' || kind === 'percent'
  return (
    <>
      <TextLine
        label={t('forms.name')}
        value={said.name}
        disabled={kept}
        onChange={(name) => onChange({ name: name.startsWith('x_') ? name : 'x_' })}
      />
      <label className="form-line">
        <span>{t('forms.kind')}</span>
        <select
          className="input"
          value={kind}
          disabled={kept}
          onChange={(event) => onChange({ kind: event.target.value as OwnKind })}
        >
          {Object.keys(ownKinds).map((one) => (
            <option key={one} value={one}>
              {kindWord(one as OwnKind)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'choice' ? <Choices key={field.name} field={field} onChange={onChange} /> : null}
      {kind === 'ref' ? (
        <label className="form-line">
          <span>{t('forms.target')}</span>
          <select
            className="input"
            value={said.target ?? ''}
            disabled={kept}
            onChange={(event) => onChange({ target: orNull(event.target.value) })}
          >
            <option value="">{t('forms.choose')}</option>
            {parts.targets.map((one) => (
              <option key={one.name} value={one.name}>
                {currentLanguage() === 'en' ? one.english : one.label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {numeric ? (
        <label className="form-line">
          <span>{t('forms.scale')}</span>
          <input
            className="input"
            type="number"
            min={0}
            max={10}
            value={said.scale ?? 2}
            onChange={(event) => onChange({ scale: Number(event.target.value) })}
          />
        </label>
      ) : null}
      {kind === 'ref' || kind === 'longText' ? null : <Formula field={field} design={design} onChange={onChange} />}
      {isHead ? (
        <div className="form-checks">
          <Checkbox
            labelShown
            label={t('forms.listed')}
            checked={said.listed === true}
            onChange={(listed) => onChange({ listed })}
          />
          {kind === 'text' || kind === 'longText' ? (
            <Checkbox
              labelShown
              label={t('forms.findable')}
              checked={said.findable === true}
              onChange={(findable) => onChange({ findable })}
            />
          ) : null}
        </div>
      ) : null}
      <label className="form-line">
        <span>{t('forms.secrecy')}</span>
        <select
          className="input"
          value={said.secrecy ?? ''}
          onChange={(event) => onChange({ secrecy: orNull(event.target.value) as SensitiveGroup | null })}
        >
          <option value="">{t('forms.everyone')}</option>
          {Object.entries(sensitiveGroups).map(([group, label]) => (
            <option key={group} value={group}>
              {currentLanguage() === 'en' ? group : label}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

/** What is said of the chosen field. */
export function FieldDrawer(props: DrawerProps): React.JSX.Element {
  const { field, parts, kept, isHead, onChange, onMove, onRemove } = props
  const { said, product } = field
  const keptFrom = said.hiddenFrom ?? []
  const toggle = (role: string, on: boolean): void =>
    onChange({ hiddenFrom: on ? [...keptFrom, role] : keptFrom.filter((one) => one !== role) })
  return (
    <aside className="form-drawer" aria-label={titleOf(field)}>
      <TextLine
        label={t('forms.label')}
        value={said.label ?? product?.label ?? ''}
        onChange={(label) => onChange({ label: product !== null && label === product.label ? null : label })}
      />
      <TextLine
        label={t('forms.english')}
        value={said.english ?? ''}
        help={product?.english ?? ''}
        onChange={(english) => onChange({ english: orNull(english) })}
      />
      {product === null ? <OwnPart {...props} /> : null}
      {isHead ? (
        <TextLine
          label={t('forms.section')}
          value={said.section ?? ''}
          onChange={(text) => onChange({ section: orNull(text) })}
        />
      ) : null}
      <TextLine
        label={t('forms.help')}
        value={said.help ?? ''}
        help={product?.help ?? ''}
        onChange={(help) => onChange({ help: orNull(help) })}
      />
      {said.formula || product?.computed === true ? null : (
        <TextLine
          label={t('forms.start')}
          value={said.start ?? ''}
          onChange={(start) => onChange({ start: orNull(start) })}
        />
      )}
      <div className="form-checks">
        {said.formula || product?.computed === true ? null : (
          <Checkbox
            labelShown
            label={t('forms.mandatory')}
            checked={product?.required === true || said.mandatory === true}
            disabled={product?.required === true}
            onChange={(mandatory) => onChange({ mandatory })}
          />
        )}
        <Checkbox
          labelShown
          label={t('forms.conceal')}
          checked={said.concealed === true}
          onChange={(concealed) => onChange({ concealed })}
        />
        {isHead ? (
          <Checkbox
            labelShown
            label={t('forms.wide')}
            checked={said.wide === true}
            onChange={(wide) => onChange({ wide })}
          />
        ) : null}
        {product === null && kept ? (
          <Checkbox
            labelShown
            label={t('forms.archive')}
            checked={said.archived === true}
            onChange={(archived) => onChange({ archived })}
          />
        ) : null}
      </div>
      <fieldset className="form-roles">
        <legend>{t('forms.hiddenFrom')}</legend>
        {parts.roles
          .filter((role) => role.name !== 'administrator')
          .map((role) => (
            <Checkbox
              key={role.name}
              labelShown
              label={role.label}
              checked={keptFrom.includes(role.name)}
              onChange={(on) => toggle(role.name, on)}
            />
          ))}
      </fieldset>
      <div className="form-moves">
        <Button size="small" icon="arrowUp" onClick={() => onMove(-1)}>
          {t('forms.up')}
        </Button>
        <Button size="small" icon="arrowDown" onClick={() => onMove(1)}>
          {t('forms.down')}
        </Button>
        {product === null ? (
          <Button size="small" icon="trash" danger onClick={onRemove}>
            {t('forms.remove')}
          </Button>
        ) : null}
      </div>
    </aside>
  )
}

import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import type { InterfaceRow, Mapping } from './interface-shape.ts'
import { LabelledInput } from './labelled-input.tsx'
import type { Problems } from './make-secret-dialog.tsx'
import { MappingRows } from './mapping-rows.tsx'
import { pathsIn } from './sample-paths.ts'

const empty: Mapping = { records: '', externalId: '', header: {}, tables: {} }

/** Types that other systems may write: every document and master data that people see. */
function useTypes(): readonly RecordType[] {
  const catalogue = useCatalogue()
  return [...catalogue.types.values()].filter(
    (type) => !type.internal && type.name === type.definition && type.name !== 'company',
  )
}

type EditorProps = { readonly row: InterfaceRow | null; readonly onClose: () => void }

/** One interface: what it is called, a sample of what comes in, and where each field is taken from. */
export function InterfaceEditor({ row, onClose }: EditorProps): React.JSX.Element {
  const types = useTypes()
  const [said, setSaid] = useState({
    name: row?.name ?? '',
    type: row?.type ?? 'sales-order',
    format: row?.format ?? 'json',
    posts: row?.posts ?? false,
    sample: row?.sample ?? '',
  })
  const [mapping, setMapping] = useState(row?.mapping ?? empty)
  const [problems, setProblems] = useState<Problems>({})
  const [outcome, setOutcome] = useState<string | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const set = (part: Partial<typeof said>): void => setSaid((was) => ({ ...was, ...part }))
  const map = (part: Partial<Mapping>): void => setMapping((was) => ({ ...was, ...part }))
  const type = types.find((one) => one.address === said.type)
  const paths = pathsIn(said.sample, said.format)
  const refused = (error: unknown): void => {
    const errors = error instanceof ApiProblem ? error.errors : []
    setProblems(Object.fromEntries(errors.map((one) => [one.path, one.message])))
    setOutcome(errors.length > 0 ? null : error instanceof Error ? error.message : String(error))
  }
  const ask = async (path: string, method: 'POST' | 'PATCH'): Promise<unknown> => {
    setProblems({})
    return requestJson<unknown>(path, { method, body: { ...said, mapping } })
  }
  const tryIt = (): void => {
    ask('interfaces/try', 'POST').then((answer) => setOutcome(JSON.stringify(answer, null, 2)), refused)
  }
  const save = async (): Promise<void> => {
    try {
      if (row !== null) {
        await ask(`interfaces/${row.id}`, 'PATCH')
        onClose()
        return
      }
      const made = (await ask('interfaces', 'POST')) as { readonly address: string }
      setAddress(made.address)
    } catch (error) {
      refused(error)
    }
  }
  if (address !== null)
    return (
      <Dialog
        open
        title={said.name}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <p>{t('interfaces.once')}</p>
        <code className="secret">{address}</code>
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(address)}>
          {t('keys.copy')}
        </Button>
      </Dialog>
    )
  return (
    <Dialog
      open
      width={860}
      title={row?.name ?? t('interfaces.new')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={tryIt} disabled={said.sample.trim() === ''}>
            {t('interfaces.try')}
          </Button>
          <Button look="primary" onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="interface-editor">
        <div className="settings-form">
          <LabelledInput
            label={t('webhooks.name')}
            value={said.name}
            problem={problems['name']}
            onChange={(name) => set({ name })}
          />
          <label>
            <span>{t('interfaces.type')}</span>
            <span className="input-box">
              <select value={said.type} onChange={(event) => set({ type: event.target.value })}>
                {types.map((one) => (
                  <option key={one.name} value={one.address}>
                    {labelOf(one, one.name)}
                  </option>
                ))}
              </select>
            </span>
            {problems['type'] === undefined ? null : <small className="is-negative">{problems['type']}</small>}
          </label>
          <Segmented
            label={t('interfaces.format')}
            value={said.format}
            onChange={(format) => set({ format })}
            options={(['json', 'csv', 'xml'] as const).map((value) => ({ value, label: value.toUpperCase() }))}
          />
          {type?.sort === 'document' ? (
            <Checkbox
              label={t('interfaces.posts')}
              labelShown
              checked={said.posts}
              onChange={(posts) => set({ posts })}
            />
          ) : null}
        </div>
        <label className="interface-sample">
          <span className="muted">{t('interfaces.sample')}</span>
          <textarea
            className="settings-lines"
            rows={8}
            spellCheck={false}
            value={said.sample}
            onChange={(event) => set({ sample: event.target.value })}
          />
        </label>
      </div>
      <datalist id="sample-paths">
        {paths.map((path) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </datalist>
      <div className="mapping-where">
        <LabelledInput
          label={t('interfaces.records')}
          value={mapping.records}
          list="sample-paths"
          onChange={(records) => map({ records })}
        />
        <LabelledInput
          label={t('interfaces.externalId')}
          value={mapping.externalId}
          list="sample-paths"
          problem={problems['mapping.externalId']}
          onChange={(externalId) => map({ externalId })}
        />
      </div>
      {type === undefined ? null : <MappingRows type={type} mapping={mapping} problems={problems} onChange={map} />}
      {outcome === null ? null : (
        <textarea
          className="settings-lines interface-outcome"
          aria-label={t('interfaces.try')}
          rows={10}
          readOnly
          value={outcome}
        />
      )}
    </Dialog>
  )
}

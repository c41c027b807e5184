import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { DeliveryLog } from './delivery-log.tsx'
import type { Delivery } from './delivery-log.tsx'
import { InterfaceEditor } from './interface-editor.tsx'
import type { InterfaceRow } from './interface-shape.ts'
import { SettingsTable } from './settings-table.tsx'
import { useRows } from './use-rows.ts'

type Message = Delivery & { readonly externalId: string; readonly label: string | null }

/** 接收记录: what came in by one interface, and taking what failed once more. */
function Messages({ row, onClose }: { row: InterfaceRow; onClose: () => void }): React.JSX.Element {
  const { rows, send } = useRows<Message>(`interfaces/${row.id}/messages`)
  const mayChange = useSession().may('interface.update')
  const again = (body: object): void => void send(`interfaces/${row.id}/replay`, { method: 'POST', body })
  return (
    <Dialog
      open
      width={720}
      title={row.name}
      onClose={onClose}
      actions={
        <>
          {mayChange && rows.some((one) => one.state === 'failed') ? (
            <Button onClick={() => again({})}>{t('interfaces.again')}</Button>
          ) : null}
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      <DeliveryLog
        rows={rows}
        empty={t('interfaces.nothing')}
        textOf={(one) => [one.externalId, one.label].filter(Boolean).join(' → ')}
        detailOf={() => []}
        mayRetry={(one) => mayChange && one.state === 'failed'}
        onRetry={({ id }) => again({ message: id })}
      />
    </Dialog>
  )
}

/** 接口: where other systems leave their records, and how they become ours, without code. */
export function InterfacesPart(): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const client = useQueryClient()
  const { rows, send } = useRows<InterfaceRow>('interfaces')
  const [edited, setEdited] = useState<InterfaceRow | 'new' | null>(null)
  const [opened, setOpened] = useState<InterfaceRow | null>(null)
  const typeLabel = (address: string): string => {
    const type = [...catalogue.types.values()].find((one) => one.address === address)
    return type === undefined ? address : labelOf(type, type.name)
  }
  return (
    <>
      <SettingsTable
        about={t('interfaces.about')}
        heads={[t('webhooks.name'), t('interfaces.type'), t('webhooks.state'), t('interfaces.taken')]}
        empty={t('interfaces.none')}
        count={rows.length}
        action={
          session.may('interface.create') ? (
            <Button look="primary" size="small" icon="plus" onClick={() => setEdited('new')}>
              {t('interfaces.new')}
            </Button>
          ) : null
        }
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Button look="text" size="small" onClick={() => setOpened(row)}>
                {row.name}
              </Button>
            </td>
            <td className="muted">
              {typeLabel(row.type)} · {row.format.toUpperCase()}
            </td>
            <td>
              <Tag tone={row.enabled ? 'positive' : 'neutral'}>{t(row.enabled ? 'messages.on' : 'messages.off')}</Tag>
            </td>
            <td className="muted num">
              {row.done}
              {row.failed > 0 ? (
                <small className="is-negative"> {t('interfaces.failed', { count: row.failed })}</small>
              ) : null}
            </td>
            <td>
              {session.may('interface.update') ? (
                <>
                  <Button
                    size="small"
                    look="text"
                    onClick={() =>
                      void send(`interfaces/${row.id}`, { method: 'PATCH', body: { enabled: !row.enabled } })
                    }
                  >
                    {t(row.enabled ? 'webhooks.stop' : 'webhooks.start')}
                  </Button>
                  <Button size="small" look="text" onClick={() => setEdited(row)}>
                    {t('edit')}
                  </Button>
                </>
              ) : null}
              {session.may('interface.delete') ? (
                <Button
                  size="small"
                  look="text"
                  danger
                  onClick={() => void send(`interfaces/${row.id}`, { method: 'DELETE' })}
                >
                  {t('record.delete')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </SettingsTable>
      {edited === null ? null : (
        <InterfaceEditor
          row={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null)
            void client.invalidateQueries({ queryKey: ['settings', 'interfaces'] })
          }}
        />
      )}
      {opened === null ? null : <Messages row={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

import { useState } from 'react'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Confirm, Dialog } from '../../../ui/control/dialog.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { goTo } from '../frame/navigate.ts'
import { usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { DashboardTile } from './dashboard-tile.tsx'
import { MailForm } from './mail-form.tsx'
import { movedTiles } from './moved-tiles.ts'
import { useDashboards, useWatchDeeds, type Dashboard, type Tile } from './watch-data.ts'
import '../../../ui/list/list-page.css'
import '../settings/settings.css'
import './watch.css'

type TileFrameProps = {
  tile: Tile
  editing: boolean
  onMove: (from: string, to: string) => void
  onStep: (by: 1 | -1) => void
  onWiden: () => void
  onRemove: () => void
}

/** A tile in its place; while the dashboard is laid out it is dragged, widened, taken away. */
function TileFrame({ tile, editing, onMove, onStep, onWiden, onRemove }: TileFrameProps): React.JSX.Element {
  const [over, setOver] = useState(false)
  return (
    <div
      className={over ? 'tile is-over' : 'tile'}
      style={{ '--width': tile.width } as React.CSSProperties}
      draggable={editing}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', tile.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragEnter={(event) => {
        if (editing) event.preventDefault()
      }}
      onDragOver={(event) => {
        if (!editing) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onMove(event.dataTransfer.getData('text/plain'), tile.id)
      }}
    >
      {editing ? (
        <div className="tile-steps">
          <span className="tile-handle" title={t('watch.drag', { title: tile.title })}>
            <Icon name="drag" size={14} />
          </span>
          <span className="grow" />
          <IconButton
            icon="arrowUp"
            size={14}
            label={t('watch.earlier', { title: tile.title })}
            onClick={() => onStep(-1)}
          />
          <IconButton
            icon="arrowDown"
            size={14}
            label={t('watch.later', { title: tile.title })}
            onClick={() => onStep(1)}
          />
          <IconButton icon="columns" size={14} label={t('watch.widen', { title: tile.title })} onClick={onWiden} />
          <IconButton icon="trash" size={14} label={t('watch.remove', { title: tile.title })} onClick={onRemove} />
        </div>
      ) : null}
      <DashboardTile tile={tile} />
    </div>
  )
}

type Overlay = 'mail' | 'share' | 'delete' | null

function ShareForm({ board, onDone }: { board: Dashboard; onDone: () => void }): React.JSX.Element {
  const send = useWatchDeeds()
  const { roles = [] } = useDashboards().data ?? {}
  const [chosen, setChosen] = useState<readonly string[]>(board.roles)
  const save = async (): Promise<void> => {
    if ((await send(`dashboards/${board.id}`, 'PATCH', { roles: chosen, version: board.version })) === null) onDone()
  }
  return (
    <div className="watch-share">
      <p className="muted">{t('watch.shareAbout')}</p>
      {roles.map((role) => (
        <Checkbox
          key={role.name}
          label={role.label}
          labelShown
          checked={chosen.includes(role.name)}
          onChange={(on) => setChosen(on ? [...chosen, role.name] : chosen.filter((one) => one !== role.name))}
        />
      ))}
      <Button look="primary" onClick={() => void save()}>
        {t('watch.save')}
      </Button>
    </div>
  )
}

function OneDashboard({ board, mayShare }: { board: Dashboard; mayShare: boolean }): React.JSX.Element {
  usePageTitle(board.name)
  const send = useWatchDeeds()
  const [laying, setLaying] = useState<{ name: string; tiles: readonly Tile[] } | null>(null)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const [busy, setBusy] = useState(false)
  const tiles = laying?.tiles ?? board.tiles
  const lay = (next: readonly Tile[]): void => setLaying((was) => (was === null ? was : { ...was, tiles: next }))
  const step = (index: number, by: 1 | -1): void => {
    const [one, other] = [tiles[index], tiles[index + by]]
    if (one !== undefined && other !== undefined) lay(movedTiles(tiles, one.id, other.id))
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    const refused = await send(`dashboards/${board.id}`, 'PATCH', { ...laying, version: board.version })
    setBusy(false)
    if (refused === null) setLaying(null)
  }
  const remove = async (): Promise<void> => {
    if ((await send(`dashboards/${board.id}`, 'DELETE')) === null) goTo('/')
  }
  return (
    <div className="page-scroll">
      <header className="page-head watch-head">
        {laying === null ? (
          <h1>{board.name}</h1>
        ) : (
          <span className="input-box">
            <input
              aria-label={t('watch.boardName')}
              value={laying.name}
              maxLength={60}
              onChange={(event) => setLaying({ ...laying, name: event.target.value })}
            />
          </span>
        )}
        {board.own ? null : <span className="faint small">{t('watch.shared')}</span>}
        <div className="page-actions">
          {laying !== null ? (
            <>
              <Button onClick={() => setLaying(null)}>{t('cancel')}</Button>
              <Button look="primary" busy={busy} onClick={() => void save()}>
                {t('watch.save')}
              </Button>
            </>
          ) : (
            <>
              <Button look="text" icon="mail" onClick={() => setOverlay('mail')}>
                {t('watch.keep.mail')}
              </Button>
              {board.own ? (
                <>
                  <Button icon="pencil" onClick={() => setLaying({ name: board.name, tiles: board.tiles })}>
                    {t('watch.layOut')}
                  </Button>
                  <Menu
                    align="end"
                    label={t('more')}
                    items={[
                      ...(mayShare
                        ? [{ key: 'share', label: t('watch.share'), onSelect: () => setOverlay('share') }]
                        : []),
                      { key: 'delete', label: t('watch.delete'), danger: true, onSelect: () => setOverlay('delete') },
                    ]}
                  >
                    {(trigger) => <IconButton icon="more" label={t('more')} {...trigger} />}
                  </Menu>
                </>
              ) : null}
            </>
          )}
        </div>
      </header>
      {tiles.length === 0 ? <p className="watch-none faint">{t('watch.emptyBoard')}</p> : null}
      <div className="tiles">
        {tiles.map((tile, index) => (
          <TileFrame
            key={tile.id}
            tile={tile}
            editing={laying !== null}
            onMove={(from, to) => lay(movedTiles(tiles, from, to))}
            onStep={(by) => step(index, by)}
            onWiden={() => lay(tiles.map((one) => (one === tile ? { ...one, width: (one.width % 4) + 1 } : one)))}
            onRemove={() => lay(tiles.filter((one) => one !== tile))}
          />
        ))}
      </div>
      {overlay === 'mail' ? (
        <Dialog open title={`${t('watch.keep.mail')} · ${board.name}`} onClose={() => setOverlay(null)}>
          <MailForm name={board.name} what={{ dashboard: board.id }} onDone={() => setOverlay(null)} />
        </Dialog>
      ) : null}
      {overlay === 'share' ? (
        <Dialog open title={t('watch.share')} onClose={() => setOverlay(null)}>
          <ShareForm board={board} onDone={() => setOverlay(null)} />
        </Dialog>
      ) : null}
      <Confirm
        open={overlay === 'delete'}
        title={t('watch.delete')}
        text={t('watch.deleteAbout', { name: board.name })}
        confirmLabel={t('watch.delete')}
        busy={false}
        onClose={() => setOverlay(null)}
        onConfirm={() => void remove()}
      />
    </div>
  )
}

/** 看板: figures, charts and tables side by side, each with the rights and the rows of whoever looks. */
export function DashboardPage({ id }: PageParameters): React.JSX.Element {
  const boards = useDashboards()
  if (boards.error) return <PageProblem error={boards.error} onRetry={() => void boards.refetch()} />
  if (boards.data === undefined) return <PageLoading />
  const board = boards.data.rows.find((one) => one.id === id)
  if (board === undefined) return <p className="watch-none faint">{t('watch.unknown')}</p>
  return <OneDashboard key={board.version} board={board} mayShare={boards.data.mayShare} />
}

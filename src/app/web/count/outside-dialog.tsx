import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'

export type OutsideDialogProps = { name: string; onAdd: () => void; onClose: () => void }

/** Goods were found that the sheet does not name: a mistake of the scanner, or something to be added. */
export function OutsideDialog({ name, onAdd, onClose }: OutsideDialogProps): React.JSX.Element {
  return (
    <Dialog
      open
      title={t('count.notOnSheet', { name })}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="large" look="primary" onClick={onAdd}>
            {t('count.addIt')}
          </Button>
        </>
      }
    >
      <p>{t('count.addOutside')}</p>
    </Dialog>
  )
}

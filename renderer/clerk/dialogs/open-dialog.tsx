import type { ClerkView } from '../../../shared/contract/view.ts'
import type { DeskDialog } from '../desk-dialog.ts'
import { CallChosenDialog } from './call-chosen-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { GuardDialog } from './guard-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { CloseWindowDialog, SignOutDialog } from './leave-dialogs.tsx'
import { MaterialsDialog } from './materials-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'

/** The dialog that is open at the desk. */
export function OpenDialog({ dialog, view }: { dialog: DeskDialog; view: ClerkView }) {
  switch (dialog.kind) {
    case 'finish':
      return <FinishDialog ticket={dialog.ticket} />
    case 'guard':
      return <GuardDialog ticket={dialog.ticket} chosen={dialog.chosen} />
    case 'hold':
      return <HoldDialog ticket={dialog.ticket} />
    case 'transfer':
      return <TransferDialog ticket={dialog.ticket} transferWindows={view.transferWindows} />
    case 'correct':
      return <CorrectDialog ticket={dialog.ticket} />
    case 'cancel':
      return <CancelDialog ticket={dialog.ticket} />
    case 'call-chosen':
      return <CallChosenDialog ticket={dialog.ticket} />
    case 'pause':
      return <PauseDialog />
    case 'close-window':
      return <CloseWindowDialog />
    case 'sign-out':
      return <SignOutDialog isWindowClosed={view.serviceWindow.status === 'closed'} />
    case 'materials':
      return <MaterialsDialog itemCode={view.current?.itemCode ?? null} />
    case 'password':
      return <PasswordDialog />
  }
}

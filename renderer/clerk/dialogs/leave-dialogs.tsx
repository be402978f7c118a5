import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { DeskModal } from './desk-modal.tsx'

/** 关闭窗口: the sign-in stays. */
export function CloseWindowDialog() {
  const desk = useDesk()
  const { windowNumber } = desk
  const { title, remark, confirm } = clerkText.closeWindow
  const close = () => {
    const command = { type: 'CloseServiceWindow', body: { windowNumber } } as const
    void desk.perform([{ action: 'close-window', number: '', command }])
  }
  return (
    <DeskModal title={title(windowNumber)} confirmText={confirm} onConfirm={close}>
      <p>{remark}</p>
    </DeskModal>
  )
}

/** 退出登录: the hub closes the window with it. */
export function SignOutDialog({ isWindowClosed }: { isWindowClosed: boolean }) {
  const desk = useDesk()
  const { title, remark, remarkClosed, confirm } = clerkText.signOut
  return (
    <DeskModal title={title} confirmText={confirm} onConfirm={() => void desk.signOut()}>
      <p>{isWindowClosed ? remarkClosed : remark(desk.windowNumber)}</p>
    </DeskModal>
  )
}

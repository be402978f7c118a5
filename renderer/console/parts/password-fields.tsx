import { z } from 'zod'
import { password } from '../../../shared/vocabulary/staff.ts'
import { TextField } from '../../common/form/fields.tsx'
import { HubForm, type Typed } from '../../common/form/hub-form.tsx'
import { pressedAtDoor } from '../../common/form/pressed.ts'
import type { FieldPath } from '../../common/form/zod-problem.ts'
import { hub } from '../../common/hub-link.ts'
import { consoleText } from '../../common/text/console.ts'

/** A password is typed twice, because nobody can read it back. */
export function differingPasswords({ password, again }: Typed): { name: FieldPath; errors: string[] }[] {
  return password === again ? [] : [{ name: ['again'], errors: [consoleText.passwordsDiffer] }]
}

const own = z.strictObject({ currentPassword: z.string().min(1), password })
const others = z.strictObject({ password })

interface PasswordFormProps {
  staffId: string
  /** One's own password is changed with the one in force; an administrator sets another person's without it. */
  isOwn: boolean
  onDone: () => void
}

export function PasswordForm({ staffId, isOwn, onDone }: PasswordFormProps) {
  return (
    <HubForm
      shape={isOwn ? own : others}
      bodyOf={({ again: _, ...body }) => body}
      checkTyped={differingPasswords}
      press={(body) => pressedAtDoor(hub.door.setPassword({ ...body, staffId }))}
      onDone={onDone}
      submitText={consoleText.save}
      doneText={consoleText.passwordSet}
    >
      {isOwn && <TextField name={['currentPassword']} label={consoleText.currentPassword} isSecret />}
      <TextField name={['password']} label={consoleText.newPassword} isSecret />
      <TextField name={['again']} label={consoleText.passwordAgain} isSecret />
    </HubForm>
  )
}

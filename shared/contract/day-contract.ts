import { z } from 'zod'
import { commandId } from '../vocabulary/command.ts'
import { hallMonth } from '../vocabulary/month-review.ts'
import { staffNumber } from '../vocabulary/staff.ts'
import type { AttendanceDayView, AttendanceMonthView, LeaveView, OwnAttendanceView } from './attendance-view.ts'
import type {
  HandoverPrint,
  HandoverRow,
  HandoverView,
  MyHandovers,
  PatrolsView,
  PostToHandOver,
  ViolationRow,
  ViolationView,
} from './day-view.ts'
import type { MonthReviewView } from './month-view.ts'
import { outcome } from './outcome.ts'
import type { PagePrint } from './promise-view.ts'
import { days, door, idOf, nothing, oneDay, orRefused, query, session, viewOf } from './route.ts'

const oneMonth = z.strictObject({ month: hallMonth })

/** Reading around the working day: handovers, patrols, violations, attendance, leave and the month. */
export const dayQueries = {
  myHandovers: query('/my-handovers', 'Handovers to give, to take and to confirm', nothing, viewOf<MyHandovers>()),
  handover: query('/handover', 'All about one handover', idOf('handoverId'), viewOf<HandoverView>().nullable()),
  handovers: query('/handovers', 'Handovers of a day', oneDay, z.array(viewOf<HandoverRow>())),
  postsToHandOver: query(
    '/posts-to-hand-over',
    'AB posts that can be handed over, or back',
    nothing,
    z.array(viewOf<PostToHandOver>()),
  ),
  handoverPrint: query(
    '/handover-print',
    'A handover as it is printed, both copies',
    idOf('handoverId'),
    viewOf<HandoverPrint>().nullable(),
  ),
  patrols: query(
    '/patrols',
    'Rounds of a day with their windows; today when no day is given',
    z.strictObject({ day: z.iso.date().optional() }),
    viewOf<PatrolsView>(),
  ),
  violations: query(
    '/violations',
    'Violations of a range of days, and those that wait for a decision',
    days,
    z.array(viewOf<ViolationRow>()),
  ),
  ownViolations: query(
    '/own-violations',
    'Violations of who asks, and those he proposed',
    nothing,
    z.array(viewOf<ViolationRow>()),
  ),
  violation: query('/violation', 'All about one violation', idOf('violationId'), viewOf<ViolationView>().nullable()),
  attendanceOfDay: query('/attendance-of-day', 'Attendance of everybody on a day', oneDay, viewOf<AttendanceDayView>()),
  attendanceOfMonth: query(
    '/attendance-of-month',
    'Attendance of a month: of one person or of all for a supervisor, else one’s own',
    oneMonth.extend({ staffId: z.string().max(40).optional() }),
    viewOf<AttendanceMonthView>(),
  ),
  ownAttendance: query('/own-attendance', 'One’s own punches of today', nothing, viewOf<OwnAttendanceView>()),
  leaves: query('/leaves', 'Leave in a range of days, and all that waits', days, z.array(viewOf<LeaveView>())),
  monthReview: query(
    '/month-review',
    'A month: attendance, violations, red list and ranking',
    oneMonth,
    viewOf<MonthReviewView>(),
  ),
  monthPrint: query('/month-print', 'A month as it is printed', oneMonth, viewOf<PagePrint>()),
}

/** The two ways in which the receiver of a handover signs in. */
export const handoverDoor = {
  /** For a phone or a PC that is no screen of the hall: good for the handover and nothing else. */
  signInForHandover: door(
    '/sign-in-for-handover',
    'Sign in on one’s own page to take handovers',
    z.strictObject({ staffNumber, password: z.string().max(128) }),
    orRefused(z.object({ sessionToken: z.string(), session })),
  ),
  takeHandover: door(
    '/take-handover',
    'Take a handover by a second sign-in on the giver’s screen',
    z.strictObject({ commandId, handoverId: z.int().min(1), staffNumber, password: z.string().max(128) }),
    outcome,
  ),
}

import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'

/** What an administrator decided for the school, in the school's own chain of the journal. */
export const recordOnSchool = (
  { tx, actor, at }: { readonly tx: Tx; readonly actor: Actor; readonly at: Date },
  school: string,
  action: EventName,
  data: JournalData,
) =>
  record(tx, [
    {
      school,
      subject: `school:${school}`,
      action,
      at,
      actor: { ...actor, role: 'administrator' },
      from: null,
      to: null,
      reason: null,
      data,
    },
  ])

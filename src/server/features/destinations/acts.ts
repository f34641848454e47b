import { subjectOf } from '../../../domain/case.ts'
import { type DestinationCase, destinationRef } from '../../../domain/destination/case.ts'
import type { EventName } from '../../../domain/event.ts'
import { hashOf, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'

/** That staff have filled in what the school asks of it: no act of its lifecycle, so that nothing else tells of it. */
export const recordFilledIn = ({ tx, actor, acting: { at } }: Doing, after: DestinationCase) =>
  record(tx, [
    {
      school: after.schoolId,
      subject: subjectOf(destinationRef(after)),
      action: 'destination.fill-in' satisfies EventName,
      at,
      actor,
      from: after.status,
      to: after.status,
      reason: null,
      data: { category: after.category, version: after.version, detailsHash: hashOf(after.details) },
    },
  ])

import type { RuleObject } from 'antd/es/form'
import type { Day } from '../../../domain/day.ts'
import { type DayWindow, daysMeant, refuseUnlessMeant } from '../../../domain/plausible-day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { serverNow } from '../../ui/server-now.ts'
import { useRefusalText } from '../../words/refusals.ts'

/**
 * For a form's field: what a rule of the domain would refuse, said at the field before anything is sent. What is not filled in is
 * for the other rules of the field.
 */
export function useRefusedRule(): (ask: (typed: string) => void) => RuleObject {
  const refusalText = useRefusalText()
  return (ask) => ({
    validator: async (_: unknown, typed?: string) => {
      if (!typed) return
      try {
        ask(typed)
      } catch (error) {
        throw error instanceof Refusal ? new Error(refusalText(error.code, error.details)) : error
      }
    },
  })
}

/** For a field in which a day is given that says this: between which days it can lie, and the rule of it. */
export function useMeantDay(window: DayWindow) {
  const refused = useRefusedRule()
  const { from, until } = daysMeant(window, serverNow())
  return {
    span: { min: from, max: until },
    rule: refused((day: Day) => refuseUnlessMeant('day', day, window, serverNow())),
  }
}

import { Button, Form, Input } from 'antd'
import { wholeFrom } from '../../../domain/entered.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { MOST_DATES } from '../../../domain/public-site.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useMeantDay } from '../cases/refused-rule.ts'
import { siteWords } from './words.ts'

const YEARS = { least: 2000, most: 2100 }

/** The days that matter to those who graduate in a year. */
export function DateFields({ error, year }: { error: unknown; year: string }) {
  const w = useWords(siteWords)
  const ui = useWords(uiWords)
  const season = useMeantDay('season')
  const needed = (label: string) => ({ required: true, message: ui.needed(label) })
  const aYear = {
    validator: async (_: unknown, typed = '') => {
      const value = wholeFrom(typed)
      if (typed && (value === null || value < YEARS.least || value > YEARS.most))
        throw new Error(ui.wholeNumber(YEARS.least, YEARS.most))
    },
  }
  return (
    <section className="card">
      <h2>{w.dates}</h2>
      <p className="soft">{w.datesHint}</p>
      <Form.List name="dates">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <div key={key} className="date-row grid2">
                <Form.Item
                  name={[at, 'event']}
                  label={w.name.event}
                  rules={[{ ...needed(w.name.event), whitespace: true }]}
                  {...fieldFault(error, `dates.${at}.event`)}
                >
                  <Input maxLength={LONGEST.title} />
                </Form.Item>
                <Form.Item
                  name={[at, 'day']}
                  label={w.name.day}
                  validateTrigger="onBlur"
                  rules={[needed(w.name.day), season.rule]}
                  {...fieldFault(error, `dates.${at}.day`)}
                >
                  <Input type="date" {...season.span} />
                </Form.Item>
                <Form.Item
                  name={[at, 'eventEn']}
                  label={w.name.eventEn}
                  {...fieldFault(error, `dates.${at}.eventEn`)}
                >
                  <Input maxLength={LONGEST.title} />
                </Form.Item>
                <Form.Item
                  name={[at, 'graduationYear']}
                  label={w.name.graduationYear}
                  rules={[needed(w.name.graduationYear), aYear]}
                  {...fieldFault(error, `dates.${at}.graduationYear`)}
                >
                  <Input inputMode="numeric" maxLength={LONGEST.whole} />
                </Form.Item>
                <div className="actions">
                  <Button onClick={() => remove(at)}>{w.removeDate}</Button>
                </div>
              </div>
            ))}
            <Button
              disabled={rows.length >= MOST_DATES}
              onClick={() => add({ event: '', eventEn: '', day: '', graduationYear: year })}
            >
              {w.addDate}
            </Button>
          </>
        )}
      </Form.List>
    </section>
  )
}

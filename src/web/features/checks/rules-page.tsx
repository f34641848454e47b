import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { askChecks, type CheckRules, listCheckRules } from '../../../contracts/checks.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { RuleButton } from './rule-button.tsx'
import { checkWords } from './words.ts'

type Rule = CheckRules['items'][number]
/** While rules wait to be run, it is looked again. */
const LOOK_AGAIN_MS = 5_000

/** 核查规则: what each looks for, its switch and threshold, and what it has found. */
export function CheckRulesPage() {
  const w = useWords(checkWords)
  const s = w.settings
  const { instant } = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const settled = () => void client.invalidateQueries()
  const { data } = useSuspenseQuery({
    ...ask(listCheckRules, { params: { school } }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ isDue }) => isDue) ? LOOK_AGAIN_MS : false),
  })
  const ranAt = (rule: Rule) => {
    if (rule.isDue) return s.due
    return rule.ranAt ? instant(rule.ranAt) : s.never
  }
  return (
    <>
      <BackButton list="/school/checks" />
      <div className="page-head">
        <h1>{w.rulesTitle}</h1>
        <div className="page-act">
          <ActButton
            {...s.run}
            kind="primary"
            act={() => call(askChecks, { params: { school } })}
            settled={settled}
          />
        </div>
      </div>
      <section className="card">
        <p className="soft">{s.lead}</p>
        <SmallTable<Rule>
          label={w.rulesTitle}
          items={data.items}
          keyOf={({ checkRule }) => checkRule}
          columns={[
            {
              title: w.rule,
              show: ({ checkRule }) => <strong>{w.rules[checkRule].name}</strong>,
            },
            {
              title: w.what,
              show: ({ checkRule }) => (
                <div>
                  {w.rules[checkRule].what}
                  <div className="soft">{`${w.source}：${w.sources[checkRule]}`}</div>
                </div>
              ),
            },
            {
              title: s.isOn,
              show: ({ isOn }) => (
                <StateMark standing={isOn ? 'done' : 'over'}>{isOn ? s.on : s.off}</StateMark>
              ),
            },
            {
              title: s.threshold,
              show: ({ checkRule, threshold }) =>
                threshold === null ? s.none : `${threshold} ${w.rules[checkRule].unit ?? ''}`,
            },
            {
              title: s.waiting,
              show: ({ checkRule, waiting }) =>
                waiting === 0 ? (
                  '0'
                ) : (
                  <Link
                    to="/school/checks"
                    search={{ checkRule }}
                    aria-label={s.waitingOf(w.rules[checkRule].name, waiting)}
                  >
                    {waiting}
                  </Link>
                ),
            },
            { title: s.ranAt, show: ranAt },
          ]}
          acts={{
            title: s.acts,
            show: (rule) => <RuleButton key={rule.version} of={rule} settled={settled} />,
          }}
        />
      </section>
    </>
  )
}

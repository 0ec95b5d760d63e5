import { euroWords } from '#lib/money.ts';
import { type Quarter, quarterAfter, quarterBefore } from '#lib/quarter.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, Heading, Row, Rows, Section } from '#ui/parts.tsx';
import { sayDate, saySpan } from '#ui/time.tsx';
import type { plansEnding, warrantiesEnding } from './ending.ts';
import type { cmsUse, FreeWork } from './free-work.ts';
import { type NotInvoiced, Open } from './open.tsx';
import { moneyTexts } from './texts.ts';

interface MoneyProps {
  readonly page: Page;
  readonly newId: () => string;
  readonly open: NotInvoiced;
  readonly plans: Awaited<ReturnType<typeof plansEnding>>;
  readonly warranties: Awaited<ReturnType<typeof warrantiesEnding>>;
  readonly use: Awaited<ReturnType<typeof cmsUse>>;
  readonly free: readonly FreeWork[];
  /** How many days ahead care plans and warranties are looked for. */
  readonly ahead: { readonly plans: number; readonly warranties: number };
  /** Fair use: tickets per trained person in a quarter. */
  readonly limit: number;
  readonly quarter: Quarter;
  /** Whether it is the quarter of today. */
  readonly isNow: boolean;
}

/** What a manager looks at to be paid for the work and to keep clients under contract. */
export const MoneyPage = (props: MoneyProps) => {
  const { page, plans, warranties, use, ahead, limit, quarter } = props;
  const say = moneyTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')}>
        <a class="btn btn-primary" href="/desk/money/invoices">
          {say('invoices')}
        </a>
      </Heading>
      <Open page={page} open={props.open} />
      <Section title={say('plans.title', { count: ahead.plans })} id="plans">
        {plans.length === 0 && <Empty>{say('plans.empty', { count: ahead.plans })}</Empty>}
        {plans.length > 0 && (
          <Rows label={say('plans.title', { count: ahead.plans })}>
            {plans.map((plan) => (
              <Row href={`/desk/sites/${plan.siteId}`} name={plan.site} mark={plan.plan ?? undefined}>
                <span>{plan.organisation}</span>
                <span>{say('plans.until', { day: sayDate(plan.lastDay, page) })}</span>
                {plan.priceCents !== null && (
                  <span>{say('plans.month', { amount: euroWords(plan.priceCents, page.language) })}</span>
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      <Section title={say('warranties.title', { count: ahead.warranties })} id="warranties">
        {warranties.length === 0 && <Empty>{say('warranties.empty', { count: ahead.warranties })}</Empty>}
        {warranties.length > 0 && (
          <Rows label={say('warranties.title', { count: ahead.warranties })}>
            {warranties.map((each) => (
              <Row href={`/desk/sites/${each.siteId}`} name={each.site} mark={each.name}>
                <span>{each.organisation}</span>
                <span>{say('plans.until', { day: sayDate(each.lastDay, page) })}</span>
                {each.hasPlan ? (
                  <span>{say('warranties.has_plan')}</span>
                ) : (
                  <Act
                    action="/desk/money/proposals"
                    once={props.newId()}
                    label={say('warranties.propose')}
                    about={say('warranties.about', { site: each.site })}
                  >
                    <input type="hidden" name="site" value={each.siteId} />
                    <input type="hidden" name="from" value={dayAfter(each.lastDay)} />
                  </Act>
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      <Quarters page={page} quarter={quarter} isNow={props.isNow} />
      <Section title={say('warranty.title')} id="free">
        <p class="mb-3 text-secondary">
          {say('warranty.hint', { from: sayDate(quarter.from, page), to: sayDate(quarter.to, page) })}
        </p>
        <Free {...props} />
      </Section>
      <Section title={say('use.title')} id="use">
        <p class="mb-3 text-secondary">{say('use.hint', { count: limit })}</p>
        {use.length === 0 && <Empty>{say('use.empty', { count: limit })}</Empty>}
        {use.length > 0 && (
          <Rows label={say('use.title')}>
            {use.map((each) => (
              <Row
                href={`/desk/people/${each.id}`}
                name={each.name}
                mark={each.tickets > limit ? say('use.beyond') : undefined}
              >
                <span>{each.organisation}</span>
                <span>{say('use.count', { count: each.tickets })}</span>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
    </Layout>
  );
};

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The way to other quarters: the two lists below are of one. */
const Quarters = ({ page, quarter, isNow }: Pick<MoneyProps, 'page' | 'quarter' | 'isNow'>) => {
  const say = moneyTexts(page.language);
  return (
    <nav aria-label={say('warranty.earlier')} class="mb-3 flex flex-wrap gap-2">
      <a href={`/desk/money?quarter=${quarterBefore(quarter).name}#free`} class="btn btn-sm">
        {say('warranty.earlier')}
      </a>
      {!isNow && (
        <a href={`/desk/money?quarter=${quarterAfter(quarter).name}#free`} class="btn btn-sm">
          {say('warranty.later')}
        </a>
      )}
    </nav>
  );
};

const Free = ({ page, free }: MoneyProps) => {
  const say = moneyTexts(page.language);
  if (free.length === 0) return <Empty>{say('warranty.empty')}</Empty>;
  return (
    <Rows label={say('warranty.title')}>
      {free.map((each) => (
        <Row href={`/desk/sites/${each.siteId}`} name={each.site}>
          <span>{each.organisation}</span>
          <span>{say('warranty.count', { count: each.tickets, solved: each.solved })}</span>
          {each.minutes > 0 && (
            <span>{say('warranty.minutes', { span: saySpan(each.minutes * 60_000, page.language) })}</span>
          )}
        </Row>
      ))}
    </Rows>
  );
};
